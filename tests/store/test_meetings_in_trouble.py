"""What goes wrong with one meeting goes wrong with that one alone."""

import pytest
from sqlalchemy import select

from facilitator.house import House
from facilitator.store.circles import Kept
from facilitator.store.database import Transaction, read
from facilitator.store.meeting_tables import Meeting
from facilitator.use_cases import keep_meetings as keeping
from facilitator.use_cases.keep_meetings import keep_the_day
from tests.calendar_rows import MINUTE_MS as MINUTE
from tests.calendar_rows import a_meeting, a_series
from tests.store.evenings import Evening


def test_one_meeting_in_trouble_keeps_no_other_shut(
    evening: Evening, caplog: pytest.LogCaptureFixture
) -> None:
    """What can't be read is written down as a kind of error, and the next one opens."""
    broken = a_meeting(
        evening.house,
        a_series(evening.house, evening.group, agenda="{}"),
        evening.starts_at - MINUTE,
    )

    evening.comes_to(-10)

    assert evening.circle is not None
    assert "KeyError" in caplog.text
    with read(evening.house.database) as session:
        assert session.get_one(Meeting, broken).circle_id is None


def test_one_circle_in_trouble_keeps_no_other_organizer_untold(
    evening: Evening, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A door that can't be looked at is passed by: nobody waits alone at the next one for it."""
    house, before = evening.house, evening.starts_at - MINUTE
    broken = a_meeting(house, a_series(house, evening.group), before)
    evening.comes_to(-10)
    with read(house.database) as session:
        unreadable, load = session.get_one(Meeting, broken).circle_id, house.circles.load

    def load_some(session: Transaction, circle_id: str, *version: int) -> Kept | None:
        if circle_id == unreadable:
            raise LookupError("never in a log")
        return load(session, circle_id, *version)

    monkeypatch.setattr(house.circles, "load", load_some)
    evening.comes_to(5)

    assert evening.mails() == [("nobody_opened", evening.ria)]
    assert "LookupError" in caplog.text
    assert "never in a log" not in caplog.text


def test_one_series_in_trouble_keeps_no_other_short(
    evening: Evening, caplog: pytest.LogCaptureFixture
) -> None:
    """A rule that can't be read stores no dates, and the next series has its dates."""
    house = evening.house
    before = {a_series(house, evening.group, rule="{}") for _ in range(5)}
    keep_the_day(house)

    assert "ValueError" in caplog.text
    with read(house.database) as session:
        stored = set(session.scalars(select(Meeting.series_id)))
    assert stored == {evening.now.series_id}
    assert not stored & before


def test_a_step_in_trouble_keeps_no_other_from_being_taken(
    evening: Evening, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Doors open although something before them broke."""

    def breaks(_house: House) -> None:
        raise LookupError("never in a log")

    monkeypatch.setattr(keeping, "STEPS", (breaks, *keeping.STEPS))
    evening.comes_to(-10)

    assert evening.circle is not None
    assert "LookupError" in caplog.text
    assert "never in a log" not in caplog.text
