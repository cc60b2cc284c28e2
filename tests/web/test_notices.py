"""Notices: what a group is told, in somebody's own words, once."""

import re

import pytest
from sqlalchemy import select

from facilitator.house import House
from facilitator.store.database import read
from facilitator.store.outbox_tables import OutboxRow
from tests.calendar_rows import a_group, a_meeting, a_series, belongs
from tests.web.visitors import Visitor


@pytest.fixture
def group(house: House, ria: Visitor) -> str:
    """A group that Ria, who is signed in, organizes; Lee likes to get its notes, Kim doesn't."""
    group = a_group(house)
    belongs(house, group, "ria@example.org", organizes=True)
    belongs(house, group, "lee@example.org", mail_notes=True)
    belongs(house, group, "kim@example.org")
    belongs(house, group, "asked@example.org", mail_notes=True, joined_at=None)
    ria.signs_in()
    return group


@pytest.fixture
def page(group: str) -> str:
    return f"/groups/{group}/notices"


def mails(house: House) -> list[OutboxRow]:
    with read(house.database) as session:
        return list(session.scalars(select(OutboxRow)))


def form_id(ria: Visitor, page: str) -> str:
    """The id under which the note of a form is told."""
    found = re.search(r'name="note" value="([^"]+)"', ria.opens(page).text)
    assert found is not None
    return found.group(1)


def test_a_note_stands_on_the_page_and_goes_to_those_who_asked_for_notes(
    house: House, ria: Visitor, page: str
) -> None:
    """Nobody else gets mail, least of all somebody who hasn't said yes to the group."""
    assert ria.sends(page, said="We sit in the garden.\nBring a blanket.").status_code == 303

    ria.opens(page)

    assert "We sit in the garden." in ria.reads
    assert [mail.kind for mail in mails(house)] == ["note"]


def test_a_note_sent_twice_is_told_once(house: House, ria: Visitor, page: str) -> None:
    """A double click, or a page that was sent again."""
    note = form_id(ria, page)
    for _ in range(2):
        ria.sends(page, said="We sit in the garden.", note=note)

    assert ria.opens(page).text.count("We sit in the garden.") == 1
    assert len(mails(house)) == 1


def test_a_note_may_be_about_one_meeting(house: House, ria: Visitor, group: str, page: str) -> None:
    """It says which."""
    meeting = a_meeting(house, a_series(house, group))

    ria.sends(page, said="We sit in the garden.", meeting=meeting)

    ria.opens(page)
    assert "From the group : Sat, Jan 16, 9:00 AM" in ria.reads


def test_a_meeting_that_isnt_ahead_is_no_choice(
    house: House, ria: Visitor, group: str, page: str
) -> None:
    """Of another group, cancelled, or never planned: nothing is told, and the words are kept."""
    gone = a_meeting(house, a_series(house, group), state="cancelled")
    other = a_group(house, name="Others")
    theirs = a_meeting(house, a_series(house, other))
    for meeting in (gone, theirs, "never", "\0"):
        answer = ria.sends(page, said="We sit in the garden.", meeting=meeting)

        assert answer.status_code == 422
        assert "This meeting isn’t ahead any more." in ria.reads
        assert "We sit in the garden.</textarea>" in answer.text
    assert mails(house) == []


@pytest.mark.parametrize("said", ["", " \n ", "a\0b", "long " * 1000])
def test_a_note_without_clear_words_is_told_to_nobody(
    house: House, ria: Visitor, page: str, said: str
) -> None:
    """A sentence stands beside the field and at the top."""
    answer = ria.sends(page, said=said)

    assert answer.status_code == 422
    assert 'id="said-error"' in answer.text
    assert 'href="#said"' in answer.text
    assert mails(house) == []


def test_words_are_shown_as_they_were_written(ria: Visitor, page: str) -> None:
    """Markup is text."""
    ria.sends(page, said="<script>alert(1)</script>")

    assert "<script>alert" not in ria.opens(page).text


def test_whoever_holds_reads_notices_and_writes_none(
    house: House, tom: Visitor, group: str, page: str
) -> None:
    """The group's voice is its organizers'."""
    belongs(house, group, "tom@example.org", holds="facilitator")

    assert "<textarea" not in tom.opens(page).text
    assert tom.sends(page, said="Hello").status_code == 404


@pytest.mark.parametrize("note", ["", "x", "A" * 16, "0" * 17, "\0"])
def test_a_form_without_a_clear_id_is_told_all_the_same(ria: Visitor, page: str, note: str) -> None:
    """Somebody's words aren't lost over a field they never saw."""
    assert ria.sends(page, said="We sit in the garden.", note=note).status_code == 303
    assert "We sit in the garden." in ria.opens(page).text
