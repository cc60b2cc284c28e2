"""Planning meetings on their pages, without a script. The clock stands at 15 January 2027, a
Friday, 08:00 UTC."""

import re

import pytest

from facilitator.house import House
from facilitator.store.database import read
from facilitator.store.group_tables import GroupPlace
from facilitator.store.meeting_tables import Meeting
from facilitator.store.people_tables import Person
from facilitator.use_cases.read_planning import read_series
from tests.calendar_rows import (
    a_group,
    a_meeting,
    a_series,
    a_support,
    belongs,
    holds,
    replies,
)
from tests.web.visitors import FixedClock, Visitor

TUESDAYS = {
    "starts_on": "2027-03-09",
    "starts_at": "19:00",
    "zone": "Europe/Berlin",
    "repeats": "weekly",
    "every_weeks": "2",
    "day-1": "yes",
    "ends": "count",
    "count": "8",
    "agenda": "standard_hour",
    "medium": "mixed",
    "seats": "8",
}


@pytest.fixture
def group(ria: Visitor, house: House) -> str:
    """Ria organizes and holds it, and has signed in; everything is there to publish a meeting."""
    made = a_group(house)
    words = {"holds": "facilitator", "role_words": "peer facilitator"}
    belongs(house, made, "ria@example.org", organizes=True, **words)
    a_support(house, made)
    ria.signs_in()
    return made


@pytest.fixture
def me(group: str, house: House) -> str:
    with read(house.database) as session:
        return session.query(GroupPlace).filter_by(group_id=group, organizes=True).one().person_id


def plans(ria: Visitor, group: str, **fields: str) -> str:
    """Ria sends the form; where it leads."""
    ria.sends(f"/groups/{group}/meetings/new", **{**TUESDAYS, "do": "keep", **fields})
    return ria.last.headers.get("Location", "")


# --- A draft --------------------------------------------------------------------------------------


def test_a_draft_says_its_rule_in_words_and_its_next_dates(
    ria: Visitor, group: str, me: str
) -> None:
    """And that it can be published, as nothing is open."""
    series = plans(ria, group, lead=me)

    ria.opens(series)

    assert "Every 2 weeks on Tuesday, at 7:00 PM. 8 times." in ria.reads
    assert "Tuesday, March 9, 2027" in ria.reads
    assert "Before it can be published" not in ria.reads


def test_a_draft_without_a_holder_says_so_and_stays_a_draft(ria: Visitor, group: str) -> None:
    """Publishing answers with what is open."""
    series = plans(ria, group)

    ria.sends(f"{series}/publish", page=series)

    assert ria.last.status_code == 422
    assert "Somebody has to hold it. Please choose who." in ria.reads
    assert ">A draft</h1>" in ria.last.text


def test_ria_publishes_twice_and_it_is_once(
    ria: Visitor, group: str, me: str, house: House
) -> None:
    """The second time leads to the same page."""
    series = plans(ria, group, lead=me)

    for _ in range(2):
        assert ria.sends(f"{series}/publish", page=series).status_code == 303

    found = read_series(house, group, series.rsplit("/", 1)[1])
    assert found is not None
    assert found.state == "published"
    assert len(found.ahead) == 8


def test_a_draft_is_changed_as_it_was_typed(ria: Visitor, group: str, me: str) -> None:
    """The form stands as it was sent, and another hour is another hour."""
    series = plans(ria, group, lead=me)
    page = ria.opens(f"{series}/change").text
    assert 'value="2027-03-09"' in page
    assert re.search(r'name="day-1" value="yes" checked', page)
    assert re.search(r'id="every_weeks"[^>]*value="2"', page)

    ria.sends(f"{series}/change", **{**TUESDAYS, "do": "keep", "lead": me, "starts_at": "20:00"})

    ria.opens(series)
    assert "at 8:00 PM" in ria.reads


# --- Looked at before it is kept ------------------------------------------------------------------


