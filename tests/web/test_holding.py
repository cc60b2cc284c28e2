"""Who holds a meeting, on the pages of those who hold and of those who organize."""

import pytest
from flask import Flask

from facilitator.house import House
from facilitator.store import meetings
from facilitator.store.database import read, write
from facilitator.store.holders import who_may_hold
from facilitator.store.meeting_tables import Meeting
from facilitator.use_cases.add_person import add_person
from facilitator.use_cases.open_due_meetings import open_due_meetings
from tests.calendar_rows import a_group, a_meeting, a_series, belongs, holds
from tests.web.visitors import PASSWORD, FixedClock, Visitor

SAID = "Tom holds this one. It begins and ends as planned."


@pytest.fixture
def group(house: House, ria: Visitor, tom: Visitor) -> str:
    """Ria, who is signed in, organizes it; Tom may hold it; both have accounts."""
    assert tom.cookie
    group = a_group(house)
    belongs(house, group, "ria@example.org", organizes=True, holds="facilitator")
    belongs(house, group, "tom@example.org", holds="co_facilitator", role_words="a peer")
    ria.signs_in()
    return group


@pytest.fixture
def people(house: House, group: str) -> dict[str, str]:
    with read(house.database) as session:
        return {one.name: one.person_id for one in who_may_hold(session, group)}


@pytest.fixture
def meeting(house: House, group: str, people: dict[str, str]) -> str:
    """Ria leads it."""
    meeting = a_meeting(house, a_series(house, group))
    holds(house, meeting, people["Ria"])
    return meeting


@pytest.fixture
def page(group: str, meeting: str) -> str:
    return f"/groups/{group}/meetings/{meeting}/holders"


def held_by(house: House, meeting: str) -> dict[str, tuple[str, str]]:
    with read(house.database) as session:
        found = meetings.holders_of(session, [meeting]).get(meeting, [])
    return {one.name: (one.part, one.answer) for one in found}


def test_an_organizer_asks_and_somebody_says_yes(
    ria: Visitor, tom: Visitor, page: str, people: dict[str, str], house: House, meeting: str
) -> None:
    """Tom reads it on his own page, and one tap answers."""
    ria.sends(f"{page}/ask", page=page, person=people["Tom"], part="co")
    tom.opens("/holding")
    assert "You’ve been asked to hold it beside the lead." in tom.reads

    tom.sends(f"{page}/answer", page="/holding", answer="yes")

    tom.opens("/holding")
    assert "You hold it beside the lead." in tom.reads
    assert "With you: Ria." in tom.reads
    assert held_by(house, meeting)["Tom"] == ("co", "yes")


def test_an_organizer_swaps_and_those_who_come_read_it(
    ria: Visitor, tom: Visitor, page: str, people: dict[str, str], house: House, meeting: str
) -> None:
    """In the words of whoever changed it."""
    swap = {"goes": people["Ria"], "comes": people["Tom"], "agreed": "yes", "said": SAID}

    ria.sends(f"{page}/swap", page=page, **swap)

    assert held_by(house, meeting) == {"Ria": ("lead", "no"), "Tom": ("lead", "yes")}
    tom.opens("/holding")
    assert "You lead it." in tom.reads


def test_somebody_is_asked_first_unless_they_said_yes_already(ria: Visitor, page: str) -> None:
    """What is chosen before anybody touched the form tells nobody anything yet."""
    form = ria.opens(page).text

    assert 'name="agreed" value="ask" checked' in form
    assert 'name="agreed" value="yes" checked' not in form


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"said": "  "}, "Please write a line for those who come"),
        ({"said": "a\0b"}, "There's a hidden character in this."),
        ({"goes": "nobody"}, "Please choose one of these."),
        ({"comes": ""}, "Please choose one of these."),
        ({"agreed": "perhaps"}, "Please choose one of these."),
        ({"comes": "Ria"}, "Please choose somebody else to come in their place."),
    ],
)
def test_a_swap_that_isnt_clear_changes_nothing(
    ria: Visitor,
    page: str,
    people: dict[str, str],
    house: House,
    meeting: str,
    fields: dict[str, str],
    sentence: str,
) -> None:
    """The sentence stands beside the field, and what was typed is shown again."""
    swap = {"goes": "Ria", "comes": "Tom", "agreed": "yes", "said": SAID, **fields}
    named = {name: people.get(typed, typed) for name, typed in swap.items()}

    answer = ria.sends(f"{page}/swap", page=page, **named)

    assert answer.status_code == 422
    assert sentence in ria.reads
    assert held_by(house, meeting) == {"Ria": ("lead", "yes")}


