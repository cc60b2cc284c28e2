"""Programs that people have: khal lists our dates at our times, vdirsyncer carries our feed."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from flask import Flask
from sqlalchemy import update
from werkzeug.serving import make_server

from facilitator import create_app
from facilitator.calendars.entries import CANCELLED, CONFIRMED, Changed, Entry
from facilitator.calendars.writing import feed
from facilitator.config import Settings
from facilitator.house import House, house_of
from facilitator.schedule.occurrences import occurrences
from facilitator.schedule.rule import Frequency, Rule, rrule_text
from facilitator.store.database import write
from facilitator.store.links import LinkKind
from facilitator.store.meeting_tables import Meeting
from facilitator.store.schema import migrate
from facilitator.use_cases.keep_feed import end_feed, feed_key, keep_feed
from tests.calendar_rows import a_group, a_meeting, a_series
from tests.calendars.programs import Khal, Vdirsyncer, missing
from tests.store.houses import StandingClock

ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "America/Sao_Paulo",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
)
RULES = {
    "weekly": (Rule(Frequency.WEEKLY), "2027-01-12T19:00"),
    "every second Tuesday, eight times": (
        Rule(Frequency.WEEKLY, interval=2, count=8),
        "2027-02-02T06:30",
    ),
    "Mondays and Thursdays": (Rule(Frequency.WEEKLY, weekdays=(0, 3)), "2027-01-04T12:15"),
    "the last Sunday of the month": (Rule(Frequency.MONTHLY, nth=-1), "2027-01-31T20:45"),
    "the second Wednesday until June": (
        Rule(Frequency.MONTHLY, nth=2, until="2027-06-30"),
        "2027-01-13T09:00",
    ),
    "once": (Rule(Frequency.ONCE), "2027-03-28T18:00"),
}
YEAR = ("2027-01-01", "2027-12-31")
END = int(datetime(2028, 1, 1, tzinfo=UTC).timestamp() * 1000)

needs_khal = pytest.mark.skipif(bool(missing("khal")), reason=missing("khal"))
needs_vdirsyncer = pytest.mark.skipif(bool(missing("vdirsyncer")), reason=missing("vdirsyncer"))


def entry(rule: Rule, starts: str, zone: str, **more: tuple[object, ...]) -> Entry:
    return Entry(
        **{
            "uid": "5e41e5@holdspace",
            "sequence": 0,
            "starts_local": starts,
            "zone": zone,
            "minutes": 60,
            "rrule": rrule_text(rule, starts, zone),
            "skipped": (),
            "changed": (),
            "status": CONFIRMED,
            "title": "Meeting",
            "text": "",
            "url": "https://example.org/meet/key",
            "stamp": 1_800_000_000_000,
            **more,
        }
    )


def clock_of(instant: int, zone: str) -> str:
    there = datetime.fromtimestamp(instant // 1000, UTC).astimezone(ZoneInfo(zone))
    return there.strftime("%Y-%m-%dT%H:%M")


@needs_khal
@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("words", RULES)
def test_khal_lists_the_times_we_mean(tmp_path: Path, zone: str, words: str) -> None:
    """Over a year with both clock changes, read in the group's zone and in Berlin."""
    rule, starts = RULES[words]
    dates = occurrences(rule, starts, zone, 60, until=END)
    assert dates

    for reader in {zone, "Europe/Berlin"}:
        khal = Khal(tmp_path / reader.replace("/", "-"), reader)
        khal.takes(feed([entry(rule, starts, zone)], "Meetings"))

        ours = [clock_of(date.starts_at, reader) for date in dates]
        assert khal.lists(*YEAR) == [local for local in ours if local < "2028"]


@needs_khal
def test_khal_knows_what_was_changed(tmp_path: Path) -> None:
    """A skipped date isn't there, a cancelled one is marked, a moved one is where it went."""
    rule, starts = RULES["every second Tuesday, eight times"]
    changed = (
        Changed("2027-03-02T06:30", "2027-03-03T18:00", 45, CONFIRMED, 1),
        Changed("2027-03-16T06:30", "2027-03-16T06:30", 60, CANCELLED, 1),
    )
    khal = Khal(tmp_path, "Europe/Berlin")

    khal.takes(
        feed(
            [entry(rule, starts, "Europe/Berlin", skipped=("2027-02-16T06:30",), changed=changed)],
            "Meetings",
        )
    )

    assert khal.lists(*YEAR) == [
        "2027-02-02T06:30",
        "2027-03-03T18:00",
        "2027-03-30T06:30",
        "2027-04-13T06:30",
        "2027-04-27T06:30",
        "2027-05-11T06:30",
    ]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Flask, str]]:
    """A house that answers on loopback, and its address."""
    environ = {
        "HOLDSPACE_INSTANCE_DIR": str(tmp_path / "instance"),
        "HOLDSPACE_KEY_DIR": str(tmp_path / "keys"),
        "HOLDSPACE_SECRET_KEY": "k" * 40,
        "HOLDSPACE_PUBLIC_URL": "http://localhost",
        "HOLDSPACE_TESTING": "1",
    }
    app = create_app(Settings.from_environ(environ), clock=StandingClock())
    migrate(house_of(app).database)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield app, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    house_of(app).database.dispose()


@needs_vdirsyncer
def test_vdirsyncer_carries_the_feed(tmp_path: Path, served: tuple[Flask, str]) -> None:
    """What changed here is changed there; an address that was closed takes nothing away."""
    app, address = served
    house: House = house_of(app)
    group = a_group(house)
    # vdirsyncer makes its own UID from what a series says: these two say something different.
    for minutes in (45, 60):
        meeting = a_meeting(house, a_series(house, group, minutes=minutes))
    keep_feed(house, LinkKind.GROUP_FEED, group)
    key = feed_key(house, LinkKind.GROUP_FEED, group)
    folder = Vdirsyncer(tmp_path / "vdir", f"{address}/calendars/{key}.ics")

    first = folder.syncs()
    with write(house.database) as session:
        session.execute(
            update(Meeting).where(Meeting.id == meeting).values(state="skipped", sequence=1)
        )
    second = folder.syncs()
    end_feed(house, LinkKind.GROUP_FEED, group)

    assert len(first) == len(second) == 2
    assert all("BEGIN:VTIMEZONE" in text for text in first)
    assert [text.count("EXDATE") for text in first] == [0, 0]
    assert sorted(text.count("EXDATE") for text in second) == [0, 1]
    with pytest.raises(AssertionError, match="NOT FOUND"):
        folder.syncs()
    assert len(list((tmp_path / "vdir" / "calendar").iterdir())) == 2
