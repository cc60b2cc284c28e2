"""The group's own link: what it shows before a door opens, and where it leads then."""

import pytest
from flask import Flask

from facilitator.circle import commands as c
from facilitator.house import House
from facilitator.store import links
from facilitator.store.database import write
from facilitator.store.group_tables import AgreementVersion, Group
from facilitator.store.links import LinkKind
from facilitator.store.meeting_tables import Meeting, Notice
from facilitator.tokens import fresh_id
from facilitator.use_cases.close_circle import close_circle
from facilitator.use_cases.keep_meetings import keep_meetings
from facilitator.use_cases.run_command import run_system
from tests.calendar_rows import a_group, a_meeting, a_series, belongs, holds
from tests.web.queries import questions
from tests.web.visitors import FixedClock, Visitor

MINUTE = 60_000
DAY = 24 * 60 * MINUTE


class Walkers:
    """A group in Berlin with a meeting tomorrow, held by Ria."""

    def __init__(self, house: House, clock: FixedClock) -> None:
        self.house, self.clock = house, clock
        self.id = a_group(
            house, topics='["Walking", "Company"]', fallback_words="We write to you tomorrow."
        )
        self.ria = belongs(
            house,
            self.id,
            "ria@example.org",
            organizes=True,
            holds="facilitator",
            role_words="a peer like you",
        )
        self.series = a_series(house, self.id)
        self.starts_at = clock.now() + DAY
        self.meeting = a_meeting(house, self.series, self.starts_at)
        holds(house, self.meeting, self.ria)
        with write(house.database) as session:
            link = links.open_link(session, house.secret, LinkKind.GROUP, self.id, now=clock.now())
        self.page = f"/meet/{link.key}"

    def comes_to(self, minutes: int) -> None:
        self.clock.instant = self.starts_at + minutes * MINUTE
        keep_meetings(self.house)

    def changes(self, **values: object) -> None:
        with write(self.house.database) as session:
            for name, value in values.items():
                setattr(session.get_one(Meeting, self.meeting), name, value)

    def becomes(self, **values: object) -> None:
        with write(self.house.database) as session:
            for name, value in values.items():
                setattr(session.get_one(Group, self.id), name, value)

    def tells(self, kind: str, said: str, *, of_meeting: bool = True) -> None:
        with write(self.house.database) as session:
            session.add(
                Notice(
                    id=fresh_id(),
                    group_id=self.id,
                    meeting_id=self.meeting if of_meeting else None,
                    kind=kind,
                    said=said,
                    made_at=self.clock.now(),
                )
            )

    @property
    def circle_id(self) -> str:
        with write(self.house.database) as session:
            return session.get_one(Meeting, self.meeting).circle_id or ""

    def member_comes(self, app: Flask, email: str = "mo@example.org") -> Visitor:
        """Mo belongs to the group and has opened the link in their mail."""
        mo = belongs(self.house, self.id, email)
        with write(self.house.database) as session:
            key = links.kept_link(
                session, self.house.secret, LinkKind.SEAT, self.id, mo, now=self.clock.now()
            ).key
        visitor = Visitor(app.test_client(), address="198.51.100.44")
        visitor.client.set_cookie(f"member-{self.id}", key)
        return visitor


@pytest.fixture
def walkers(house: House, clock: FixedClock) -> Walkers:
    return Walkers(house, clock)


def test_everything_somebody_may_want_to_know_at_home(somebody: Visitor, walkers: Walkers) -> None:
    """When, on which clock, who holds it, what happens, what it is about, where else to turn."""
    with write(walkers.house.database) as session:
        session.add(
            AgreementVersion(
                group_id=walkers.id, version=1, lines='["We keep our phones away."]', made_at=1
            )
        )

    answer = somebody.opens(walkers.page)

    assert answer.status_code == 200
    for words in (
        "Thursday walkers",
        "Saturday, January 16, 9:00 AM (Europe/Berlin)",
        "As clocks show it in Europe/Berlin.",
        "Ria , a peer like you",
        "From 9:00 AM to 10:00 AM (Europe/Berlin)",
        "Check-in, 7 min",
        "Walking · Company",
        "Up to 8 people",
        "We keep our phones away.",
        "Crisis line: 555 0100",
        "hello@example.org",
    ):
        assert words in somebody.reads, words
    assert f'data-at="{walkers.starts_at}"' in answer.text