def test_a_second_lead_is_a_swap(ria: Visitor, page: str, people: dict[str, str]) -> None:
    """Asked for, it is explained."""
    answer = ria.sends(f"{page}/ask", page=page, person=people["Tom"], part="lead")

    assert answer.status_code == 422
    assert "Somebody leads it already." in ria.reads


def test_a_tired_facilitator_asks_for_a_stand_in(
    ria: Visitor, tom: Visitor, page: str, house: House, meeting: str
) -> None:
    """No reason is asked; the words for the group are there to be changed or left."""
    form = ria.opens(f"{page}/stand-in").text
    assert "Somebody else will hold this meeting. It begins and ends as planned." in form
    ria.sends(f"{page}/stand-in", how="swap", whom="", said=SAID)
    ria.opens("/holding")
    assert "You asked Tom to hold it in your place." in ria.reads
    assert held_by(house, meeting)["Ria"] == ("lead", "yes")

    tom.opens("/holding")
    assert "Could you hold it in place of Ria?" in tom.reads
    tom.sends(f"{page}/answer", page="/holding", answer="yes")

    assert held_by(house, meeting) == {"Ria": ("lead", "no"), "Tom": ("lead", "yes")}


def test_without_words_for_the_group_nobody_is_asked(
    ria: Visitor, page: str, house: House, meeting: str
) -> None:
    """Nobody is surprised at the door."""
    answer = ria.sends(f"{page}/stand-in", how="swap", whom="", said="")

    assert answer.status_code == 422
    assert set(held_by(house, meeting)) == {"Ria"}


def test_a_tired_facilitator_asks_for_company(
    ria: Visitor, tom: Visitor, page: str, house: House, meeting: str
) -> None:
    """She goes on leading, and needs no words for anybody (domain.md 8, S13)."""
    ria.opens(f"{page}/stand-in?how=share")
    ria.sends(f"{page}/stand-in", how="share", whom="", said="")
    ria.sends(f"{page}/stand-in", how="share", whom="", said="")
    assert held_by(house, meeting)["Tom"] == ("co", "asked")

    tom.sends(f"{page}/answer", page="/holding", answer="yes")

    assert held_by(house, meeting) == {"Ria": ("lead", "yes"), "Tom": ("co", "yes")}


def test_what_would_help_is_one_of_two(ria: Visitor, page: str) -> None:
    """Anything else is asked again."""
    answer = ria.sends(f"{page}/stand-in", how="vanish", whom="nobody", said=SAID)

    assert answer.status_code == 422
    assert "Please choose one of these." in ria.reads


def test_a_whole_series_is_answered_with_one_tap(
    tom: Visitor, group: str, people: dict[str, str], house: House
) -> None:
    """It is offered once, at the first date."""
    series = a_series(house, group)
    dates = [a_meeting(house, series) for _ in range(3)]
    for date in dates:
        holds(house, date, people["Tom"], "lead", "asked")
    shown = tom.opens("/holding").text
    assert shown.count("Yes to every date of this series") == 1

    where = f"/groups/{group}/meetings/{dates[0]}/holders/answer"
    tom.sends(where, page="/holding", answer="yes", all="1")

    assert {held_by(house, date)["Tom"] for date in dates} == {("lead", "yes")}


