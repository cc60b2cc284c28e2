"""Agendas of a group's own as plain JSON, and back."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from facilitator.circle.plan import Level, Medium, RoundPlan
from facilitator.content.agendas import AGENDAS, AgendaTemplate

OWN = "own"


def template_to_json(template: AgendaTemplate) -> str:
    """The agenda whole: a meeting keeps the promise it was published with, whatever changes."""
    body: dict[str, Any] = {
        "key": template.key,
        "minutes": template.minutes,
        "closing_reserve": template.closing_reserve_minutes,
        "medium": template.medium.value,
        "replies_counted": template.replies_counted,
        "seats": [template.capacity_mixed, template.capacity_spoken],
        "rounds": [asdict(plan) for plan in template.rounds],
    }
    if template.key not in AGENDAS:
        body["title"] = str(template.title)
        body["for_whom"] = str(template.for_whom)
    return json.dumps(body)


def template_from_json(text: str) -> AgendaTemplate:
    """The agenda again; one of ours has its title in the reader's language."""
    body = json.loads(text)
    ours = AGENDAS.get(body["key"])
    mixed, spoken = body["seats"]
    return AgendaTemplate(
        key=body["key"],
        title=ours.title if ours else body["title"],
        for_whom=ours.for_whom if ours else body["for_whom"],
        minutes=body["minutes"],
        rounds=tuple(_round(one) for one in body["rounds"]),
        capacity_mixed=mixed,
        capacity_spoken=spoken,
        closing_reserve_minutes=body["closing_reserve"],
        medium=Medium(body["medium"]),
        replies_counted=body["replies_counted"],
    )


def _round(body: dict[str, Any]) -> RoundPlan:
    return RoundPlan(**{**body, "replies_max": Level(body["replies_max"])})