def test_the_dates_are_shown_on_two_clocks(ria: Visitor, group: str, house: House) -> None:
    """In Kathmandu it is deep in the night, and after the clocks change in Berlin an hour less."""
    lee = belongs(house, group, "lee@example.org", name="Lee")
    with house.database.begin() as connection:
        connection.execute(
            Person.__table__.update().where(Person.id == lee).values(zone="Asia/Kathmandu")
        )

    ria.sends(
        f"/groups/{group}/meetings/new", **{**TUESDAYS, "do": "look", "also_zone": "Asia/Kathmandu"}
    )

    assert "Asia/Kathmandu: Lee" in ria.reads
    assert "11:45 PM" in ria.reads
    assert "10:45 PM" in ria.reads


def test_a_script_asks_for_the_same_piece_alone(ria: Visitor, group: str) -> None:
    """It is no whole page, and it keeps nothing."""
    asked = "&".join(f"{name}={value}" for name, value in TUESDAYS.items())

    ria.opens(f"/groups/{group}/meetings/preview?{asked}")

    assert "Every 2 weeks on Tuesday" in ria.reads
    assert "<html" not in ria.last.text
    assert ria.last.text.count("<time") == 6


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"starts_on": "2027-03-28", "starts_at": "02:30"}, "so it begins at 3:30"),
        ({"starts_on": "2027-10-31", "starts_at": "02:30"}, "comes twice, and the first one"),
    ],
)
def test_what_the_clocks_do_is_said(
    ria: Visitor, group: str, fields: dict[str, str], sentence: str
) -> None:
    """A time that doesn't exist, and one that exists twice (RFC 5545)."""
    ria.sends(
        f"/groups/{group}/meetings/new", **{**TUESDAYS, **fields, "repeats": "once", "do": "look"}
    )

    assert sentence in ria.reads


def test_too_many_seats_are_said_with_three_ways_out(ria: Visitor, group: str) -> None:
    """As they are typed, and a shorter time settles it."""
    path = f"/groups/{group}/meetings/new"
    ria.sends(path, **{**TUESDAYS, "seats": "9", "do": "look"})
    assert "Not everyone could be offered space: 9 seats need" in ria.reads
    for way in ("Have fewer seats", "Give the sharing more time", "shorter, equal time: about"):
        assert way in ria.reads

    ria.sends(path, **{**TUESDAYS, "seats": "9", "shorter_time": "yes", "do": "look"})

    assert "Everybody has a shorter, equal time: 9 seats." in ria.reads


# --- Bad input ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "name", "sentence"),
    [
        ({"starts_on": ""}, "starts_on", "Please choose a day and a time"),
        ({"starts_on": "2027-02-30"}, "starts_on", "Please choose a day and a time"),
        ({"starts_on": "0001-01-01"}, "starts_on", "Please choose a day and a time"),
        ({"ends_at": "18:00"}, "ends_at", "The end comes before the beginning."),
        ({"ends_at": "21:00"}, "ends_at", "there are 120"),
        ({"ends_at": "late"}, "ends_at", "Please write a time such as 20:00"),
        ({"zone": "Mars/Olympus"}, "zone", "Please choose a place from the list"),
        ({"repeats": "daily"}, "repeats", "Please choose how it repeats."),
        ({"every_weeks": "0"}, "every_weeks", "Please choose a number from 1 to 52."),
        ({"count": "10000"}, "count", "Please choose a number from 1 to 520."),
        ({"count": "0"}, "count", "Please choose a number from 1 to 520."),
        ({"ends": "until", "until": "2027-03-01"}, "repeats", "The last day is before the first"),
        ({"ends": "until", "until": "2199-01-01", "every_weeks": "1"}, "repeats", "more than 520"),
        ({"ends": "until", "until": "never"}, "until", "Please choose a day, such as"),
        ({"starts_on": "2027-03-10"}, "starts_on", "The first that is: Tuesday, March 23, 2027."),
        ({"starts_on": "2026-01-06", "repeats": "once"}, "starts_on", "still to come"),
        ({"agenda": "karaoke"}, "agenda", "This agenda isn’t here. Please choose another one."),
        ({"seats": "40"}, "seats", "Please choose a number from 2 to 12."),
    ],
)
def test_what_gives_no_dates_is_said_beside_its_field(
    ria: Visitor, group: str, house: House, fields: dict[str, str], name: str, sentence: str
) -> None:
    """And at the top; nothing is kept."""
    assert plans(ria, group, **fields) == ""

    assert ria.last.status_code == 422
    assert sentence in ria.reads
    assert f'href="#{name}"' in ria.last.text
    assert f'id="{name}"' in ria.last.text
    with read(house.database) as session:
        assert session.query(Meeting).count() == 0


