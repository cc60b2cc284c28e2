"""Which page stands where a circle stood."""

from facilitator.circle.commands import EmergencyClose
from facilitator.live.broadcast import page_for
from tests.circle.room import Room


def test_a_circle_that_nobody_opened_was_no_circle() -> None:
    """Whoever waited at the door reads that nobody came, and is asked nothing about it (I44)."""
    room = Room()
    room.enters("Sam")
    room.waits(20 * 60)

    assert page_for(room.circle, "sam") == "unopened"


def test_a_circle_that_was_held_is_finished() -> None:
    """However it ended."""
    room = Room()
    room.facilitates("Ria")
    room.enters("Sam")
    room.waits(20 * 60)
    room.does("Ria", EmergencyClose())
    room.waits(60)

    assert page_for(room.circle, "sam") == "closed"
