"""Lists of meetings from elsewhere: what each row means, and that no list can do harm."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.calendars.reading import (
    BYTES_MOST,
    ROWS_MOST,
    Found,
    Unreadable,
    settled,
    text_of,
)
from facilitator.calendars.reading_csv import read_csv
from facilitator.calendars.reading_ics import read_ics
from facilitator.calendars.writing import feed
from facilitator.schedule.occurrences import occurrences
from facilitator.schedule.rule import Frequency, Rule, problems
from tests.calendars.test_writing import TUESDAYS

TODAY = "2027-01-13"  # a Wednesday
NOW = 1_799_856_000_000  # that day, at noon in London
WEEKLY = Rule(Frequency.WEEKLY)


def an_event(*lines: str) -> str:
    return "\r\n".join(
        ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:a@b", *lines, "END:VEVENT", "END:VCALENDAR", ""]
    )


def the_row(*lines: str) -> Found:
    (found,) = read_ics(an_event(*lines), "Europe/Berlin")
    return found


def test_what_we_write_is_read_as_it_was() -> None:
    """Our own feed keeps its date, its length and its rule."""
    (found,) = read_ics(feed([TUESDAYS], "Meetings"), "UTC")

    assert found.mark == f"uid:{TUESDAYS.uid}"
    assert (found.starts_local, found.zone, found.minutes) == (
        TUESDAYS.starts_local,
        "Europe/Berlin",
        60,
    )
    assert found.rule == Rule(Frequency.WEEKLY, weekdays=(1,), count=6)
    assert found.notes == ("dates/changed",)


@pytest.mark.parametrize(
    ("rrule", "rule"),
    [
        ("FREQ=WEEKLY", WEEKLY),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;WKST=MO", Rule("weekly", 2, (1, 3))),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=SU", Rule("weekly", 2, (1,))),
        ("FREQ=WEEKLY;BYDAY=TU,SU;WKST=SU", Rule("weekly", 1, (1, 6))),
        ("FREQ=MONTHLY;BYDAY=2TU;COUNT=4", Rule("monthly", weekdays=(1,), nth=2, count=4)),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1", Rule("monthly", weekdays=(1,), nth=-1)),
        ("FREQ=MONTHLY;BYMONTHDAY=12", Rule("monthly")),
        ("FREQ=WEEKLY;UNTIL=20270302", Rule("weekly", until="2027-03-02")),
        ("FREQ=WEEKLY;UNTIL=20270302T180000Z", Rule("weekly", until="2027-03-02")),
        ("FREQ=WEEKLY;UNTIL=20270302T000000Z", Rule("weekly", until="2027-03-01")),
    ],
)
def test_rules_that_mean_the_same_are_ours(rrule: str, rule: Rule) -> None:
    """An end before the hour of the meeting leaves that day out."""
    found = the_row("DTSTART;TZID=Europe/Berlin:20270112T190000", f"RRULE:{rrule}")

    assert (found.problem, found.rule) == ("", rule)


@pytest.mark.parametrize(
    "rrule",
    [
        "FREQ=DAILY",
        "FREQ=YEARLY",
        "FREQ=ONCE",
        "FREQ=WEEKLY;BYHOUR=9,10",
        "FREQ=WEEKLY;BYDAY=2TU",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU",
        "FREQ=MONTHLY;BYDAY=1TU,3TU",
        "FREQ=MONTHLY;BYDAY=1TU,3WE",
        "FREQ=MONTHLY;BYMONTHDAY=13",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;COUNT=99999999999999999999",
        "FREQ=WEEKLY;UNTIL=tomorrow",
        "garbage",
        "",
    ],
)
def test_other_rules_are_not_guessed_at(rrule: str) -> None:
    """A rule that would become another one is told instead."""
    found = the_row("DTSTART;TZID=Europe/Berlin:20270112T190000", f"RRULE:{rrule}")

    assert found.problem == "rule/unknown"


@pytest.mark.parametrize(
    ("starts", "local", "zone"),
    [
        ("DTSTART;TZID=Europe/Berlin:20270112T190000", "2027-01-12T19:00", "Europe/Berlin"),
        ('DTSTART;TZID="America/New_York":20270112T190000', "2027-01-12T19:00", "America/New_York"),
        ("DTSTART;TZID=/some.org/2027/Asia/Kathmandu:20270112T190000", "", "Asia/Kathmandu"),
        ("DTSTART;TZID=Eastern Standard Time:20270112T190000", "", "America/New_York"),
        ("DTSTART:20270112T190000", "2027-01-12T19:00", "Europe/Berlin"),
        ("DTSTART:20270112T190000Z", "2027-01-12T20:00", "Europe/Berlin"),
    ],
)
def test_a_start_is_read_with_its_zone(starts: str, local: str, zone: str) -> None:
    """By an IANA name, in a path, by its Windows name, or the group's own."""
    found = the_row(starts)

    assert (found.starts_local, found.zone) == (local or "2027-01-12T19:00", zone)


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (["DTSTART;VALUE=DATE:20270112"], "start/all_day"),
        (["DTSTART:20271399T250000"], "start/unclear"),
        ([], "start/unclear"),
        (["DTSTART:99990101T000000Z"], "start/unclear"),
        (["DTSTART;TZID=Middle Earth:20270112T190000"], "zone/unknown"),
        (["DTSTART:20270112T190000", "STATUS:CANCELLED"], "start/cancelled"),
        (["DTSTART:20270112T190000", "DURATION:forever"], "minutes/range"),
        (["DTSTART:20270112T190000", "DTEND:20270112T180000"], "minutes/range"),
        (["DTSTART:20270112T190000", "DURATION:P999999999D"], "minutes/range"),
    ],
)
def test_a_row_that_means_nothing_says_why(lines: list[str], problem: str) -> None:
    """By one code; the other rows are read all the same."""
    assert settled(the_row(*lines), 0).problem == problem