def test_tab_and_address_are_neutral(somebody: Visitor, walkers: Walkers) -> None:
    """Neither names the group, what it is about, or a person (I35)."""
    answer = somebody.opens(walkers.page)

    assert "<title>Holdspace</title>" in answer.text
    assert answer.headers["Referrer-Policy"] in ("no-referrer", "same-origin")
    assert "walk" not in walkers.page.lower()


def test_links_that_open_nothing_look_alike(
    somebody: Visitor, walkers: Walkers, clock: FixedClock
) -> None:
    """One that was replaced, a seat's, and one that never was."""
    with write(walkers.house.database) as session:
        secret, now = walkers.house.secret, clock.now()
        seat = links.open_link(session, secret, LinkKind.SEAT, walkers.id, walkers.ria, now=now)
        links.open_link(session, secret, LinkKind.GROUP, walkers.id, now=now + 1)

    answers = [
        somebody.opens(path)
        for path in (walkers.page, f"/meet/{seat.key}", "/meet/nothing-at-all", "/meet/%00")
    ]

    assert {answer.status_code for answer in answers} == {404}
    assert all("This door has closed" in answer.text for answer in answers)


def test_the_same_link_leads_in_when_the_door_opens(somebody: Visitor, walkers: Walkers) -> None:
    """Ten minutes before; and the address of the door holds no name either."""
    walkers.comes_to(-10)

    answer = somebody.opens(walkers.page)

    assert answer.status_code == 303
    assert answer.headers["Location"].startswith("/door/")
    somebody.opens(answer.headers["Location"])
    assert "What may we call you?" in somebody.reads


def test_two_open_rooms_are_both_shown(somebody: Visitor, walkers: Walkers) -> None:
    """Nobody is led into one of them by chance."""
    a_meeting(walkers.house, a_series(walkers.house, walkers.id), walkers.starts_at + 5 * MINUTE)
    walkers.comes_to(-4)

    answer = somebody.opens(walkers.page)

    assert answer.status_code == 200
    assert answer.text.count("/door/") == 2


def test_a_closed_group_lets_its_members_in(
    app: Flask, somebody: Visitor, walkers: Walkers
) -> None:
    """Mo goes straight to the door; somebody who was sent the link reads a kind sentence."""
    walkers.becomes(access="closed")
    mo = walkers.member_comes(app)
    walkers.comes_to(-10)

    assert mo.opens(walkers.page).status_code == 303
    assert somebody.opens(walkers.page).status_code == 200
    assert "The room is open for the people of this group" in somebody.reads
    assert "/door/" not in somebody.last.text


def test_what_a_closed_group_was_told_is_its_own(
    app: Flask, somebody: Visitor, walkers: Walkers
) -> None:
    """The words stand there for Mo, and for nobody else."""
    walkers.becomes(access="closed")
    walkers.tells("holders", "Tom is there in Ria’s place.")
    mo = walkers.member_comes(app)

    assert "Tom is there" in mo.opens(walkers.page).text
    assert "My page in this group" in mo.reads
    assert "Tom is there" not in somebody.opens(walkers.page).text
    walkers.comes_to(-10)
    door = mo.opens(walkers.page).headers["Location"]
    assert "Tom is there" in mo.opens(door).text
    assert "Tom is there" not in somebody.opens(door).text


def test_a_cancelled_meeting_has_a_human_message_and_a_next_date(
    somebody: Visitor, walkers: Walkers
) -> None:
    """Its own date is struck through, and the next one is what the page is about now."""
    later = a_meeting(walkers.house, walkers.series)
    walkers.changes(state="cancelled")
    walkers.tells("cancelled", "I have a fever.\nSee you next week. Ria")

    somebody.opens(walkers.page)

    assert "A meeting doesn’t take place Saturday, January 16" in somebody.reads
    assert "I have a fever. See you next week. Ria" in somebody.reads
    assert "The next meeting Saturday, January 23" in somebody.reads
    assert "Crisis line" in somebody.reads
    assert later


