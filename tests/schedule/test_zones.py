"""The wall clock and the instant, over both clock changes of five places."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.schedule.zones import instant_of, is_zone, known_zones, local_of, read_local
from tests.schedule.rules import ZONES, starts, zones

HOUR = 3_600_000


@pytest.mark.parametrize(
    ("zone", "gap", "shown"),
    [
        ("Europe/Berlin", "2027-03-28T02:30", "2027-03-28T03:30"),
        ("America/New_York", "2027-03-14T02:30", "2027-03-14T03:30"),
        # Clocks went from midnight to one o'clock there.
        ("America/Sao_Paulo", "2018-11-04T00:30", "2018-11-04T01:30"),
        # By half an hour only.
        ("Australia/Lord_Howe", "2027-10-03T02:10", "2027-10-03T02:40"),
        # Over midnight, into another day.
        ("America/Scoresbysund", "2027-03-27T23:30", "2027-03-28T00:30"),
    ],
)
def test_a_time_that_does_not_exist_comes_as_much_later_as_the_clocks_jump(zone, gap, shown):
    """RFC 5545, 3.3.5: it is counted with the offset that was there before the gap."""
    instant, note = instant_of(gap, zone)

    assert note == "gap"
    assert local_of(instant, zone) == shown


@pytest.mark.parametrize(
    ("zone", "fold", "apart"),
    [
        ("Europe/Berlin", "2027-10-31T02:30", HOUR),
        ("America/New_York", "2027-11-07T01:30", HOUR),
        ("America/Sao_Paulo", "2018-02-17T23:30", HOUR),
        ("Australia/Lord_Howe", "2027-04-04T01:45", HOUR // 2),
    ],
)
def test_of_a_time_that_comes_twice_the_first_is_meant(zone, fold, apart):
    """RFC 5545, 3.3.5."""
    instant, note = instant_of(fold, zone)

    assert note == "fold"
    assert local_of(instant, zone) == local_of(instant + apart, zone) == fold
    assert local_of(instant - apart, zone) != fold


def test_a_zone_without_clock_changes_has_nothing_to_settle():
    """Kathmandu is five hours and three quarters ahead, the whole year."""
    assert instant_of("2027-03-28T02:30", "Asia/Kathmandu") == (
        instant_of("2027-03-27T20:45", "UTC")[0],
        "",
    )


@given(starts(), zones)
def test_a_wall_clock_comes_back_from_its_instant_unless_it_falls_into_a_gap(local, zone):
    """What people are shown is what the organizer wrote."""
    instant, note = instant_of(local, zone)

    assert (local_of(instant, zone) == local) is (note != "gap")


@given(starts(), zones)
def test_a_note_says_what_the_hours_around_it_say(local, zone):
    """Independent of how it is found: how many instants of that day show this time."""
    instant, note = instant_of(local, zone)
    around = range(instant - 2 * HOUR, instant + 2 * HOUR + 1, HOUR // 4)
    shown = sum(local_of(each, zone) == local for each in around)

    assert note == {0: "gap", 1: "", 2: "fold"}[shown]


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Mars/Olympus",
        "europe/berlin",
        "Europe/Berlin\n",
        "/etc/passwd",
        "../UTC",
        "Europe",
        "localtime",
        "Factory",
        "posix/Europe/Berlin",
        "CEST",
        "Europe/Ber\x00lin",
    ],
)
def test_what_is_no_zone_is_not_taken_for_one(name):
    """Names of files, folders, settings and abbreviations neither."""
    assert not is_zone(name)


def test_the_places_that_groups_live_in_are_known():
    """And UTC, for those who live nowhere in particular."""
    assert all(is_zone(zone) for zone in (*ZONES, "UTC"))
    assert len(known_zones()) > 400


@pytest.mark.parametrize(
    "local",
    [
        "",
        "2027-01-12",
        "2027-01-12 19:00",
        "2027-01-12T19:00:00",
        "2027-01-12T19:00Z",
        "2027-02-29T19:00",
        "2027-01-12T24:00",
        "2027-13-01T19:00",
        "２０２７-01-12T19:00",
        "1969-12-31T19:00",
        "9999-12-31T23:59",
        "2027-01-12T19:00\n",
    ],
)
def test_an_unclear_time_is_a_value_error(local):
    """Never another error, whatever was typed."""
    with pytest.raises(ValueError, match=r".+"):
        read_local(local)


@given(st.text(max_size=20))
def test_whatever_was_typed_is_read_or_a_value_error(local):
    """And what is no zone is none."""
    with suppress(ValueError):
        read_local(local)
    assert is_zone(local) in (True, False)