def test_words_of_a_title_are_one_line_of_text() -> None:
    """Folded, escaped and long."""
    found = the_row("DTSTART:20270112T190000", "SUMMARY:One\\, two\\nthr", " ee " + "x" * 200)

    assert found.title.startswith("One, two three xxx")
    assert len(found.title) == 80


def test_a_series_begins_with_its_next_date() -> None:
    """What is past isn't planned, and the count is of what is left."""
    first = Found(1, "a", starts_local="2027-01-05T19:00", zone="Europe/Berlin")
    weekly = Rule(Frequency.WEEKLY, count=4)

    found = settled(Found(**{**_fields(first), "rule": weekly}), NOW)

    assert (found.starts_local, found.rule.count) == ("2027-01-19T19:00", 2)
    assert found.notes == ("dates/past",)
    assert settled(first, NOW).problem == "start/past"


@pytest.mark.parametrize(("interval", "next_date"), [(1, "2027-01-15"), (2, "2027-01-22")])
def test_a_series_that_is_old_keeps_its_weeks(interval: int, next_date: str) -> None:
    """Begun on a Friday long ago, it goes on with the weeks that are its own."""
    rule = Rule(Frequency.WEEKLY, interval, weekdays=(4,))
    old = Found(1, "a", starts_local="1999-01-01T19:00", zone="Europe/Berlin", rule=rule)

    assert settled(old, NOW).starts_local == f"{next_date}T19:00"


@pytest.mark.parametrize(
    ("starts", "rule", "next_date"),
    [
        ("1999-01-04", Rule(Frequency.MONTHLY, nth=1), "2027-02-01"),
        ("1999-01-29", Rule(Frequency.MONTHLY, weekdays=(4,), nth=5), "2027-01-29"),
        ("1999-02-12", Rule(Frequency.MONTHLY, interval=5), "2027-06-12"),
        ("2000-02-29", Rule(Frequency.MONTHLY), "2027-01-29"),
    ],
)
def test_a_monthly_series_that_is_old_keeps_its_months(
    starts: str, rule: Rule, next_date: str
) -> None:
    """The same date comes next as if every month had been counted."""
    old = Found(1, "a", starts_local=f"{starts}T19:00", zone="Europe/Berlin", rule=rule)
    until = NOW + 400 * 86_400_000
    counted = occurrences(rule, old.starts_local, old.zone, 60, after=NOW, until=until)

    assert settled(old, NOW).starts_local == f"{next_date}T19:00" == counted[0].recurrence


def _fields(found: Found) -> dict[str, object]:
    return {name: getattr(found, name) for name in found.__slots__}


def test_the_twelve_step_fields_table_is_read() -> None:
    """Day, time, end time; a weekday means the next one."""
    table = "Name,Day,Time,End Time,Timezone\nWalkers,Sunday,7:30 PM,8:30 pm,America/New_York\n"

    (found,) = read_csv(table, "UTC", TODAY)

    assert (found.title, found.starts_local) == ("Walkers", "2027-01-17T19:30")
    assert (found.zone, found.minutes, found.rule) == ("America/New_York", 60, WEEKLY)


