"""Who a browser is in a group: whoever its link for that group is for, and nobody else."""

from facilitator.house import House
from facilitator.store import links
from facilitator.store.database import write
from facilitator.store.links import LinkKind
from facilitator.use_cases.read_membership import member_cookie
from tests.calendar_rows import a_group, belongs
from tests.web.visitors import Visitor


def test_a_link_into_one_group_opens_no_other(house: House, somebody: Visitor) -> None:
    """Also where its member belongs to both, and whoever has it writes it under the other's
    name."""
    group, another = a_group(house), a_group(house)
    jo = belongs(house, group, "jo@example.org")
    belongs(house, another, "jo@example.org")
    with write(house.database) as session:
        now = house.clock.now()
        link = links.kept_link(session, house.secret, LinkKind.SEAT, group, jo, now=now)

    for name in (group, another):
        somebody.client.set_cookie(member_cookie(house, name), link.key)

    assert somebody.opens(f"/my/{group}").status_code == 200
    assert somebody.opens(f"/my/{another}").status_code == 404
