"""What calendars are told, read again by programs that are not ours."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Component

from facilitator.calendars.entries import CANCELLED, CONFIRMED, Changed, Entry
from facilitator.calendars.writing import cancellation, feed, invitation
from facilitator.calendars.zone_text import timezone_text

TUESDAYS = Entry(
    uid="5e41e5@holdspace",
    sequence=2,
    starts_local="2027-03-02T19:00",
    zone="Europe/Berlin",
    minutes=60,
    rrule="FREQ=WEEKLY;BYDAY=TU;COUNT=6",
    skipped=("2027-03-09T19:00",),
    changed=(
        Changed("2027-03-16T19:00", "2027-03-17T18:30", 45, CONFIRMED, 3),
        Changed("2027-03-23T19:00", "2027-03-23T19:00", 60, CANCELLED, 3),
    ),
    status=CONFIRMED,
    title="Meeting",
    text="The door opens ten minutes before.",
    url="https://example.org/meet/key",
    stamp=1_800_000_000_000,
)
HOUSE, SAM = "post@example.org", "sam@example.org"
ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "America/Sao_Paulo",
    "America/Santiago",
    "Africa/Casablanca",
    "Asia/Jerusalem",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Europe/Dublin",
)


def parts(text: str, kind: str = "VEVENT") -> list[Component]:
    """The calendar's parts of a kind, as icalendar reads them."""
    return list(Calendar.from_ical(text).walk(kind))


def test_a_feed_is_expanded_to_what_was_told() -> None:
    """A skipped date is gone, a moved one is where it was moved to, and the wall clock stays."""
    told = Calendar.from_ical(feed([TUESDAYS], "Meetings"))

    found = recurring_ical_events.of(told).between((2027, 3, 1), (2027, 5, 1))

    taking_place = [one for one in found if one["STATUS"] == CONFIRMED]
    assert [one.start.isoformat() for one in sorted(taking_place, key=lambda one: one.start)] == [
        "2027-03-02T19:00:00+01:00",
        "2027-03-17T18:30:00+01:00",
        "2027-03-30T19:00:00+02:00",
        "2027-04-06T19:00:00+02:00",
    ]


def test_every_zone_that_is_named_is_told() -> None:
    """No calendar has to know a zone by its name."""
    entries = [replace(TUESDAYS, zone=zone, uid=zone) for zone in ZONES]

    told = feed(entries, "Meetings")

    assert {str(part["TZID"]) for part in parts(told, "VTIMEZONE")} == set(ZONES)


def test_utc_needs_no_zone() -> None:
    """It has a form of its own, a Z."""
    told = feed([replace(TUESDAYS, zone="UTC")], "Meetings")

    assert not parts(told, "VTIMEZONE")
    assert "DTSTART:20270302T190000Z" in told


@pytest.mark.parametrize("zone", ZONES)
def test_the_zone_told_is_the_zone(zone: str) -> None:
    """Whoever reads the VTIMEZONE alone has the offset that the zone's own clock has."""
    told = timezone_text(zone, 2026, 2042).to_tz(lookup_tzid=False)
    clock = ZoneInfo(zone)
    at, end = datetime(2026, 1, 2, 12, 0, tzinfo=UTC), datetime(2042, 12, 1, tzinfo=UTC)

    while at < end:
        wall_clock = at.astimezone(clock).replace(tzinfo=None)
        assert wall_clock.replace(tzinfo=told).utcoffset() == at.astimezone(clock).utcoffset(), at
        at += timedelta(days=3)


def test_the_same_meetings_are_the_same_text() -> None:
    """Nothing in a feed is drawn or read from a clock."""
    assert feed([TUESDAYS], "Meetings") == feed([replace(TUESDAYS)], "Meetings")


def test_an_invitation_is_an_itip_request() -> None:
    """Every part has what RFC 5546 asks of a request, under one UID."""
    told = invitation(TUESDAYS, HOUSE, SAM)

    assert Calendar.from_ical(told)["METHOD"] == "REQUEST"
    assert [int(part["SEQUENCE"]) for part in parts(told)] == [2, 3, 3]
    for part in parts(told):
        assert part["UID"] == TUESDAYS.uid
        assert part["ORGANIZER"] == f"mailto:{HOUSE}"
        assert part["ATTENDEE"] == f"mailto:{SAM}"
        assert {"DTSTAMP", "DTSTART", "SUMMARY"} <= set(part)


def test_one_date_is_taken_out() -> None:
    """It is named by the wall clock its rule gives it, at the count it was last told with."""
    told = cancellation(TUESDAYS, HOUSE, SAM, "2027-03-23T19:00")

    (part,) = parts(told)
    assert Calendar.from_ical(told)["METHOD"] == "CANCEL"
    assert part["RECURRENCE-ID"].dt == datetime(2027, 3, 23, 19, tzinfo=ZoneInfo("Europe/Berlin"))
    assert (part["STATUS"], int(part["SEQUENCE"])) == (CANCELLED, 3)


def test_a_whole_series_is_taken_out() -> None:
    """Then no date is named."""
    (part,) = parts(cancellation(TUESDAYS, HOUSE, SAM))

    assert "RECURRENCE-ID" not in part
    assert (part["UID"], part["STATUS"], int(part["SEQUENCE"])) == (TUESDAYS.uid, CANCELLED, 2)


def test_a_single_meeting_has_no_date_to_name() -> None:
    """A RECURRENCE-ID would make it part of something that doesn't recur."""
    single = replace(TUESDAYS, rrule=None, skipped=(), changed=())

    (part,) = parts(cancellation(single, HOUSE, SAM, single.starts_local))

    assert "RECURRENCE-ID" not in part


@given(st.text(st.characters(exclude_categories=["Cs"])))
@settings(max_examples=100, deadline=None)
def test_words_stay_words(words: str) -> None:
    """Whatever a title holds, the calendar has one event and no property of its making."""
    told = feed([replace(TUESDAYS, title=words, text=words, changed=())], words)

    (part,) = parts(told)
    assert set(part) == set(parts(feed([replace(TUESDAYS, changed=())], "x"))[0]) - (
        set() if words else {"DESCRIPTION"}
    )
    assert all(len(line.encode()) <= 75 for line in told.split("\r\n"))


@pytest.mark.parametrize("address", ["sam@example.org\r\nATTACH:https://x.example", "a\nb@c.d"])
def test_an_address_brings_no_line_with_it(address: str) -> None:
    """A line end in an address stops the mail instead of opening a property."""
    with pytest.raises(ValueError, match="CR or LF"):
        invitation(TUESDAYS, HOUSE, address)
