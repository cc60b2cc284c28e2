"""Every way in which the circle says no, as the person who asked reads it.

The codes are those of `facilitator.circle.refusals`, and a few of the door and the line. A sentence
never blames; where there is something else to do, it says what.
"""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from facilitator.content.texts.pages import ENDINGS
from facilitator.content.words import Text

_MOVED = _("The circle has moved on since. Nothing is lost.")
_TURN_OVER = _("That turn has come to its end.")
_SHARE_GONE = _("That share isn’t here any more.")
_NOT_YOUR_PLACE = _("This place in the circle isn’t open in this browser.")

REFUSALS: dict[str, Text] = {
    # The circle
    "circle/closed": _("This circle is finished. Nothing of it was kept."),
    "circle/not_begun": _("The circle hasn’t begun. That comes a little later."),
    "circle/begun": _("The circle has begun already."),
    "circle/few_seats": _(
        "Fewer than two people are here. You can wait, or open the circle for those who came."
    ),
    "circle/frozen": _("Everything stands still just now. It can wait until the room goes on."),
    "circle/not_frozen": _("The room is going on already."),
    "circle/parted": _("The circle has parted. There is quiet company now, and nothing to do."),
    "stay/late": _(
        "It’s too near the end to announce that. Those who like can still be quiet here."
    ),
    "circle/too_soon": _("The farewell stays with everyone a little longer before we end."),
    # Seats and the door
    "seat/none": _NOT_YOUR_PLACE,
    "seat/unknown": _("That place isn’t in this circle."),
    "seat/removed": ENDINGS["cover.removed.line"],
    "seat/not_inside": _("For that you need to be in the circle. You can come back in first."),
    "seat/facilitator": _("That can’t be done to somebody who facilitates."),
    "seat/taken": _("Somebody has that place already."),
    "seat/agreements": _("Our agreements changed. Once you accept them, words reach you again."),
    "door/locked": _("The door is closed now. Whoever was here can still come back in."),
    "door/full": _("Every place is taken today, so that everyone has space."),
    "door/closing": _("We are saying goodbye, so nobody new comes in today."),
    "name/empty": _("Please choose a name of one letter or more."),
    "name/long": _("That name is longer than the ring has room for: up to forty characters."),
    "name/marks": _("That name holds signs that would cover other names. Please leave them out."),
    "name/taken": _("Somebody here goes by that name. Could you add something to yours?"),
    # Roles
    "role/facilitator": _("Only those who facilitate this circle can do that."),
    "role/lead": _("Only the one who is holding the room can do that. They can hand it over."),
    "lead/not_offered": _("The lead isn’t being handed to you at this moment."),
    "lead/not_present": _("They aren’t connected right now, so the room stays with you."),
    # Rounds
    "round/not_now": _MOVED,
    "round/unknown": _("There is no such round in the agenda."),
    "round/done": _("That round is complete, or left for today."),
    "round/introducing": _("The introduction stays a few seconds, so that everyone can read it."),
    "round/protected": _("The farewell is kept for everyone. It can’t be shortened or left out."),
    # Turns
    "turn/not_now": _TURN_OVER,
    "turn/not_yours": _("That space belongs to somebody else."),
    "turn/not_offered": _("There is no open offer any more."),
    "turn/not_sharing": _("Nobody has the space in that turn."),
    "turn/has_shared": _("You’ve had the space in this round. There’ll be another."),
    "turn/within_time": _("They still have their time. It’s theirs until it’s round."),
    "turn/medium": _("This circle isn’t held in that way. There is another one to choose."),
    # Words
    "text/empty": _("There are no words in it yet."),
    "text/long": _("That is longer than this round has room for. It stays in your draft."),
    "text/marks": _("Something in it can’t be shown on other screens. Please leave that sign out."),
    "text/deck": _("For this there are words to choose from, or a few of your own."),
    "share/not_yours": _("Only the person who shared it can do that."),
    "share/gone": _SHARE_GONE,
    "share/covered": _("That share is set aside for now."),
    "reply/level": _("They would like less to come back. Being here is enough."),
    "reply/deck": _("They would like one of the sentences that are laid out, and no other words."),
    "reply/not_now": _("The moment for replies has gone by. Being here is enough."),
    "reply/not_received": _("That share didn’t reach you, so there is nothing to answer."),
    "level/plan": _("In this circle that much can’t come back. You can choose less."),
    # Time
    "time/reserve": _(
        "That would eat into the time kept for closing. You can trim a step or set a round aside."
    ),
    "time/range": _("That length is outside what this circle allows."),
    "silence/extended": _("A silence is made longer twice at most, and this one has been."),
    "silence/late": _("The quiet is nearly over, too late to make it longer without a surprise."),
    "silence/on": _("A silence is on already, or on its way."),
    # Signals
    "signal/unknown": _("Somebody has answered that already."),
    "suggestion/open": _("Your last suggestion is still with the facilitators. One at a time."),
    # Private lines, and how deep we go
    "line/not_open": _("A private line is theirs to open. You can offer one, once."),
    "line/full": _("This line is full. Either of you can wipe it and go on."),
    "line/long": _("That is longer than one message has room for. It stays in your draft."),
    "offer/not_now": _("An offer to them isn’t possible here. They can always write first."),
    "depth/asking": _("The question about going deeper is open for a few seconds more."),
    "depth/asked": _("That was asked once for this round. It stays as it is."),
    "depth/plan": _("This circle was promised no deeper than that."),
    # The wire
    "wire/too_much": _("That was a lot at once. Give it a moment, then try again."),
    "wire/trouble": _("That could not be kept just now. Please try again in a moment."),
    "wire/unclear": _("That didn’t reach us whole. Nothing was changed."),
}
