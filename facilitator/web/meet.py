"""The group's own link, the same for always: when it meets and what is told about it; and, while a
circle is open, the way to its door."""

from typing import Any

from flask import Blueprint, current_app, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from facilitator.circle.plan import MINUTE
from facilitator.content import agreements
from facilitator.content.agenda_codec import template_from_json
from facilitator.content.texts.rounds import KINDS
from facilitator.house import house_of
from facilitator.store.meetings import MeetingFacts
from facilitator.use_cases.read_meet import Meet, read_meet
from facilitator.web.ahead import ending_words, from_to, moment, place_words, told_card
from facilitator.web.door import no_door
from facilitator.web.extensions import limiter
from facilitator.web.membership import member_here

pages = Blueprint("meet", __name__)


@pages.get("/meet/<key>")
@limiter.limit("120 per minute")
def show(key: str) -> ResponseReturnValue:
    meet = read_meet(house_of(current_app), key)
    if meet is None:
        return no_door()
    is_member = member_here(meet.group_id) is not None
    may_come_in = is_member or not meet.is_closed_group
    if may_come_in and len(meet.rooms) == 1:
        return redirect(url_for("door.show", key=meet.rooms[0].door_key), 303)
    return render_template(
        "meet/meet.html",
        meet=_shown(meet, may_come_in=may_come_in),
        door=_facts(meet, meet.next) if meet.next else None,
        kinds=KINDS,
        is_member=is_member,
        may_come_in=may_come_in,
    )


def _shown(meet: Meet, *, may_come_in: bool) -> dict[str, Any]:
    """The group's page as its template reads it. What was told to a closed group is its own."""
    zone = meet.zone
    return {
        "group_id": meet.group_id,
        "group_name": meet.group_name,
        "zone": place_words(zone),
        "is_closed_group": meet.is_closed_group,
        "rooms": [(one.door_key, moment(one.starts_at, zone)) for one in meet.rooms],
        "next": moment(meet.next.starts_at, zone) if meet.next else None,
        "ending": ending_words(meet.ending),
        "later": [moment(at, zone) for at in meet.later],
        "told": [told_card(one, zone) for one in meet.told] if may_come_in else [],
        "unopened": moment(meet.unopened_at, zone) if meet.unopened_at is not None else None,
        "fallback_words": meet.fallback_words,
        "agreements": [words for _code, words in agreements.agreement_lines()] + [*meet.agreed],
        "other_support": meet.other_support,
        "contact": meet.contact,
    }


def _facts(meet: Meet, meeting: MeetingFacts) -> dict[str, Any]:
    """The next meeting, as a door would tell of its circle."""
    agenda = template_from_json(meeting.agenda)
    begins, ends = from_to(meeting.starts_at, meeting.ends_at, meet.zone)
    return {
        "holders": [{"name": one.name, "role_words": one.role_words} for one in meet.held_by],
        "begins": begins,
        "ends": ends,
        "agenda": [{"kind": r.kind, "minutes": r.length // MINUTE} for r in agenda.rounds],
        "seats_max": meeting.seats_max,
        "medium": meeting.medium,
        "depth_max": max(r.depth for r in agenda.rounds),
        "topics": meet.topics,
    }
