"""What letters say, in whose time and language, and what they never say where others look."""

import re
from email.message import EmailMessage
from typing import Any

import pytest
from flask import Flask

from facilitator.content.texts.letters import SUBJECTS, TEXTS
from facilitator.house import House
from facilitator.mail.shapes import SHAPES
from facilitator.mail.worker import Worker
from facilitator.store.database import read, write
from facilitator.store.links import LinkKind, link_behind, open_link
from facilitator.store.meeting_tables import MeetingReply, Series
from facilitator.store.outbox import MailKind, post
from facilitator.store.outbox_tables import OutboxRow
from facilitator.store.people_tables import Person
from facilitator.use_cases.change_meetings import cancel_meeting, move_meeting
from facilitator.use_cases.mail_choices import NOTHING, MailChoices, choose_mail
from tests.calendar_rows import HOUR_MS, a_group, a_meeting, a_series, belongs, holds
from tests.mail.post_office import PostOffice, text_of
from tests.web.visitors import FixedClock

NAMES = ("Thursday walkers", "Jo Marie", "Ria")
WISHES = {"mail_notes": True, "mail_day_before": True, "mail_hour_before": True}


class Post:
    """A group with a weekly series, and Jo, who gets mail about it."""

    def __init__(self, house: House, worker: Worker, office: PostOffice) -> None:
        self.house, self.worker, self.office = house, worker, office
        self.group = a_group(house, name="Thursday walkers", topics='["Grief"]')
        self.jo = belongs(house, self.group, "jo@example.org", name="Jo Marie", **WISHES)
        self.ria = belongs(house, self.group, "ria@example.org", holds="facilitator")
        self.series = a_series(house, self.group)
        self.meetings = [a_meeting(house, self.series) for _ in range(4)]
        holds(house, self.meetings[0], self.ria)
        self._keys = 0

    def writes(self, kind: MailKind, to: str = "", **facts: Any) -> EmailMessage | None:
        """The letter that arrives; None when none does."""
        self._keys += 1
        before = len(self.office.letters)
        with write(self.house.database) as session:
            post(
                session,
                kind,
                once_key=f"{kind}:{self._keys}",
                person_id=to or self.jo,
                group_id=self.group,
                facts=facts,
                now=self.house.clock.now(),
            )
        self.worker.send_due()
        with read(self.house.database) as session:
            troubles = {row.trouble for row in session.query(OutboxRow)}
        assert troubles == {""}
        return (self.office.letters[before:] or [None])[0]

    def facts(self, kind: MailKind) -> dict[str, Any]:
        """Facts of this kind, as somebody would write them down."""
        of_series = {"series": self.series}
        of_one = {"meeting": self.meetings[0]}
        now = self.house.clock.now()
        given: dict[MailKind, dict[str, Any]] = {
            MailKind.INVITATION: {},
            MailKind.WELCOME: {},
            MailKind.NEW_MEETINGS: of_series,
            MailKind.CHANGED: {**of_series, **of_one, "said": "A later tram."},
            MailKind.CANCELLED: {**of_series, **of_one, "said": "I can’t be there."},
            MailKind.HOLDER_ASKED: {**of_one, "part": "co"},
            MailKind.HOLDERS_CHANGED: {**of_one, "said": "Ria comes."},
            MailKind.PLACE_OFFERED: {**of_one, "until": now + 3 * HOUR_MS},
            MailKind.NOTE: {"said": "Bring a chair."},
            MailKind.ENDING: {**of_series, **of_one, "left": 2},
        }
        return given.get(kind, of_one)


@pytest.fixture
def jos_post(house: House, worker: Worker, office: PostOffice) -> Post:
    return Post(house, worker, office)


def replies_offered(post: Post) -> None:
    with write(post.house.database) as session:
        session.add(
            MeetingReply(
                meeting_id=post.meetings[0],
                person_id=post.jo,
                answer="coming",
                place="offered",
                line=1,
                changed_at=0,
            )
        )


