"""The visible list of the kinds of rounds. A kind that is not in it does not exist."""

from __future__ import annotations

from facilitator.circle.rounds.arrival import ARRIVAL
from facilitator.circle.rounds.break_ import BREAK
from facilitator.circle.rounds.check_in import CHECK_IN
from facilitator.circle.rounds.closing import CLOSING
from facilitator.circle.rounds.kind import Kind
from facilitator.circle.rounds.micro_sharing import MICRO_SHARING
from facilitator.circle.rounds.reflection import REFLECTION
from facilitator.circle.rounds.silence import SILENCE
from facilitator.circle.rounds.stay_on import STAY_ON

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (ARRIVAL, CHECK_IN, MICRO_SHARING, SILENCE, REFLECTION, BREAK, CLOSING, STAY_ON)
}