# --- One date -------------------------------------------------------------------------------------


@pytest.fixture
def meeting(group: str, me: str, house: House) -> str:
    """The path of Ria's next meeting."""
    series = a_series(house, group)
    made = a_meeting(house, series)
    holds(house, made, me)
    return f"/groups/{group}/meetings/{made}"


@pytest.mark.parametrize("verb", ["skip", "cancel", "move"])
def test_a_change_needs_words(ria: Visitor, meeting: str, verb: str) -> None:
    """Without them the same page asks for some, and nothing has changed."""
    ria.sends(f"{meeting}/{verb}", said="  ", starts_on="2027-01-20", starts_at="19:00")

    assert ria.last.status_code == 422
    assert "Please say in your own words what changes" in ria.reads
    assert "Change something" in ria.opens(meeting).text
    assert "Move it" in ria.reads


def test_a_meeting_called_off_says_so_in_ria_s_words(ria: Visitor, meeting: str) -> None:
    """Words with a tag in them are words."""
    ria.sends(f"{meeting}/cancel", said="I’m ill <b>today</b>.")

    ria.opens(meeting)

    assert "Cancelled" in ria.reads
    assert "I’m ill <b>today</b>." in ria.reads
    assert "<b>today" not in ria.last.text
    assert "Move it" not in ria.reads


def test_a_moved_meeting_shows_both_times(ria: Visitor, meeting: str) -> None:
    """Where it is now, and where it was."""
    moved = {"starts_on": "2027-01-20", "starts_at": "18:30", "said": "The hall is taken."}
    assert ria.sends(f"{meeting}/move", **moved).status_code == 303

    ria.opens(meeting)

    assert "Wednesday, January 20, 2027" in ria.reads
    assert "Moved from Saturday, January 16, 2027" in ria.reads


def test_seats_below_those_who_come_are_told_why_not(
    ria: Visitor, meeting: str, group: str, house: House
) -> None:
    """Three come, so two seats are too few."""
    made = meeting.rsplit("/", 1)[1]
    for name in ("lee", "sam", "kim"):
        replies(house, made, belongs(house, group, f"{name}@example.org"))

    ria.sends(f"{meeting}/change", agenda="standard_hour", medium="mixed", seats="2", said="")

    assert ria.last.status_code == 422
    assert "3 people have a place in one of these meetings already." in ria.reads


def test_the_last_meeting_is_offered_a_farewell(
    ria: Visitor, group: str, me: str, house: House
) -> None:
    """With words to begin from; then it has it, and is offered it no more."""
    made = a_meeting(house, a_series(house, group), left_after=0)
    path = f"/groups/{group}/meetings/{made}"
    holds(house, made, me)
    ria.opens(path)
    assert "Take the farewell" in ria.reads
    assert "There is time in it to part well." in ria.opens(f"{path}/change?agenda=farewell").text

    ria.sends(f"{path}/change", agenda="farewell", medium="mixed", seats="8", said="We part well.")

    assert "Farewell" in ria.opens(path).text
    assert "Take the farewell" not in ria.reads


