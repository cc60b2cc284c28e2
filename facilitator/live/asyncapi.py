"""The wire in AsyncAPI's terms, made from the models that parse it. `make docs` writes it to
docs/asyncapi.yaml."""

from typing import Any

from facilitator.live.parse import MODELS, ClockAsked

Json = dict[str, Any]

ANSWER: Json = {
    "type": "object",
    "required": ["ok"],
    "properties": {
        "ok": {"type": "boolean"},
        "code": {"type": "string", "description": "A key of facilitator.circle.refusals."},
        "text": {"type": "string", "description": "The same in a sentence for the person."},
    },
}
CLOCK_ANSWER: Json = {
    "type": "object",
    "properties": {
        "sent": {"type": "number", "description": "What the browser sent."},
        "server": {"type": "integer", "description": "The server's instant, UTC milliseconds."},
    },
}
VIEW: Json = {
    "type": "object",
    "description": "The parts that changed for this seat, each whole. Shapes: docs/messages.md.",
    "properties": {
        "room": {"type": "object"},
        "you": {"type": "object"},
        "desk": {"type": ["object", "null"]},
    },
    "additionalProperties": False,
}
OVER: Json = {
    "type": "object",
    "required": ["page"],
    "properties": {
        "page": {"enum": ["closed", "unopened", "removed", "signed_out", "left"]},
        "ticket": {"type": "string", "description": "For answering once, at POST /feedback."},
    },
}


def document() -> Json:
    """The whole description, ready to be written as YAML or JSON."""
    schemas: Json = {model.__name__: _schema(model) for model in MODELS.values()}
    commands = [{"$ref": f"#/components/schemas/{name}"} for name in sorted(schemas)]
    schemas["Command"] = {"oneOf": commands}
    schemas["Clock"] = _schema(ClockAsked)
    schemas |= {"Answer": ANSWER, "ClockAnswer": CLOCK_ANSWER, "View": VIEW, "Over": OVER}
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Holdspace, live",
            "version": "1",
            "description": "One Socket.IO namespace over websocket. A seat is known by its cookie.",
        },
        "channels": {
            "circle": {
                "address": "/socket.io/",
                "messages": {
                    "command": _message("Command"),
                    "clock": _message("Clock"),
                    "view": _message("View"),
                    "elsewhere": {"payload": {"type": "object", "additionalProperties": False}},
                    "over": _message("Over"),
                },
            }
        },
        "operations": {
            "ask": _operation("receive", "command", "Every command is answered.", "Answer"),
            "tellTime": _operation("receive", "clock", "One look at the clock.", "ClockAnswer"),
            "show": _operation("send", "view", "What this seat may see now."),
            "moveElsewhere": _operation("send", "elsewhere", "The seat is open in a newer place."),
            "end": _operation("send", "over", "The socket is closed next."),
        },
        "components": {"schemas": dict(sorted(schemas.items()))},
    }


def _schema(model: Any) -> Json:
    schema: Json = model.model_json_schema(ref_template="#/components/schemas/{model}")
    parts = schema.pop("$defs", {})
    inlined: Json = _inlined(schema, parts)
    return inlined


def _inlined(value: Any, parts: Json) -> Any:
    """Enumerations stand where they are used, so that each message can be read by itself."""
    if isinstance(value, dict):
        name = str(value.get("$ref", "")).rpartition("/")[2]
        if name in parts:
            kept = {k: v for k, v in value.items() if k != "$ref"}
            return {**{k: v for k, v in parts[name].items() if k in ("enum", "type")}, **kept}
        return {key: _inlined(item, parts) for key, item in value.items() if key != "title"}
    if isinstance(value, list):
        return [_inlined(item, parts) for item in value]
    return value


def _message(schema: str) -> Json:
    return {"payload": {"$ref": f"#/components/schemas/{schema}"}}


def _operation(action: str, message: str, summary: str, answer: str | None = None) -> Json:
    made: Json = {
        "action": action,
        "channel": {"$ref": "#/channels/circle"},
        "summary": summary,
        "messages": [{"$ref": f"#/channels/circle/messages/{message}"}],
    }
    if answer is not None:
        made["x-ack"] = {"$ref": f"#/components/schemas/{answer}"}
    return made