def test_what_was_told_long_ago_is_no_news(
    somebody: Visitor, walkers: Walkers, clock: FixedClock
) -> None:
    """A note of the group stays for two weeks, a meeting's for half a day after it."""
    walkers.tells("moved", "It is an hour later.")
    walkers.tells("note", "The kettle is mended.", of_meeting=False)
    assert "The kettle is mended." in somebody.opens(walkers.page).text

    clock.pass_days(13)
    page = somebody.opens(walkers.page).text
    assert "It is an hour later." not in page
    assert "The kettle is mended." in page

    clock.pass_days(2)
    assert "The kettle is mended." not in somebody.opens(walkers.page).text


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (2, "Two more meetings come after this one."),
        (1, "One more meeting comes after this one."),
        (0, "This is the last meeting of the series."),
    ],
)
def test_an_ending_is_foretold(somebody: Visitor, walkers: Walkers, left: int, words: str) -> None:
    """Two meetings ahead, on the group's page and at the door (I45)."""
    walkers.changes(left_after=3)
    assert "come after this one" not in somebody.opens(walkers.page).text
    walkers.changes(left_after=left)

    assert words in somebody.opens(walkers.page).text
    walkers.comes_to(-10)
    somebody.client.get(walkers.page, follow_redirects=True)
    assert words in somebody.opens(f"{somebody.opens(walkers.page).headers['Location']}").text


def test_five_minutes_after_the_beginning_the_door_says_whose_doing_it_is(
    somebody: Visitor, walkers: Walkers
) -> None:
    """Not before; and people may sit inside meanwhile."""
    walkers.comes_to(4)
    door = somebody.opens(walkers.page).headers["Location"]
    assert "No one has opened the room yet." not in somebody.opens(door).text

    walkers.comes_to(5)

    assert "No one has opened the room yet" in somebody.opens(door).text
    assert "Come in" in somebody.reads


def test_when_nobody_came_to_hold_it(somebody: Visitor, walkers: Walkers) -> None:
    """The page says whose doing it is, and the organizer's own words."""
    a_meeting(walkers.house, walkers.series)
    walkers.comes_to(-10)
    door = somebody.opens(walkers.page).headers["Location"]
    walkers.clock.instant = walkers.starts_at + 20 * MINUTE
    run_system(walkers.house, walkers.circle_id, c.TimeRanOut())
    keep_meetings(walkers.house)

    for path in (walkers.page, door):
        somebody.opens(path)
        assert "on us, not you" in somebody.reads
        assert "We write to you tomorrow." in somebody.reads
        assert "Saturday, January 23" in somebody.reads

    walkers.clock.pass_days(1)
    assert "on us" not in somebody.opens(walkers.page).text


def test_the_last_page_of_a_circle_says_when_the_next_one_is(
    somebody: Visitor, walkers: Walkers
) -> None:
    """And where all dates are (I44)."""
    a_meeting(walkers.house, walkers.series)
    walkers.comes_to(-10)
    door = somebody.opens(walkers.page).headers["Location"]
    close_circle(walkers.house, walkers.circle_id)

    somebody.opens(door)

    assert "It’s finished for today" in somebody.reads
    assert "Next time: Saturday, January 23, 9:00 AM (Europe/Berlin)" in somebody.reads
    assert walkers.page in somebody.last.text


def test_after_the_last_one_the_last_page_says_so(somebody: Visitor, walkers: Walkers) -> None:
    """No date is made up."""
    walkers.changes(left_after=0)
    walkers.comes_to(-10)
    door = somebody.opens(walkers.page).headers["Location"]
    close_circle(walkers.house, walkers.circle_id)

    somebody.opens(door)

    assert "No next date is set yet." in somebody.reads
    assert "This is the last meeting of the series." in somebody.reads


def test_a_door_that_was_cancelled_says_it_in_somebody_s_words(
    somebody: Visitor, walkers: Walkers
) -> None:
    """Also to somebody who stood before it."""
    walkers.comes_to(-10)
    door = somebody.opens(walkers.page).headers["Location"]
    walkers.changes(state="cancelled")
    walkers.tells("cancelled", "The heating is broken here.")
    walkers.comes_to(-9)

    answer = somebody.opens(door)

    assert answer.status_code == 410
    assert "This circle doesn’t take place" in somebody.reads
    assert "The heating is broken here." in somebody.reads


def test_as_many_questions_however_long_the_series(somebody: Visitor, walkers: Walkers) -> None:
    """The page asks the database the same for two meetings as for forty."""
    with questions(walkers.house) as few:
        somebody.opens(walkers.page)
    for _ in range(40):
        a_meeting(walkers.house, walkers.series)
    with questions(walkers.house) as many:
        somebody.opens(walkers.page)

    assert len(many) == len(few)
