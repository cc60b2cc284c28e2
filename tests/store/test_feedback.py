"""Answers after a circle, as they are stored: in SQLite, and in PostgreSQL where there is one."""

import base64
import json
import threading
from pathlib import Path

import pytest
from sqlalchemy import text

from facilitator.circle.plan import Medium
from facilitator.house import House
from facilitator.store.database import read
from facilitator.tickets import DAY_MS, Ticket, write_ticket
from facilitator.tokens import fresh_token, token_hash
from facilitator.use_cases.add_person import add_person
from facilitator.use_cases.give_ticket import give_ticket, ticket_secret
from facilitator.use_cases.make_group import GroupWords, make_group
from facilitator.use_cases.open_circle_for import open_circle_for
from facilitator.use_cases.read_feedback import read_feedback
from facilitator.use_cases.take_answers import Outcome, forget_used_tickets, take_answers
from tests.store.houses import StandingClock, a_house

ALL = {"free": "yes", "listened": "no", "again": "yes", "knew": "mostly", "leaving": "steady"}


@pytest.fixture
def group(house: House) -> str:
    return a_group(house)


def a_group(house: House, email: str = "ria@example.org") -> str:
    person = add_person(house, name="Ria", email=email, password="a quiet long sentence")
    words = GroupWords("Thursdays", "hello@example.org", "555 0100", "peer facilitator")
    return make_group(house, words, by=person.person_id)


def a_circle(house: House, group_id: str | None) -> str:
    return open_circle_for(
        house,
        emails=("ria@example.org",),
        group_id=group_id,
        agenda="short",
        seats_max=8,
        medium=Medium.MIXED,
        starts_in_ms=0,
    ).circle_id


def ticket(house: House, group_id: str) -> str:
    given = give_ticket(house, a_circle(house, group_id))
    assert given is not None
    return given


def rows(house: House, table: str) -> list[tuple[object, ...]]:
    with read(house.database) as session:
        return [tuple(row) for row in session.execute(text(f"select * from {table}"))]


