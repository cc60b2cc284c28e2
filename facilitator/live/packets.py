"""What a browser may put on the wire. Anything else closes its socket, quietly
(docs/messages.md)."""

import json
from typing import Any

from socketio import packet

EVENTS = {"command", "clock"}
DEEPEST = 8


class Malformed(ValueError):
    """Nothing that a Holdspace page would send."""


class _StrictJson:
    """JSON as its standard says: no NaN, no lone surrogates, no NUL, nothing deeply nested."""

    @staticmethod
    def dumps(value: Any, **options: Any) -> str:
        return json.dumps(value, allow_nan=False, **options)

    @staticmethod
    def loads(text: str) -> Any:
        try:
            value = json.loads(text, parse_constant=_no_constant)
        except (ValueError, RecursionError):
            raise Malformed from None
        _look_through(value, DEEPEST)
        return value


def _no_constant(_name: str) -> None:
    raise Malformed


def _look_through(value: Any, deepest: int) -> None:
    if deepest == 0:
        raise Malformed
    if isinstance(value, str):
        if "\0" in value or any("\ud800" <= c <= "\udfff" for c in value):
            raise Malformed
    elif isinstance(value, dict):
        for key, item in value.items():
            _look_through(key, deepest - 1)
            _look_through(item, deepest - 1)
    elif isinstance(value, list):
        for item in value:
            _look_through(item, deepest - 1)


class StrictPacket(packet.Packet):  # type: ignore[misc]
    """A Socket.IO packet that a Holdspace page sends, or Malformed.

    Binary packets are refused because an unfinished one holds its memory for as long as the socket
    lives, and events may
    not be called `connect` or `disconnect`, which would run the server's own handlers.
    """

    uses_binary_events = False
    json = _StrictJson

    def decode(self, encoded_packet: Any) -> int:
        if not isinstance(encoded_packet, str):
            raise Malformed
        try:
            attachments = super().decode(encoded_packet)
        except (ValueError, TypeError, IndexError):
            raise Malformed from None
        if attachments or self.namespace not in (None, "/") or not self._expected():
            raise Malformed
        return 0

    def _expected(self) -> bool:
        if self.packet_type == packet.CONNECT:
            return self.data is None or isinstance(self.data, dict)
        if self.packet_type == packet.DISCONNECT:
            return True
        if self.packet_type != packet.EVENT or not isinstance(self.data, list):
            return False
        named = len(self.data) == 2 and isinstance(self.data[0], str) and self.data[0] in EVENTS
        return named and isinstance(self.data[1], dict)
