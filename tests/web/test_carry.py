"""Lists of meetings brought in, and a group's things taken out, over HTTP."""

import inspect
import json
import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from sqlalchemy import select
from werkzeug.test import TestResponse

from facilitator.calendars.reading import BYTES_MOST
from facilitator.calendars.table import harmless
from facilitator.house import House
from facilitator.schedule.rule import Frequency, Rule, rule_to_json
from facilitator.store.database import read
from facilitator.store.meeting_tables import CarriedList, Series
from facilitator.store.owned import owned
from facilitator.use_cases.export_group import export_group
from facilitator.use_cases.owned_json import owned_json
from tests.calendar_rows import a_group, a_meeting, a_series, belongs, holds, replies
from tests.web.visitors import CSRF, Visitor

TABLE = """name,date,time,minutes,repeats,timezone
Walkers,2027-02-02,19:00,60,weekly,Europe/Berlin
<b>Evening</b>,2027-02-03,20:00,90,once,
No time,2027-02-04,later,60,once,
"""
A_CALENDAR = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:one@elsewhere
DTSTART;TZID=America/New_York:20270202T190000
DTEND;TZID=America/New_York:20270202T200000
RRULE:FREQ=WEEKLY;BYDAY=TU
SUMMARY:Walkers
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def group(house: House, ria: Visitor) -> str:
    """A group that Ria, who is signed in, organizes."""
    group = a_group(house)
    belongs(house, group, "ria@example.org", organizes=True)
    ria.signs_in()
    return group


def brings(ria: Visitor, group: str, body: bytes | str, name: str = "list.csv") -> TestResponse:
    """Chooses a file and sends it."""
    path = f"/groups/{group}/import"
    token = CSRF.search(ria.opens(path).text)
    content = body.encode() if isinstance(body, str) else body
    fields = {"csrf_token": token.group(1) if token else "", "list": (BytesIO(content), name)}
    ria.last = ria.client.post(path, data=fields, content_type="multipart/form-data")
    return ria.last


def carries(ria: Visitor, page: str) -> None:
    """Says yes to what the preview shows."""
    ria.sends(page)
    ria.opens(page)


def series_of(house: House, group: str) -> list[Series]:
    with read(house.database) as session:
        asked = select(Series).where(Series.group_id == group).order_by(Series.starts_local)
        return list(session.scalars(asked))


def test_a_list_is_looked_at_before_anything_is_planned(
    house: House, ria: Visitor, group: str
) -> None:
    """Each row says what becomes of it, and its words are words."""
    page = brings(ria, group, TABLE).headers["Location"]

    text = ria.opens(page).text

    assert "2 rows will be drafts." in ria.reads
    assert "1 can’t be planned as it stands." in ria.reads
    assert "When does it begin?" in ria.reads
    assert "&lt;b&gt;Evening" in text
    assert series_of(house, group) == []


def test_a_list_becomes_drafts_once(house: House, ria: Visitor, group: str) -> None:
    """The same file brings nothing a second time, and neither does the same page."""
    page = brings(ria, group, TABLE).headers["Location"]
    carries(ria, page)
    assert "2 are drafts now." in ria.reads
    ria.sends(page, page=f"/groups/{group}/import")

    again = brings(ria, group, TABLE).headers["Location"]
    ria.opens(again)
    assert "2 are here already." in ria.reads
    carries(ria, again)

    first, second = series_of(house, group)
    assert (first.state, first.zone, first.minutes) == ("draft", "Europe/Berlin", 60)
    assert first.rule == rule_to_json(Rule(Frequency.WEEKLY))
    assert second.starts_local == "2027-02-03T20:00"


def test_a_calendar_is_known_by_its_uid(house: House, ria: Visitor, group: str) -> None:
    """An event that was changed where it comes from is still the same one."""
    carries(ria, brings(ria, group, A_CALENDAR, "meetings.ics").headers["Location"])
    changed = A_CALENDAR.replace("T190000", "T180000")

    ria.opens(brings(ria, group, changed, "meetings.ics").headers["Location"])

    assert "1 is here already." in ria.reads
    (series,) = series_of(house, group)
    assert series.zone == "America/New_York"


def test_a_script_asks_for_some_rows_at_a_time(house: House, ria: Visitor, group: str) -> None:
    """It is told how far the list has come, and can be cut off between two steps."""
    rows = "".join(f"2027-02-02,{hour:02}:{half},60\n" for hour in range(9) for half in (15, 45))
    page = brings(ria, group, f"date,time,minutes\n{rows}").headers["Location"]
    token = CSRF.search(ria.opens(page).text)
    assert token is not None

    steps = [ria.posts(f"{page}/step", csrf_token=token.group(1)).json for _ in range(3)]

    assert [step["done"] for step in steps if step] == [10, 18, 18]
    assert len(series_of(house, group)) == 18


def test_a_draft_that_was_dropped_can_come_again(house: House, ria: Visitor, group: str) -> None:
    """What is remembered of a row goes with the series that it became."""
    carries(ria, brings(ria, group, A_CALENDAR).headers["Location"])
    with house.database.begin() as connection:
        connection.exec_driver_sql("delete from meeting_series")

    ria.opens(brings(ria, group, A_CALENDAR).headers["Location"])

    assert "1 row will be a draft." in ria.reads


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "Please choose a file first."),
        (b"x" * (BYTES_MOST + 1), "larger than one megabyte"),
        (b"date,time\n" + b"2027-01-12,19:00\n" * 60_000, "more than 500 meetings"),
        (b"date,time\n" + b"2027-01-12,19:00\n" * 100_000, "larger than one megabyte"),
        (b"x" * (9 * BYTES_MOST), "larger than one megabyte"),
        ("Größe,time".encode("cp1252"), "The letters in this file"),
        (b"\x89PNG\r\n\x1a\n", "The letters in this file"),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR", "There is no meeting in this list."),
        (b"hello", "names of columns"),
        (b'date,time\n"' + b"x" * 140_000, "neither a calendar"),
    ],
)
def test_what_is_no_list_is_answered_in_a_sentence(
    house: House, ria: Visitor, group: str, body: bytes, words: str
) -> None:
    """Beside the field, and nothing is kept of it."""
    answer = brings(ria, group, body)

    assert answer.status_code == 422
    assert 'id="list-error"' in answer.text
    assert words in ria.reads
    with read(house.database) as session:
        assert session.scalars(select(CarriedList)).all() == []


