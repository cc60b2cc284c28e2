"""A group's page: what comes next, who holds it, what was told, and the ways to everything else."""

import re
from collections.abc import Callable

import pytest

from facilitator.house import House
from facilitator.store.database import write
from facilitator.store.meeting_tables import Notice
from facilitator.use_cases.open_circle import open_circle
from tests.calendar_rows import (
    DAY_MS,
    a_group,
    a_meeting,
    a_series,
    belongs,
    holds,
    replies,
)
from tests.web.queries import questions
from tests.web.visitors import Visitor

NOW = 1_800_000_000_000


@pytest.fixture
def group(house: House, ria: Visitor) -> str:
    """A group that Ria, who is signed in, organizes and holds."""
    group = a_group(house)
    belongs(house, group, "ria@example.org", organizes=True, holds="facilitator")
    ria.signs_in()
    return group


@pytest.fixture
def page(group: str) -> str:
    return f"/groups/{group}"


@pytest.fixture
def series(house: House, group: str) -> str:
    return a_series(house, group)


def test_the_next_meetings_stand_there_on_the_readers_clock(
    house: House, ria: Visitor, page: str, series: str
) -> None:
    """The next three, never one that was left out, cancelled, is over or a draft."""
    for number, state in enumerate(("over", "cancelled", "skipped", "draft")):
        a_meeting(house, series, NOW + (number + 1) * DAY_MS, state=state)
    for number in range(10, 14):
        a_meeting(house, series, NOW + number * DAY_MS)

    ria.opens(page)

    assert "Monday, January 25, 9:00 AM – 10:00 AM" in ria.reads
    assert ria.last.text.count("next-meeting") == 3
    assert "Times are those of Europe/Berlin" in ria.reads


def test_who_holds_a_meeting_and_who_was_asked(
    house: House, ria: Visitor, group: str, page: str, series: str
) -> None:
    """Somebody who said no isn't named."""
    meeting = a_meeting(house, series)
    for name, part, answer in (
        ("Tom", "lead", "yes"),
        ("Kim", "co", "asked"),
        ("Lee", "co", "no"),
    ):
        person = belongs(house, group, f"{name}@example.org", name=name, holds="facilitator")
        holds(house, meeting, person, part=part, answer=answer)

    ria.opens(page)

    assert "Held by Tom Asked: Kim" in ria.reads
    assert "Lee" not in ria.reads


def test_seats_are_told_as_numbers_and_never_as_names(
    house: House, ria: Visitor, group: str, page: str, series: str
) -> None:
    """An offered seat is taken, too; who may come or doesn't isn't counted."""
    meeting = a_meeting(house, series)
    for number, (answer, place) in enumerate(
        (
            ("coming", "seat"),
            ("coming", "seat"),
            ("coming", "offered"),
            ("coming", "waiting"),
            ("maybe", ""),
            ("not_this_time", ""),
        )
    ):
        person = belongs(house, group, f"m{number}@example.org", name=f"Member{number}")
        replies(house, meeting, person, answer, place, line=number)

    ria.opens(page)

    assert "3 of 8 seats are taken. One person would like to come, too." in ria.reads
    assert "Member" not in ria.reads.replace("member", "")


def test_whoever_was_asked_to_hold_is_asked_here_too(
    house: House, tom: Visitor, group: str, page: str, series: str
) -> None:
    """A way to the answer stands beside the meeting."""
    meeting = a_meeting(house, series)
    person = belongs(house, group, "tom@example.org", holds="co_facilitator")
    holds(house, meeting, person, answer="asked")

    tom.opens(page)

    assert f'href="{page}/meetings/{meeting}/holders">You were asked to hold it' in tom.last.text


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (2, "Two more meetings come after this one."),
        (1, "One more meeting comes after this one."),
        (0, "This is the last meeting of the series."),
        (3, ""),
        (None, ""),
    ],
)
def test_an_ending_is_foretold(
    house: House, ria: Visitor, page: str, series: str, left: int | None, words: str
) -> None:
    """Two ahead, one ahead, and on the day (I45)."""
    a_meeting(house, series, left_after=left)

    ria.opens(page)

    assert words in ria.reads
    assert bool(words) == ("this one." in ria.reads or "the last meeting" in ria.reads)


def test_an_open_circle_is_open_and_held_by_somebody(
    house: House, ria: Visitor, tom: Visitor, group: str, page: str
) -> None:
    """Whoever only organizes reads that, and has no way in."""
    lee = belongs(house, group, "lee@example.org", name="Lee", holds="facilitator")
    belongs(house, group, "tom@example.org", organizes=True)
    open_circle(house, group_id=group, agenda="short", by=lee, starts_in_ms=0, seats_max=4)

    assert "Open, held by Lee Go to the room" in (ria.opens(page) and ria.reads)
    assert "Open, held by Lee" in (tom.opens(page) and tom.reads)
    assert "Go to the room" not in tom.reads


def test_who_only_organizes_opens_no_circle(
    house: House, tom: Visitor, group: str, page: str
) -> None:
    """There is no form for it, and sending one finds nothing."""
    belongs(house, group, "tom@example.org", organizes=True)

    assert "Open a circle now" not in tom.opens(page).text
    assert tom.sends(f"{page}/open", page=page, agenda="short").status_code == 404