def test_a_table_with_semicolons_is_read() -> None:
    """As spreadsheets write it where commas stand in numbers."""
    table = "date;time;minutes;repeats;weekdays;which;count\n2027-02-09;19:00;90;monthly;1;2;6\n"

    (found,) = read_csv(table, "Europe/Berlin", TODAY)

    assert (found.starts_local, found.minutes) == ("2027-02-09T19:00", 90)
    assert found.rule == Rule(Frequency.MONTHLY, weekdays=(1,), nth=2, count=6)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("13/02/2027,19:00,60,", "start/unclear"),
        ("2027-02-13,25:00,60,", "start/unclear"),
        ("2027-02-13,19:00,x,", "minutes/range"),
        ("2027-02-13,19:00,1,", "minutes/range"),
        ("2027-02-13,19:00,60,daily", "rule/unknown"),
        ('=HYPERLINK("https://x.example"),19:00,60,', "start/unclear"),
    ],
)
def test_a_row_of_a_table_says_what_is_unclear(row: str, problem: str) -> None:
    """A formula is a word like any other."""
    (found,) = read_csv(f"date,time,minutes,repeats\n{row}\n", "Europe/Berlin", TODAY)

    assert settled(found, 0).problem == problem


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_year_that_no_calendar_holds_is_no_start(day: str) -> None:
    """Whatever else is unclear, nobody is shown it as a date."""
    (found,) = read_csv(f"date,time,zone\n{day},19:00,../../etc\n", "Europe/Berlin", TODAY)

    assert settled(found, 0).problem == "zone/unknown"
    assert settled(found, 0).starts_local == ""


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"x" * (BYTES_MOST + 1), "list/too_large"),
        ("Größe".encode("cp1252"), "list/encoding"),
        (b"date\0,time", "list/encoding"),
        (b"\xff\xfeab\x00\xd8", "list/encoding"),
    ],
)
def test_a_list_that_is_no_text_is_not_read(body: bytes, code: str) -> None:
    """Too large, in another encoding, or no text at all."""
    with pytest.raises(Unreadable, match=code):
        text_of(body)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_as_spreadsheets_write_it(encoding: str) -> None:
    """With or without the mark at its beginning."""
    assert text_of("Größe".encode(encoding)) == "Größe"


@pytest.mark.parametrize(
    ("table", "code"),
    [
        ("", "list/columns"),
        ("name,place\na,b\n", "list/columns"),
        ("date,time\n", "list/empty"),
        ("date,time\n" + "2027-01-12,19:00\n" * (ROWS_MOST + 1), "list/too_many"),
        ("date,time\n" + "x" * 200_000, "list/kind"),
    ],
)
def test_a_table_that_is_no_list_of_meetings(table: str, code: str) -> None:
    """Said as a whole, before anything of it is taken."""
    with pytest.raises(Unreadable, match=code):
        read_csv(table, "UTC", TODAY)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("hello", "list/kind"),
        ("BEGIN:VCALENDAR\nEND:VCALENDAR", "list/empty"),
        ("BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\nEND:VEVENT\n" * 3, "list/empty"),
        ("BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\nUID:a\nEND:VEVENT\n" * 501, "list/too_many"),
    ],
)
def test_a_calendar_that_is_no_list_of_meetings(text: str, code: str) -> None:
    """The same for calendars."""
    with pytest.raises(Unreadable, match=code):
        read_ics(text, "UTC")


LINES = st.one_of(
    st.sampled_from(["BEGIN:VEVENT", "END:VEVENT", "BEGIN:VALARM", "END:VALARM", " ", "\t;:"]),
    st.builds(
        "{}{}:{}".format,
        st.sampled_from(["DTSTART", "DTEND", "DURATION", "RRULE", "SUMMARY", "UID", "STATUS"]),
        st.sampled_from(["", ";TZID=Europe/Berlin", ";VALUE=DATE", ';TZID="', ";"]),
        st.one_of(
            st.text(max_size=20),
            st.from_regex(r"\d{8}T\d{6}Z?", fullmatch=True),
            st.from_regex(r"[+-]?P\d{1,9}[WD]T?\d{0,3}H?", fullmatch=True),
            st.from_regex(r"FREQ=(WEEKLY|MONTHLY);(BYDAY=-?\dTU|COUNT=\d+|UNTIL=\d{8})"),
        ),
    ),
)


@given(st.lists(LINES, max_size=20))
@settings(max_examples=300, deadline=None)
def test_no_calendar_breaks_the_reading(lines: list[str]) -> None:
    """Whatever comes, each row can be planned or has a code."""
    try:
        rows = read_ics("\r\n".join(["BEGIN:VCALENDAR", *lines]), "Europe/Berlin")
    except Unreadable:
        return

    _all_clear([settled(row, NOW) for row in rows])


@given(st.lists(st.lists(st.text(max_size=12), max_size=8), max_size=8), st.sampled_from(",;\t"))
@settings(max_examples=200, deadline=None)
def test_no_table_breaks_the_reading(cells: list[list[str]], comma: str) -> None:
    """The same for tables."""
    heading = comma.join(["date", "time", "minutes", "repeats", "every", "which", "count", "until"])
    table = "\n".join([heading, *(comma.join(row) for row in cells)])
    try:
        rows = read_csv(table, "Europe/Berlin", TODAY)
    except Unreadable:
        return

    _all_clear([settled(row, NOW) for row in rows])


def _all_clear(rows: list[Found]) -> None:
    for row in rows:
        assert row.problem or not problems(row.rule, row.starts_local, row.zone, row.minutes)
