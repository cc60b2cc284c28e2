"""Every way in which the circle says no, each with one line of meaning. The words for people are in
the catalogue.
"""

from __future__ import annotations

from dataclasses import dataclass

MEANINGS: dict[str, str] = {
    "circle/closed": "The circle is over; nothing can be asked of it any more.",
    "circle/not_begun": "The circle has not begun yet.",
    "circle/begun": "The circle has begun already.",
    "circle/few_seats": "Fewer than two people are there, and nobody chose to begin with so few.",
    "circle/frozen": "The room stands still; only opt-outs and the facilitators' frame work now.",
    "circle/not_frozen": "There is no pause to end.",
    "circle/parted": "The farewell is over; what is left is company for those who stay.",
    "stay/late": "Staying on is announced five minutes before the end at the latest.",
    "circle/too_soon": "The farewell has not been on the screens long enough to end the circle.",
    "seat/unknown": "No such seat in this circle.",
    "seat/removed": "That seat's time in this circle was ended by a facilitator.",
    "seat/not_inside": "The seat is not in the circle at this moment.",
    "seat/facilitator": "That cannot be done to a seat that facilitates.",
    "seat/taken": "That seat exists already.",
    "seat/agreements": "The agreements changed; words reach a seat again once it accepts them.",
    "door/locked": "The door is locked for new seats.",
    "door/full": "Every seat of the circle is taken.",
    "door/closing": "The circle is parting; no new seat is given.",
    "name/empty": "A name needs at least one visible character.",
    "name/long": "A name has at most forty characters.",
    "name/marks": "A name has characters that would disturb other names.",
    "name/taken": "Somebody in the circle goes by that name already.",
    "role/facilitator": "Only a facilitator of this circle may ask that.",
    "role/lead": "Only the lead facilitator may ask that.",
    "round/not_now": "The round or the step that was named is not the one that is on.",
    "round/unknown": "The agenda has no such round.",
    "round/done": "That round is complete or set aside.",
    "round/introducing": "The introduction stays on the screens for a few seconds first.",
    "round/protected": "The closing and its farewell cannot be set aside or shortened.",
    "turn/not_now": "The turn that was named is over.",
    "turn/not_yours": "The turn belongs to another seat.",
    "turn/not_offered": "There is no open offer to answer.",
    "turn/not_sharing": "Nobody has the space in that turn.",
    "turn/has_shared": "The seat has shared in this round already.",
    "turn/within_time": "The person still has their time, and the room is not paused.",
    "turn/medium": "The circle is not held in that medium.",
    "text/empty": "There are no words to give.",
    "text/long": "The words are longer than this round has room for.",
    "text/marks": "The words hold characters that cannot be shown.",
    "text/deck": "Only what is laid out for that step can be shown, or words of one's own.",
    "share/not_yours": "The share belongs to another seat.",
    "share/gone": "The share is no longer there.",
    "share/covered": "The share is set aside for now.",
    "reply/level": "The sharer did not ask for that kind of reply.",
    "reply/deck": "At that level only the phrases of the deck come back.",
    "reply/not_now": "Replies are not being gathered at this moment.",
    "reply/not_received": "The share did not reach that seat.",
    "level/plan": "The agenda does not allow that much to come back.",
    "time/reserve": "It would eat into the time that is kept for closing.",
    "time/range": "That length is outside what the rules allow.",
    "silence/extended": "A silence is extended twice at most.",
    "silence/late": "A silence is extended only while enough of it is left for people to know.",
    "silence/on": "A silence is on, or asked for, already.",
    "lead/not_offered": "Nobody has offered the lead to that seat.",
    "lead/not_present": "That facilitator is not connected.",
    "signal/unknown": "That signal was answered already.",
    "suggestion/open": "What the seat suggested before has not been answered yet.",
    # Private lines, offers of them, and how deep the circle goes
    "line/not_open": "Nobody opened a private line from there to that facilitator.",
    "line/full": "The line holds as many messages as a line can.",
    "line/long": "The words are longer than one message can be.",
    "offer/not_now": "An offer was made already, or none is wanted; which of them is not told.",
    "depth/asking": "Another proposal is open for a few seconds more.",
    "depth/asked": "It was asked once for that round.",
    "depth/plan": "The agenda goes no deeper than that.",
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """The answer no: nothing changed. `code` is a key of MEANINGS."""

    code: str

    def __post_init__(self) -> None:
        if self.code not in MEANINGS:
            raise ValueError(f"unknown refusal code: {self.code}")