def test_when_the_room_is_open_the_page_leads_into_it(
    ria: Visitor, page: str, people: dict[str, str], house: House, clock: FixedClock
) -> None:
    """Who holds it changes inside from then on."""
    clock.instant += 24 * 3_600_000 - 5 * 60_000
    assert open_due_meetings(house) == 1

    ria.opens("/holding")
    assert "Go to the room" in ria.reads
    answer = ria.sends(f"{page}/ask", page="/holding", person=people["Tom"], part="co")

    assert answer.status_code == 422
    assert "Inside it there is “Hand over”." in ria.reads


def test_a_meeting_that_isnt_held_asks_nobody(
    ria: Visitor, page: str, house: House, meeting: str
) -> None:
    """The answer that came late is met with a sentence."""
    ria.opens("/holding")
    with write(house.database) as session:
        session.get_one(Meeting, meeting).state = "cancelled"

    late = ria.sends(f"{page}/answer", page=page, answer="no")

    assert late.status_code == 422
    assert "This meeting is over, or it isn’t held" in ria.reads
    ria.opens(page)
    assert "Change who holds it" not in ria.reads


def test_a_facilitator_reads_who_holds_it_and_changes_nobody_else(tom: Visitor, page: str) -> None:
    """Asking and swapping are for those who organize."""
    tom.opens(page)
    assert "Change who holds it" not in tom.reads

    for way in ("ask", "swap"):
        assert tom.sends(f"{page}/{way}", page="/groups/new").status_code == 404


def test_what_is_only_planned_is_nobody_elses_yet(
    ria: Visitor, tom: Visitor, group: str, people: dict[str, str], house: House
) -> None:
    """Until a draft is published only those who organize see it, as on the meeting's own page."""
    planned = a_meeting(house, a_series(house, group, state="draft"), state="draft")
    holds(house, planned, people["Tom"], answer="asked")
    page = f"/groups/{group}/meetings/{planned}/holders"

    assert tom.opens(page).status_code == 404
    assert tom.opens(f"{page}/stand-in").status_code == 404
    assert ria.opens(page).status_code == 200


@pytest.mark.parametrize("is_member", [False, True])
@pytest.mark.parametrize("way", ["", "/ask", "/swap", "/answer", "/stand-in"])
def test_members_and_strangers_find_nothing_here(
    page: str, way: str, is_member: bool, group: str, house: House, app: Flask
) -> None:
    """Whether they belong to the group or not."""
    add_person(house, name="Kim", email="kim@example.org", password=PASSWORD)
    kim = Visitor(app.test_client(), address="198.51.100.40")
    kim.signs_in("kim@example.org")

    if is_member:
        belongs(house, group, "kim@example.org")

    if way in ("", "/stand-in"):
        assert kim.opens(page + way).status_code == 404
    if way:
        assert kim.sends(page + way, page="/groups/new").status_code == 404


def test_the_page_of_a_meeting_asks_whoever_was_asked(
    ria: Visitor, tom: Visitor, page: str, people: dict[str, str]
) -> None:
    """The link in the mail leads there, and an answer is one tap away."""
    tom.opens(page)
    assert "I’ll hold it" not in tom.reads
    ria.sends(f"{page}/ask", page=page, person=people["Tom"], part="co")

    tom.opens(page)

    assert "You’ve been asked to hold it beside the lead." in tom.reads
    assert "I’ll hold it" in tom.reads


def test_many_dates_are_shown_a_few_at_a_time(
    ria: Visitor, group: str, people: dict[str, str], house: House
) -> None:
    """A year of them is a tap away."""
    series = a_series(house, group)
    for _ in range(14):
        holds(house, a_meeting(house, series), people["Ria"])

    assert ria.opens("/holding").text.count("You lead it.") == 12
    assert ria.opens("/holding?later=1").text.count("You lead it.") == 14


def test_nobody_has_been_asked_is_a_kind_page(tom: Visitor) -> None:
    """And without a sign-in the way leads there first."""
    tom.opens("/holding")
    assert "Nobody has asked you to hold a meeting." in tom.reads

    tom.signs_out()

    assert tom.opens("/holding").headers["Location"] == "/sign-in?next=/holding"
