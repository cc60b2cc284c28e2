"""Endings are foretold two meetings ahead (I45)."""

import pytest

from facilitator.schedule.foretelling import foretold


@pytest.mark.parametrize(
    ("left", "told"), [(None, None), (7, None), (3, None), (2, 2), (1, 1), (0, 0)]
)
def test_the_last_three_meetings_say_that_there_is_an_end(left, told):
    """Two more after this one, one more, and this is the last; before that nothing."""
    assert foretold(left) == told