@pytest.mark.parametrize("kind", list(MailKind))
def test_every_kind_has_a_letter(jos_post: Post, kind: MailKind) -> None:
    """In words and in HTML, with the way to answer and nothing from elsewhere; its headers and its
    first line name no group, no topic and nobody (I35)."""
    to = jos_post.jo
    if kind is MailKind.INVITATION:
        to = belongs(jos_post.house, jos_post.group, "new@example.org", joined_at=None)
        with write(jos_post.house.database) as session:
            house = jos_post.house
            now = house.clock.now()
            open_link(session, house.secret, LinkKind.INVITATION, jos_post.group, to, now=now)
    if kind is MailKind.PLACE_OFFERED:
        replies_offered(jos_post)
    letter = jos_post.writes(kind, to, **jos_post.facts(kind))
    assert letter is not None
    text = text_of(letter)
    html = letter.get_body(("html",))
    assert html is not None
    told = [line for line in text.splitlines() if line]

    assert letter["Subject"] == SUBJECTS[kind]
    assert "https://circle.example.org/" in text
    assert "{" not in text
    headers = " ".join(f"{name}: {value}" for name, value in letter.items())
    assert not [name for name in NAMES if name in headers or name in told[1]]
    assert "Grief" not in letter.as_string()
    assert not re.findall(r"(?:src|background|@import|url\()", html.get_content())
    assert set(re.findall(r'href="(https?://[^/"]+)', html.get_content())) == {
        "https://circle.example.org"
    }
    assert (letter["Auto-Submitted"], letter["From"]) == (
        "auto-generated",
        "post@holdspace.example",
    )


def test_every_shape_has_its_sentences() -> None:
    """No letter asks for a sentence that isn't there."""
    codes = {code.lstrip(">") for shape in SHAPES.values() for code in shape if code[0] != "@"}

    assert codes <= TEXTS.keys()


def test_dates_are_told_in_the_readers_time(jos_post: Post) -> None:
    """Theirs if they chose one, else the group's; the day too, where it is another."""
    with write(jos_post.house.database) as session:
        session.query(Person).filter(Person.id == jos_post.jo).update({"zone": "Asia/Kathmandu"})
    to_jo = jos_post.writes(MailKind.DAY_BEFORE, meeting=jos_post.meetings[0])
    to_ria = jos_post.writes(MailKind.NOBODY_OPENED, jos_post.ria, meeting=jos_post.meetings[0])
    assert to_jo is not None
    assert to_ria is not None

    assert "Saturday, January 16, 2027, 1:45\u202fPM (Kathmandu)" in text_of(to_jo)
    assert "Saturday, January 16, 2027, 9:00\u202fAM (Berlin)" in text_of(to_ria)


def test_a_moved_date_is_told_with_the_one_it_was(jos_post: Post) -> None:
    """So that whoever has many knows which."""
    meeting = jos_post.meetings[0]
    said = "A later tram."
    assert move_meeting(jos_post.house, jos_post.group, meeting, "2027-01-17T10:30", said) == ()
    jos_post.worker.send_due()

    assert (
        "instead of Saturday, January 16, 2027, 9:00\u202fAM (Berlin)"
        " it is Sunday, January 17, 2027, 10:30\u202fAM (Berlin)."
    ) in text_of(jos_post.office.to("jo@example.org")[-1])


def test_a_letter_speaks_the_readers_language(jos_post: Post) -> None:
    """And its dates with it."""
    with write(jos_post.house.database) as session:
        session.query(Person).filter(Person.id == jos_post.jo).update({"language": "es"})
    letter = jos_post.writes(MailKind.DAY_BEFORE, meeting=jos_post.meetings[0])
    assert letter is not None

    assert letter["Content-Language"] == "es"
    assert "sábado, 16 de enero de 2027" in text_of(letter)


