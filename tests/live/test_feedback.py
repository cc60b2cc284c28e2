"""The ticket that comes with a circle's end, and what it doesn't say, with real sockets."""

import base64
import json
from uuid import uuid4

import pytest
import requests

from facilitator.store.database import read
from facilitator.store.people import person_by_email
from facilitator.use_cases.add_person import EmailTaken, add_person
from facilitator.use_cases.make_group import GroupWords, make_group
from facilitator.use_cases.open_circle_for import Medium, open_circle_for
from tests.live.people import Opened, Person, Server, until

EMAIL = "ria@example.org"


def a_group(server: Server) -> str:
    """A group that Ria facilitates."""
    try:
        person = add_person(
            server.house, name="Ria", email=EMAIL, password="correct horse"
        ).person_id
    except EmailTaken:
        with read(server.house.database) as session:
            found = person_by_email(session, EMAIL)
        assert found is not None
        person = found.id
    words = GroupWords("Thursdays", "hello@example.org", "555 0100", "peer facilitator")
    return make_group(server.house, words, by=person)


def a_circle(server: Server, group_id: str | None) -> Opened:
    opened = open_circle_for(
        server.house,
        emails=(EMAIL,),
        group_id=group_id,
        agenda="short",
        seats_max=8,
        medium=Medium.MIXED,
        starts_in_ms=0,
    )
    return Opened(server, opened.circle_id, opened.door_key, opened.hold_keys)


def body_of(ticket: str) -> list[object]:
    body: list[object] = json.loads(base64.urlsafe_b64decode(ticket.partition(".")[0] + "=="))
    return body


def answers(server: Server, ticket: str, **given: str) -> int:
    """As the page does it: without cookies."""
    fields = {"ticket": ticket, **given}
    return requests.post(f"{server.url}/feedback", data=fields, timeout=10).status_code


@pytest.mark.parametrize("from_elsewhere", [False, True])
def test_who_takes_part_is_handed_a_ticket_at_the_end(server: Server, from_elsewhere: bool) -> None:
    """Each another one, and each the same in what it says; the facilitator, who reads the sums,
    none. So too when the circle is closed by another process."""
    group_id = a_group(server)
    circle = a_circle(server, group_id)
    ria, sam, lee = circle.hosted(), circle.visited("Sam"), circle.visited("Lee")

    closes(server, circle, ria, from_elsewhere)

    heard = [person.hears("over") for person in (sam, lee)]
    tickets = [one.pop("ticket") for one in heard]
    assert heard == [{"page": "closed"}] * 2
    assert ria.hears("over") == {"page": "closed"}
    assert tickets[0] != tickets[1]
    said = [body_of(one) for one in tickets]
    assert said[0][:2] == said[1][:2]
    assert said[0][0] == group_id
    told = json.dumps(said)
    for secret in (circle.id, circle.door, sam.seat, lee.seat, *sam.cookies.values(), "Sam", "Lee"):
        assert secret not in told


def closes(server: Server, circle: Opened, ria: Person, from_elsewhere: bool) -> None:
    if from_elsewhere:
        server.flask("circle", "close", circle.id)
    else:
        ria.does("emergency_close")
        ria.hears("over", 20)


def test_a_circle_of_no_group_hands_out_none(circle: Opened) -> None:
    """As a rehearsal does."""
    circle.hosted()
    sam = circle.visited("Sam")

    circle.server.flask("circle", "close", circle.id)

    assert sam.hears("over") == {"page": "closed"}


def test_who_left_or_was_removed_is_handed_none(server: Server) -> None:
    """Their screens end on another page, and ask nothing."""
    circle = a_circle(server, a_group(server))
    ria, sam, lee = circle.hosted(), circle.visited("Sam"), circle.visited("Lee")

    sam.does("leave")
    ria.does("remove_seat", seat=lee.seat)

    assert lee.hears("over") == {"page": "removed"}
    assert all("ticket" not in body for event, body in sam.tab.heard if event == "over")


def test_no_ticket_is_written_down_anywhere(slow_server: Server) -> None:
    """Neither when it is given nor when it is used, in the database, beside it, or in a log; nor
    is the answer there with the seat that gave it."""
    server = slow_server
    circle = a_circle(server, a_group(server))
    circle.hosted()
    people = [circle.visited(f"Name{uuid4().hex[:8]}") for _ in range(3)]
    server.flask("circle", "close", circle.id)
    tickets = [person.hears("over")["ticket"] for person in people]
    assert not traces(server, tickets)

    codes = [
        answers(server, one, free="not_really", listened="yes", again="yes") for one in tickets
    ]
    codes.append(answers(server, tickets[0], free="yes"))

    assert codes == [204] * 4
    until(lambda: not traces(server, [*tickets, *(person.name for person in people)]))
    server.stop()
    assert not traces(server, [*tickets, *(person.name for person in people)])


def traces(server: Server, words: list[str]) -> list[str]:
    """The files below the server's folder in which one of the words lies, whole or its random
    part."""
    parts = [word.encode() for word in words]
    parts += [str(body_of(word)[2]).encode() for word in words if "." in word]
    files = [path for path in server.folder.rglob("*") if path.is_file()]
    return [path.name for path in files if any(part in path.read_bytes() for part in parts)]