def test_who_only_holds_sees_what_they_may_do(
    house: House, tom: Visitor, group: str, page: str, series: str
) -> None:
    """No way leads to a page that would say there is nothing at its address."""
    belongs(house, group, "tom@example.org", holds="co_facilitator")
    a_meeting(house, series)

    found = ways(tom, page)

    assert f"{page}/people" not in found
    assert f"{page}/meetings/new" not in found
    assert "Write a note" not in tom.reads


def ways(who: Visitor, page: str) -> set[str]:
    """Where the links on the page lead; each of them leads somewhere."""
    found = set(re.findall(r'href="(/(?!static)[^"#]*)"', who.opens(page).text))
    assert [way for way in found if who.opens(way).status_code >= 400] == []
    who.opens(page)
    return found


def test_every_way_on_the_page_leads_somewhere(
    house: House, ria: Visitor, group: str, page: str, series: str
) -> None:
    """For an organizer who holds: people, agreements, support, calendars, all of it."""
    meeting = a_meeting(house, series)
    holds(house, meeting, belongs(house, group, "tom@example.org", holds="facilitator"))

    found = ways(ria, page)

    for place in ("people", "agreements", "support", "agendas", "words", "feeds", "outbox"):
        assert f"{page}/{place}" in found


def test_series_are_told_in_plain_words_and_drafts_are_called_so(
    house: House, ria: Visitor, tom: Visitor, group: str, page: str, series: str
) -> None:
    """For those who organize; a series that is behind the group isn't there any more."""
    belongs(house, group, "tom@example.org", holds="facilitator")
    a_meeting(house, series)
    draft = a_series(house, group, state="draft")
    behind = a_series(house, group)
    a_meeting(house, behind, NOW - DAY_MS, state="over")

    found = ways(ria, page)

    assert {way for way in found if "/series/" in way} == {
        f"{page}/series/{series}",
        f"{page}/series/{draft}",
    }
    assert ria.reads.count("(a draft)") == 1
    assert "/series/" not in tom.opens(page).text


def test_first_steps_stand_there_until_they_are_taken(
    house: House, ria: Visitor, group: str, page: str, series: str
) -> None:
    """Other support, a meeting, people; then they are gone."""
    assert "First steps" in (ria.opens(page) and ria.reads)

    a_meeting(house, series)
    belongs(house, group, "lee@example.org")
    ria.sends(f"{page}/support", region="Berlin", kind="crisis", name="Crisis line", how="555 0100")

    assert "First steps" not in (ria.opens(page) and ria.reads)


def test_the_groups_link_stays_until_another_is_made(
    ria: Visitor, somebody: Visitor, page: str
) -> None:
    """A form sent twice makes one; after another is made, the first opens nothing."""
    link = the_link(ria, page) or (ria.sends(f"{page}/link", page=page) and the_link(ria, page))
    assert ria.sends(f"{page}/link", page=page, instead_of="").status_code == 303
    assert the_link(ria, page) == link
    key = link.rpartition("/")[2]
    assert somebody.opens(f"/meet/{key}").status_code == 200

    for _ in range(2):
        ria.sends(f"{page}/link", page=page, instead_of=key)

    other = the_link(ria, page)
    assert other != link
    assert somebody.opens(f"/meet/{key}").status_code == 404
    assert somebody.opens(f"/meet/{other.rpartition('/')[2]}").status_code == 200


def the_link(who: Visitor, page: str) -> str:
    found = re.search(r'value="(http[^"]*/meet/[^"]*)"', who.opens(page).text)
    return found.group(1) if found else ""


def test_the_latest_notices_stand_there(house: House, ria: Visitor, group: str, page: str) -> None:
    """Three of them, newest first, as they were written."""
    with write(house.database) as session:
        for number in range(5):
            session.add(
                Notice(
                    id=f"n{number}",
                    group_id=group,
                    meeting_id=None,
                    kind="note",
                    said=f"<b>Note</b> {number}",
                    made_at=NOW - DAY_MS + number,
                )
            )

    page_text = ria.opens(page).text

    assert [n for n in range(5) if f"&lt;b&gt;Note&lt;/b&gt; {n}" in page_text] == [2, 3, 4]
    assert page_text.index("Note&lt;/b&gt; 4") < page_text.index("Note&lt;/b&gt; 2")


def test_the_page_costs_the_same_for_twenty_and_two_thousand(
    house: House, ria: Visitor, group: str, page: str, series: str, many: Callable[..., None]
) -> None:
    """Members, meetings and notices change nothing about the number of questions."""
    many(house, group, series, members=20, meetings=5)
    with questions(house) as few:
        ria.opens(page)

    many(house, group, series, members=1980, meetings=515)
    with questions(house) as a_lot:
        ria.opens(page)

    assert len(few) == len(a_lot)
    assert len(a_lot) <= 20


@pytest.fixture
def many() -> Callable[..., None]:
    from tests.bench.group_page import fill  # the same rows that the bench measures

    return fill