def test_a_reminder_of_a_meeting_that_is_called_off_stays_here(jos_post: Post) -> None:
    """Nobody is led to a door that doesn't open."""
    cancel_meeting(jos_post.house, jos_post.group, jos_post.meetings[0], "I’m ill.")
    jos_post.worker.send_due()

    assert jos_post.writes(MailKind.DAY_BEFORE, meeting=jos_post.meetings[0]) is None


def test_an_offer_that_went_on_is_not_told(jos_post: Post, clock: FixedClock) -> None:
    """When the mail server was away that long."""
    replies_offered(jos_post)

    assert jos_post.writes(MailKind.PLACE_OFFERED, **jos_post.facts(MailKind.PLACE_OFFERED))
    facts = {**jos_post.facts(MailKind.PLACE_OFFERED), "until": clock.now() - 1}
    assert jos_post.writes(MailKind.PLACE_OFFERED, **facts) is None


def test_an_invitation_that_was_taken_back_stays_here(jos_post: Post) -> None:
    """Its link would open nothing."""
    sam = belongs(jos_post.house, jos_post.group, "sam@example.org", joined_at=None)

    assert jos_post.writes(MailKind.INVITATION, sam) is None


def test_a_wish_for_silence_counts_when_mail_leaves(jos_post: Post) -> None:
    """Also for what was written down before it; whoever holds meetings still hears of theirs."""
    house, group = jos_post.house, jos_post.group
    choose_mail(house, group, jos_post.jo, NOTHING)
    choose_mail(house, group, jos_post.ria, NOTHING)

    changed = jos_post.facts(MailKind.CHANGED)
    assert jos_post.writes(MailKind.CHANGED, **changed) is None
    assert jos_post.writes(MailKind.NOTE, said="Hello") is None
    assert jos_post.writes(MailKind.CHANGED, jos_post.ria, **changed)
    assert jos_post.writes(MailKind.NOTE, jos_post.ria, said="Hello") is None
    choose_mail(house, group, jos_post.jo, MailChoices(True, False, False, False))
    assert jos_post.writes(MailKind.CHANGED, **changed)


def test_one_press_in_a_mail_program_stops_it(jos_post: Post, app: Flask) -> None:
    """RFC 8058: the address in the header takes a POST without a page, a token or a cookie."""
    letter = jos_post.writes(MailKind.NOTE, said="Hello")
    assert letter is not None
    address = letter["List-Unsubscribe"].strip("<>").removeprefix("https://circle.example.org")
    browser = app.test_client()
    opened = browser.get(address)
    still = jos_post.writes(MailKind.NOTE, said="Still")
    pressed = browser.post(address, data={"List-Unsubscribe": "One-Click"})

    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert (opened.status_code, still is not None) == (303, True)
    assert pressed.status_code == 204
    assert jos_post.writes(MailKind.NOTE, said="Hello again") is None


def test_what_one_link_opens_another_doesnt(jos_post: Post) -> None:
    """The link to choose mail with is no way in."""
    letter = jos_post.writes(MailKind.NOTE, said="Hello")
    assert letter is not None
    found = re.search(r"/mail/([\w-]+)", text_of(letter))
    assert found is not None
    with read(jos_post.house.database) as session:
        now = jos_post.house.clock.now()
        assert link_behind(session, LinkKind.SEAT, found[1], now=now) is None
        assert link_behind(session, LinkKind.MAIL, found[1], now=now) is not None


def test_a_series_that_another_follows_is_told_as_such(jos_post: Post) -> None:
    """Two mails about one change don't contradict each other."""
    whole = jos_post.writes(MailKind.CHANGED, series=jos_post.series, meeting=None, said="Later.")
    before = jos_post.writes(MailKind.CHANGED, series=jos_post.series, meeting=None, said="")
    with write(jos_post.house.database) as session:
        session.query(Series).update({"state": "ended"})
    assert whole is not None
    assert before is not None

    assert "The dates have changed. These come next:" in text_of(whole)
    assert "> Later." in text_of(whole)
    assert "These are the last dates as you know them." in text_of(before)
    assert ">" not in text_of(before)
