"""A circle with an agenda that a group made for itself, wherever circles are named."""

from dataclasses import replace

from flask import Flask

from facilitator.content.agenda_codec import OWN, template_to_json
from facilitator.content.agendas import AGENDAS
from facilitator.house import House
from facilitator.store.links import LinkKind
from facilitator.use_cases.keep_meetings import keep_meetings
from facilitator.use_cases.open_circle import door_key_of
from facilitator.use_cases.open_group_link import open_group_link
from tests.calendar_rows import DAY_MS, MINUTE_MS, a_meeting, a_series, holds
from tests.web.letters import group_of, key_for, person_with
from tests.web.visitors import FixedClock, Visitor


def test_a_meeting_with_its_groups_own_agenda_is_found_everywhere(
    app: Flask, house: House, clock: FixedClock, ria: Visitor
) -> None:
    """Before its doors, while they are open, in the room and after it; and in a terminal."""
    group = group_of(ria, house)
    own = template_to_json(replace(AGENDAS["short"], key=OWN, title="Our quiet evening"))
    meeting = a_meeting(house, a_series(house, group, agenda=own))
    holds(house, meeting, person_with(house, "ria@example.org"))
    open_group_link(house, group)
    meet = f"/meet/{key_for(house, LinkKind.GROUP, group)}"
    pages = [
        f"/groups/{group}",
        f"/groups/{group}/open",
        f"/groups/{group}/meetings/{meeting}",
        f"/groups/{group}/meetings/{meeting}/change",
        f"/groups/{group}/counts",
        f"/groups/{group}/export",
        f"/calendar?group={group}&view=list",
        f"/my/{group}",
        meet,
    ]

    assert "Our quiet evening" in ria.opens(f"/groups/{group}").text
    assert [page for page in pages if ria.opens(page).status_code >= 500] == []

    clock.instant += DAY_MS - 10 * MINUTE_MS
    keep_meetings(house)
    assert [page for page in pages if ria.opens(page).status_code >= 500] == []
    listed = app.test_cli_runner().invoke(args=["circle", "list"]).output
    circle, agenda, phase = listed.split()
    assert (agenda, phase) == (OWN, "doors_open")
    assert ria.opens(f"/door/{door_key_of(house, circle)}").status_code == 200
    ria.sends(f"/groups/{group}/circles/{circle}/hold", page=f"/groups/{group}")
    assert ria.opens(ria.last.headers["Location"]).status_code == 200

    app.test_cli_runner().invoke(args=["circle", "close", circle])
    keep_meetings(house)
    assert [page for page in pages if ria.opens(page).status_code >= 500] == []