def test_a_list_needs_the_forms_token(ria: Visitor, group: str) -> None:
    """The larger limit opens no other way in."""
    answer = ria.client.post(
        f"/groups/{group}/import",
        data={"list": (BytesIO(TABLE.encode()), "list.csv")},
        content_type="multipart/form-data",
    )

    assert answer.status_code == 400


def test_a_list_belongs_to_its_group(house: House, ria: Visitor, group: str) -> None:
    """Another group's address shows and does nothing with it."""
    other = a_group(house)
    belongs(house, other, "ria@example.org", organizes=True)
    page = brings(ria, group, TABLE).headers["Location"].replace(group, other)

    assert ria.opens(page).status_code == 404
    for way in ("", "/step", "/drop"):
        sent = ria.sends(page + way, page=f"/groups/{other}/import")
        assert sent.status_code == 404
    assert series_of(house, other) == []


def test_a_list_can_be_left(ria: Visitor, group: str) -> None:
    """Then there is nothing of it."""
    page = brings(ria, group, TABLE).headers["Location"]

    ria.sends(f"{page}/drop", page=page)

    assert ria.opens(page).status_code == 404


def taken_out(ria: Visitor, group: str) -> ZipFile:
    """What the export holds."""
    answer = ria.sends(f"/groups/{group}/export")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="export.zip"'
    return ZipFile(BytesIO(answer.data))


def test_everything_a_group_owns_can_be_taken_out(house: House, ria: Visitor, group: str) -> None:
    """Its words, people and meetings; no answers of members, no keys."""
    lee = belongs(house, group, "lee@example.org", name="=cmd()", role_words="peer facilitator")
    meeting = a_meeting(house, a_series(house, group))
    holds(house, meeting, lee)
    replies(house, meeting, lee, answer="not_this_time", place="")

    packed = taken_out(ria, group)

    texts = {name: packed.read(name).decode("utf-8-sig") for name in packed.namelist()}
    told = json.loads(texts["group.json"])
    assert told["meetings"][0]["holders"][0]["part"] == "lead"
    assert "lee@example.org" in texts["people.csv"]
    assert "'=cmd()" in texts["people.csv"]
    assert texts["meetings.ics"].count("BEGIN:VEVENT") == 1
    assert not [name for name, text in texts.items() if "not_this_time" in text]


def test_what_is_taken_out_is_no_circle() -> None:
    """Nothing that reads it can reach a circle or the vault (I32)."""
    for reads in (owned, export_group, owned_json):
        source = Path(inspect.getfile(reads)).read_text()

        assert not re.findall(r"^from facilitator\S*(?:circle|vault|seats)\S*", source, re.M)


def test_what_was_taken_out_can_be_brought_in(house: House, ria: Visitor, group: str) -> None:
    """Here it is known, and in another group it becomes the same series."""
    rules = [
        Rule(Frequency.ONCE),
        Rule(Frequency.WEEKLY, 2, (1, 3), count=8),
        Rule(Frequency.MONTHLY, weekdays=(1,), nth=-1),
        Rule(Frequency.WEEKLY, until="2027-06-01"),
    ]
    # On a Tuesday that is the last of its month.
    for hour, rule in enumerate(rules, start=10):
        starts = f"2027-02-23T{hour}:00"
        a_series(house, group, rule=rule_to_json(rule), starts_local=starts)
    table = taken_out(ria, group).read("series.csv")
    other = a_group(house)
    belongs(house, other, "ria@example.org", organizes=True)

    ria.opens(brings(ria, group, table).headers["Location"])
    assert "4 are here already." in ria.reads
    carries(ria, brings(ria, other, table).headers["Location"])

    def shapes(of: str) -> list[tuple[str, ...]]:
        return [(one.starts_local, one.rule, one.zone) for one in series_of(house, of)]

    assert shapes(other) == shapes(group)


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        *((one, f"'{one}") for one in ("=1+1", "+1", "-1", "@SUM(A1)", " =1", "\uff1d1+1")),
        ("\t=1", "'\t'=1"),
        ("\r=1", "'\r'=1"),
        ("Jo; =1+1", "Jo;' =1+1"),
        ("Jo (a-b); c = d", "Jo (a-b); c = d"),
    ],
)
def test_no_cell_is_a_formula(cell: str, shown: str) -> None:
    """A spreadsheet shows what stands there, also one that reads a semicolon as the next cell."""
    assert harmless(cell) == shown


def test_nobody_else_takes_anything_out(house: House, ria: Visitor, tom: Visitor) -> None:
    """A facilitator who doesn't organize has no addresses of members."""
    group = a_group(house)
    belongs(house, group, "tom@example.org", holds="facilitator")

    assert tom.opens(f"/groups/{group}/export").status_code == 404
    assert tom.sends(f"/groups/{group}/export", page="/groups").status_code == 404
    assert re.search("/sign-in", ria.opens(f"/groups/{group}/export").headers["Location"])
