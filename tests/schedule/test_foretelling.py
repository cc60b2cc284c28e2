"""Endings are foretold two meetings ahead (I45)."""

import pytest

from facilitator.schedule.foretelling import foretold, left_after


@pytest.mark.parametrize(
    ("left", "told"), [(None, None), (7, None), (3, None), (2, 2), (1, 1), (0, 0)]
)
def test_the_last_three_meetings_say_that_there_is_an_end(left, told):
    """Two more after this one, one more, and this is the last; before that nothing."""
    assert foretold(left) == told


def test_a_skipped_date_brings_the_end_nearer():
    """Meetings that don't take place are no meetings ahead."""
    assert [left_after(number, 8, {7}) for number in range(1, 9)] == [6, 5, 4, 3, 2, 1, 1, 0]
    assert left_after(5, 8, {7, 8}) == 1
    assert left_after(5, None, {7, 8}) is None
