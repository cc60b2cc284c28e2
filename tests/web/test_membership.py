"""Who a browser is in a group: whoever its link for that group is for, and nobody else."""

import json

from facilitator.house import House
from facilitator.store import links
from facilitator.store.database import write
from facilitator.store.links import LinkKind
from facilitator.use_cases.read_membership import member_cookie
from tests.calendar_rows import a_group, a_meeting, a_series, belongs, replies
from tests.web.visitors import Visitor


def seat_key(house: House, group: str, person: str) -> str:
    now = house.clock.now()
    with write(house.database) as session:
        return links.kept_link(session, house.secret, LinkKind.SEAT, group, person, now=now).key


def test_a_link_into_one_group_opens_no_other(house: House, somebody: Visitor) -> None:
    """Also where its member belongs to both, and whoever has it writes it under the other's
    name."""
    group, another = a_group(house), a_group(house)
    jo = belongs(house, group, "jo@example.org")
    belongs(house, another, "jo@example.org")
    for name in (group, another):
        somebody.client.set_cookie(member_cookie(house, name), seat_key(house, group, jo))

    assert somebody.opens(f"/my/{group}").status_code == 200
    assert somebody.opens(f"/my/{another}").status_code == 404


def test_a_link_into_one_group_takes_out_what_belongs_to_it(
    house: House, somebody: Visitor
) -> None:
    """And nothing of another: neither its name nor what was said about its dates."""
    group, another = a_group(house), a_group(house, name="Those who lost somebody")
    jo = belongs(house, group, "jo@example.org")
    belongs(house, another, "jo@example.org")
    here, there = (a_meeting(house, a_series(house, one)) for one in (group, another))
    replies(house, here, jo)
    replies(house, there, jo)
    somebody.opens(f"/mine/{seat_key(house, group, jo)}")

    kept = json.loads(somebody.opens(f"/my/{group}/export").text)

    assert len(kept["answers"]) == len(kept["groups"]) == 1
    assert "Those who lost somebody" not in somebody.last.text