def test_a_ticket_names_a_group_and_a_day_and_nothing_else(
    house: House, group: str, clock: StandingClock
) -> None:
    """Two of one circle are different texts that say the same; neither knows circle or seat."""
    circle_id = a_circle(house, group)

    tickets = [give_ticket(house, circle_id) for _ in range(2)]

    said = []
    for one in tickets:
        assert one is not None
        body = json.loads(base64.urlsafe_b64decode(one.partition(".")[0] + "=="))
        said.append(body[:2])
        assert len(body) == 3
        assert circle_id not in json.dumps(body)
    assert tickets[0] != tickets[1]
    assert said == [[group, clock.at // DAY_MS]] * 2


def test_nothing_is_written_when_a_ticket_is_given(house: House, group: str) -> None:
    """The database can't tell how many were given, or to whom."""
    circle_id = a_circle(house, group)
    before = {table: rows(house, table) for table in TABLES}

    give_ticket(house, circle_id)

    assert {table: rows(house, table) for table in TABLES} == before


TABLES = ("circle", "feedback_used", "feedback_waiting", "feedback_count", "circle_events")


def test_a_circle_of_no_group_gives_no_ticket(house: House) -> None:
    """A rehearsal is one; nobody would read the answers."""
    a_group(house)
    assert give_ticket(house, a_circle(house, None)) is None
    assert give_ticket(house, "nosuchcircle") is None


def test_below_five_nothing_is_counted(house: House, group: str) -> None:
    """Four wait; with the fifth all five count, and none is left waiting."""
    for _ in range(4):
        take_answers(house, ticket(house, group), ALL)
    assert read_feedback(house, group) == {}
    assert len(rows(house, "feedback_waiting")) == 4 * 4

    take_answers(house, ticket(house, group), {**ALL, "free": "not_really"})

    assert read_feedback(house, group) == {
        ("free", "yes"): 4,
        ("free", "not_really"): 1,
        ("knew", "mostly"): 5,
        ("leaving", "steady"): 5,
        ("listened_again", "no+yes"): 5,
    }
    assert rows(house, "feedback_waiting") == []


def test_each_question_waits_for_five_of_its_own(house: House, group: str) -> None:
    """Else the only one who answered a question would be told from the others."""
    for _ in range(4):
        take_answers(house, ticket(house, group), {"free": "yes"})

    take_answers(house, ticket(house, group), {"free": "mostly", "leaving": "less"})

    assert read_feedback(house, group) == {("free", "yes"): 4, ("free", "mostly"): 1}
    assert [row[2:] for row in rows(house, "feedback_waiting")] == [("leaving", "less")]


def test_after_the_first_five_the_next_wait_again(house: House, group: str) -> None:
    """A sixth is not seen until four more came."""
    for _ in range(9):
        take_answers(house, ticket(house, group), {"knew": "yes"})
    assert read_feedback(house, group) == {("knew", "yes"): 5}

    take_answers(house, ticket(house, group), {"knew": "yes"})

    assert read_feedback(house, group) == {("knew", "yes"): 10}


def test_a_pair_is_kept_as_a_pair_or_not_at_all(house: House, group: str) -> None:
    """Whether somebody listened says nothing without whether they would come again."""
    take_answers(house, ticket(house, group), {"listened": "yes"})
    take_answers(house, ticket(house, group), {"again": "unsure"})

    assert rows(house, "feedback_waiting") == []


def test_a_ticket_counts_once(house: House, group: str) -> None:
    """Sent again it is answered again, and nothing more happens."""
    once = ticket(house, group)

    for _ in range(7):
        assert take_answers(house, once, {"free": "yes"}) is Outcome.TAKEN

    assert len(rows(house, "feedback_waiting")) == 1
    assert rows(house, "feedback_used") == [(token_hash(once), house.clock.now() // DAY_MS)]


def test_a_ticket_lasts_a_day_and_its_hash_no_longer(
    house: House, group: str, clock: StandingClock
) -> None:
    """On the day after the next it opens nothing, and nothing is left of those that were used."""
    used, late = ticket(house, group), ticket(house, group)
    clock.at += DAY_MS
    assert take_answers(house, used, ALL) is Outcome.TAKEN
    forget_used_tickets(house)
    assert len(rows(house, "feedback_used")) == 1

    clock.at += DAY_MS
    forget_used_tickets(house)

    assert take_answers(house, late, ALL) is Outcome.NO_TICKET
    assert rows(house, "feedback_used") == []


def test_a_ticket_from_tomorrow_opens_nothing(house: House, group: str) -> None:
    """A clock that went back must not make tickets that outlive their hashes."""
    tomorrow = house.clock.now() // DAY_MS + 1
    early = write_ticket(ticket_secret(house), Ticket(group, tomorrow))

    assert take_answers(house, early, ALL) is Outcome.NO_TICKET


@pytest.mark.parametrize(
    "junk",
    [
        {"free": "perhaps"},
        {"free": ""},
        {"name": "Sam"},
        {"listened_again": "yes+yes"},
        {**ALL, "knew": "x" * 1000},
    ],
)
def test_what_was_not_asked_is_not_kept(house: House, group: str, junk: dict[str, str]) -> None:
    """And the ticket is still good for a clear answer."""
    once = ticket(house, group)

    assert take_answers(house, once, junk) is Outcome.UNCLEAR

    assert rows(house, "feedback_waiting") == rows(house, "feedback_used") == []
    assert take_answers(house, once, {"free": "yes"}) is Outcome.TAKEN
    assert len(rows(house, "feedback_waiting")) == 1


def test_a_group_that_is_gone_takes_its_answers_along(house: House, group: str) -> None:
    """Neither a waiting answer nor a sum outlives the group."""
    late = ticket(house, group)
    for _ in range(6):
        take_answers(house, ticket(house, group), {"free": "yes"})
    with house.database.begin() as connection:
        connection.execute(text("delete from peer_group"))

    assert take_answers(house, late, ALL) is Outcome.NO_TICKET
    assert rows(house, "feedback_waiting") == rows(house, "feedback_count") == []


def test_no_row_says_which_came_first(house: House, group: str) -> None:
    """Ids are drawn anew with each arrival; SQLite has numbered no row and wrote them in an order
    of its own, so the place of a row in the file says nothing either."""
    take_answers(house, ticket(house, group), {"free": "not_really"})
    first = {row[1] for row in rows(house, "feedback_waiting")}

    take_answers(house, ticket(house, group), {"free": "yes"})

    assert not first & {row[1] for row in rows(house, "feedback_waiting")}
    if house.database.dialect.name == "sqlite":
        for table in ("feedback_waiting", "feedback_used", "feedback_count"):
            with pytest.raises(Exception, match="no such column"), read(house.database) as session:
                session.execute(text(f"select rowid from {table}"))


def test_all_who_answer_at_once_are_counted_once(
    house: House, group: str, url: str, tmp_path: Path, clock: StandingClock
) -> None:
    """Two processes take twenty answers; some tickets are sent to both."""
    other = a_house(url, tmp_path, clock)
    tickets = [ticket(house, group) for _ in range(20)]
    wrong: list[object] = []

    def send(process: House, mine: list[str]) -> None:
        wrong.extend(
            outcome
            for one in mine
            if (outcome := take_answers(process, one, {"free": "yes"})) is not Outcome.TAKEN
        )

    threads = [
        threading.Thread(target=send, args=(house, tickets[:15])),
        threading.Thread(target=send, args=(other, tickets[5:])),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other.database.dispose()

    assert wrong == []
    assert read_feedback(house, group) == {("free", "yes"): 20}
    assert rows(house, "feedback_waiting") == []


def test_two_groups_never_count_together(house: House, group: str) -> None:
    """Four here and one there are not five."""
    there = a_group(house, "lee@example.org")
    for _ in range(4):
        take_answers(house, ticket(house, group), {"free": "yes"})

    take_answers(house, ticket(house, there), {"free": "yes"})

    assert read_feedback(house, group) == read_feedback(house, there) == {}


def test_random_tickets_of_the_house_are_long(house: House, group: str) -> None:
    """Nobody guesses one: each carries as many random bits as a link."""
    body = base64.urlsafe_b64decode(ticket(house, group).partition(".")[0] + "==")

    assert len(json.loads(body)[2]) == len(fresh_token())
