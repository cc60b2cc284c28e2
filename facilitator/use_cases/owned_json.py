"""What a group owns as plain JSON, for programs that read an export."""

import json
from collections import defaultdict
from datetime import UTC, datetime
from typing import Any

from facilitator.store.owned import Owned
from facilitator.use_cases.read_calendar import uid_of


def owned_json(everything: Owned) -> str:
    """The group's words and plans. Who comes to which meeting is its members' own."""
    group = everything.group
    told = {
        "name": group.name,
        "contact": group.contact,
        "timezone": group.zone,
        "access": group.access,
        "topics": json.loads(group.topics),
        "fallback_words": group.fallback_words,
        "listed": group.listed,
        "listing": json.loads(group.listing),
        "agreements": _agreements(everything),
        "support": _support(everything),
        "agendas": [
            {"title": one.title, "agenda": json.loads(one.body)} for one in everything.agendas
        ],
        "series": _series(everything),
        "meetings": _meetings(everything),
        "notices": [
            {"kind": one.kind, "said": one.said, "made_at": time_of(one.made_at)}
            for one in everything.notices
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def time_of(instant: int | None) -> str:
    """`2027-01-12T18:00:00Z`; nothing for no instant."""
    if instant is None:
        return ""
    return datetime.fromtimestamp(instant // 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _agreements(everything: Owned) -> list[dict[str, Any]]:
    return [
        {
            "version": one.version,
            "lines": json.loads(one.lines),
            "passed_on": one.passed_on,
            "made_at": time_of(one.made_at),
        }
        for one in everything.agreements
    ]


def _support(everything: Owned) -> list[dict[str, Any]]:
    return [
        {
            "region": one.region,
            "kind": one.kind,
            "name": one.name,
            "how": one.how,
            "checked_on": one.checked_on,
        }
        for one in everything.support
    ]


def _series(everything: Owned) -> list[dict[str, Any]]:
    names = _names(everything)
    holders = defaultdict(list)
    for one in everything.series_holders:
        holders[one.series_id].append({"name": names.get(one.person_id, ""), "part": one.part})
    return [
        {
            "id": uid_of(one.id),
            "state": one.state,
            "rule": json.loads(one.rule),
            "timezone": one.zone,
            "starts": one.starts_local,
            "minutes": one.minutes,
            "medium": one.medium,
            "seats": one.seats_max,
            "agenda": json.loads(one.agenda),
            "holders": holders[one.id],
        }
        for one in everything.series
    ]


def _meetings(everything: Owned) -> list[dict[str, Any]]:
    names = _names(everything)
    holders = defaultdict(list)
    for one in everything.holders:
        holders[one.meeting_id].append(
            {"name": names.get(one.person_id, ""), "part": one.part, "answer": one.answer}
        )
    return [
        {
            "series": uid_of(one.series_id),
            "number": one.number,
            "starts": one.starts_local,
            "rule_says": one.recurrence,
            "starts_at": time_of(one.starts_at),
            "ends_at": time_of(one.ends_at),
            "state": one.state,
            "agenda": json.loads(one.agenda) if one.agenda else None,
            "holders": holders[one.id],
        }
        for one in everything.meetings
    ]


def _names(everything: Owned) -> dict[str, str]:
    return {person.id: person.name for _, person in everything.places}