def test_this_and_following_begin_where_they_are(
    ria: Visitor, group: str, me: str, house: House
) -> None:
    """The form stands at that date with what is left, and leads back to the meeting."""
    series = plans(ria, group, lead=me)
    ria.sends(f"{series}/publish", page=series)
    found = read_series(house, group, series.rsplit("/", 1)[1])
    assert found is not None
    fourth = found.ahead[3]
    path = f"{series}/following"
    page = ria.opens(f"{path}?from={fourth.id}").text
    assert f'value="{fourth.recurrence[:10]}"' in page
    assert re.search(r'id="count"[^>]*value="5"', page)

    wish = {
        **TUESDAYS,
        "do": "keep",
        "from": fourth.id,
        "lead": me,
        "starts_on": fourth.recurrence[:10],
        "starts_at": "20:00",
        "count": "5",
    }
    unsaid = ria.sends(path, page=f"{path}?from={fourth.id}", **wish)
    assert unsaid.status_code == 422
    assert "Please say in your own words" in ria.reads
    ria.sends(path, page=f"{path}?from={fourth.id}", **wish, said="Later fits better.")

    assert ria.last.status_code == 303
    ria.opens(ria.last.headers["Location"])
    assert "8:00 PM – 9:00 PM" in ria.reads
    assert "Later fits better." in ria.reads


def test_a_series_ends_two_ahead_unless_somebody_chooses_otherwise(
    ria: Visitor, group: str, me: str, house: House
) -> None:
    """The third to come is suggested; then the pages foretell it."""
    series = plans(ria, group, lead=me, ends="never", every_weeks="1")
    ria.sends(f"{series}/publish", page=series)
    found = read_series(house, group, series.rsplit("/", 1)[1])
    assert found is not None
    page = ria.opens(f"{series}/end").text
    assert re.search(rf'value="{found.ahead[2].id}" checked', page)

    ria.sends(f"{series}/end", last=found.ahead[2].id, said="We part in March.")

    ria.opens(series)
    assert "Tuesday, March 23, 2027" in ria.reads
    assert "Tuesday, March 30, 2027" not in ria.reads


def test_what_is_on_can_t_be_changed(ria: Visitor, meeting: str, clock: FixedClock) -> None:
    """The page offers nothing, and a form that was open says why."""
    ria.opens(f"{meeting}/cancel")
    clock.pass_days(1.01)

    ria.sends(f"{meeting}/cancel", said="Sorry.")

    assert ria.last.status_code == 422
    assert "This meeting has begun, or is over." in ria.reads
    assert "Call it off" not in ria.opens(meeting).text


# --- Who may --------------------------------------------------------------------------------------


def test_who_holds_it_sees_the_meeting_and_changes_nothing(
    tom: Visitor, meeting: str, group: str, house: House
) -> None:
    """No list of who comes, and no way to call it off."""
    lee = belongs(house, group, "lee@example.org", name="Leonora")
    replies(house, meeting.rsplit("/", 1)[1], lee)
    assert tom.opens(meeting).status_code == 404
    belongs(house, group, "tom@example.org", holds="facilitator")

    assert tom.opens(meeting).status_code == 200

    assert "Who holds it" in tom.reads
    assert "Leonora" not in tom.reads
    for verb in ("move", "cancel", "skip", "change"):
        assert tom.opens(f"{meeting}/{verb}").status_code == 404


def test_a_meeting_is_found_in_its_own_group_only(tom: Visitor, meeting: str, house: House) -> None:
    """Whoever organizes another group finds nothing here."""
    elsewhere = a_group(house)
    belongs(house, elsewhere, "tom@example.org", organizes=True)
    made = meeting.rsplit("/", 1)[1]

    for path in ("", "/move", "/change"):
        assert tom.opens(f"/groups/{elsewhere}/meetings/{made}{path}").status_code == 404
    assert (
        tom.sends(
            f"/groups/{elsewhere}/meetings/{made}/cancel", page="/groups", said="Ha."
        ).status_code
        == 404
    )


def test_titles_and_tabs_say_nothing(ria: Visitor, meeting: str) -> None:
    """No name of a group, no day, in a tab (I35)."""
    ria.opens(meeting)

    assert "<title>Holdspace</title>" in ria.last.text
