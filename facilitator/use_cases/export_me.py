import json
from datetime import UTC, datetime
from typing import Any

from facilitator.house import House
from facilitator.store import membership, people
from facilitator.store.database import read
from facilitator.store.group_tables import Group, GroupPlace
from facilitator.store.meeting_tables import Meeting
from facilitator.store.outbox_tables import OutboxRow
from facilitator.store.people_tables import Person


def export_me(house: House, person_id: str, *, group_id: str = "") -> dict[str, Any]:
    """All that this house keeps about a person, as plain JSON, instants in ISO 8601 UTC; with a
    group only what belongs to it, for whoever comes with a link that was sent for that group.

    Words said in circles aren't in it: no circle keeps any.
    """
    with read(house.database) as session:
        person = people.person(session, person_id)
        if person is None:
            return {}
        places = [
            (place, group)
            for place, group in membership.places_of(session, person_id)
            if group_id in ("", group.id)
        ]
        here = {group.id for _, group in places}
        return {
            "person": _person(person),
            "groups": [_place(place, group) for place, group in places],
            "answers": [
                {**_meeting(meeting), "answer": reply.answer, "place": reply.place}
                for reply, meeting in membership.replies_by(session, person_id)
                if meeting.group_id in here
            ],
            "holding": [
                {**_meeting(meeting), "part": row.part, "answer": row.answer}
                for row, meeting in membership.holding_by(session, person_id)
                if meeting.group_id in here
            ],
            "mail": [
                _mail(row)
                for row in membership.mail_to(session, person_id)
                if row.group_id in here or not group_id
            ],
            "signed_in": [
                {"since": _moment(one.created_at), "last_seen": _moment(one.last_seen_at)}
                for one in ([] if group_id else people.sign_ins_of(session, person_id))
            ],
        }


def _person(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "email": person.email,
        "zone": person.zone,
        "language": person.language,
        "has_password": person.password_hash is not None,
        "known_since": _moment(person.created_at),
    }


def _place(place: GroupPlace, group: Group) -> dict[str, Any]:
    return {
        "group": group.name,
        "organizes": place.organizes,
        "holds": place.holds,
        "role_words": place.role_words,
        "joined": _moment(place.joined_at),
        "mail": {
            "meetings": place.mail_meetings,
            "day_before": place.mail_day_before,
            "hour_before": place.mail_hour_before,
            "notes": place.mail_notes,
        },
    }


def _meeting(meeting: Meeting) -> dict[str, Any]:
    return {"meeting": meeting.id, "starts": _moment(meeting.starts_at)}


def _mail(row: OutboxRow) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "state": row.state,
        "written": _moment(row.made_at),
        "sent": _moment(row.sent_at),
        "tells": json.loads(row.facts),
    }


def _moment(instant: int | None) -> str | None:
    if instant is None:
        return None
    return datetime.fromtimestamp(instant / 1000, UTC).isoformat(timespec="seconds")
