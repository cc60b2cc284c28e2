"""The facilitator's desk and tray: one next step, and what may need them."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from facilitator.content.words import Text

# The one primary button. `desk.move_on.<kind>.<step>` where moving on has a name of its own.
PRIMARY: dict[str, Text] = {
    "desk.begin": _("Open the arrival"),
    "desk.begin_with_few": _("Open it for us few"),
    "desk.introduce.arrival": _("Introduce the arrival"),
    "desk.introduce.check_in": _("Introduce the check-in"),
    "desk.introduce.micro_sharing": _("Introduce the sharing"),
    "desk.introduce.silence": _("Introduce the silence"),
    "desk.introduce.reflection": _("Introduce the reflection"),
    "desk.introduce.break": _("Open the break"),
    "desk.introduce.closing": _("Open the closing"),
    "desk.move_on": _("Move on"),
    "desk.move_on.arrival.settling": _("Come to the agreements"),
    "desk.move_on.arrival.agreements": _("We have agreed"),
    "desk.move_on.arrival.practice": _("The practice is done"),
    "desk.move_on.check_in.choosing": _("Show the check-ins"),
    "desk.move_on.check_in.reveal": _("Complete the check-in"),
    "desk.move_on.micro_sharing.thinking": _("Open the space"),
    "desk.move_on.micro_sharing.turns": _("Come to the last space"),
    "desk.move_on.micro_sharing.last_space": _("Complete the sharing"),
    "desk.move_on.silence.quiet": _("End the quiet softly"),
    "desk.move_on.silence.landing": _("Complete the silence"),
    "desk.move_on.reflection.private": _("Complete the private time"),
    "desk.move_on.reflection.words": _("Complete the reflection"),
    "desk.move_on.closing.private": _("Come to the last words"),
    "desk.move_on.closing.words": _("Come to setting down"),
    "desk.move_on.closing.release": _("Come to the goodbyes"),
    "desk.move_on.break.resting": _("Gather again"),
    "desk.resume": _("Go on"),
    "desk.end": _("End the circle"),
    "desk.nothing_next": _("Nothing needs pressing. Be with them."),
}

FRAME: dict[str, Text] = {
    "desk.next": _("Next"),
    "desk.skip_kindly": _("Move on gently"),
    "desk.give_time": _("Give a minute"),
    "desk.close_turn": _("Close with warmth"),
    "desk.offer_silence": _("Offer a silence"),
    "desk.silence.1": _("1 minute"),
    "desk.silence.2": _("2 minutes"),
    "desk.silence.3": _("3 minutes"),
    "desk.silence.5": _("5 minutes"),
    "desk.silence_longer": _("A minute longer"),
    "desk.hold": _("Hold the room"),
    "desk.pause": _("Pause"),
    "desk.hand_over": _("Hand over"),
    "desk.hand_over_to": _("Hand over to {name}"),
    "desk.handing": _("{name} has been asked. You hold the room until they accept."),
    "desk.accept_lead": _("Accept the lead"),
    "desk.accept_lead.line": _("{name} would like you to hold the room."),
    "desk.lock": _("Lock the door"),
    "desk.unlock": _("Open the door"),
    "desk.extend": _("A minute more for this"),
    "desk.trim": _("A minute less for this"),
    "desk.lower_depth": _("Lower the depth"),
    "desk.take_part": _("Take a turn too, after everyone"),
    "desk.take_no_part": _("Take no turn"),
    "desk.add_agreement": _("Add a line to the agreements"),
    "desk.add_agreement.why": _("Everyone is asked to accept it before words reach them again."),
    "desk.short_close": _("Finish early, with warmth"),
    "desk.short_close.why": _("Straight to the goodbyes; the farewell stays whole."),
}

# What takes two steps: the first asks, the second does. Never for a reason, never with a form.
TWICE: dict[str, Text] = {
    "twice.no": _("Leave it as it is"),
    "desk.emergency": _("Close the circle now"),
    "desk.emergency.ask": _(
        "Everyone reads a last page with other support, and after half a minute the room is gone."
        " It can’t be opened again."
    ),
    "desk.emergency.do": _("Yes, close it now"),
    "desk.remove": _("End {name}’s time"),
    "desk.remove.ask": _(
        "{name} reads that a limit was reached and where to turn. The others see somebody leave."
        " They can’t come back to this circle. Where everybody comes by one link, that holds for"
        " the link they used, not for the person."
    ),
    "desk.remove.do": _("Yes, end their time for today"),
    "desk.begin_few.ask": _(
        "Hardly anyone is here yet. You can wait a little, begin in quiet, or choose another day."
    ),
}

PEOPLE: dict[str, Text] = {
    "desk.people": _("The circle"),
    "presence.here": _("here"),
    "presence.reconnecting": _("reconnecting"),
    "presence.out": _("stepped out"),
    "presence.door": _("at the door"),
    "desk.resting": _("resting"),
    "desk.resting.why": _("Invite them another time. Why they rest is theirs."),
    "desk.has_space": _("has the space"),
    "desk.up_next": _("is next"),
    "desk.turn_over": _("Their time is round. You might help {name} land."),
    "desk.turn_reconnecting": _("{name} is reconnecting. The space is kept for a minute."),
    "desk.gathering.some": _("Some are still choosing."),
    "desk.gathering.all": _("All settled."),
}

TIME: dict[str, Text] = {
    "desk.step_time": _("This step: {length}"),
    "slack.spare": _("{length} to spare"),
    "slack.protected": _("The closing is protected."),
    "capacity.short": _(
        "Not everyone could be offered their whole time: {seats} people need {needs}, and there"
        " are {has}. Everyone’s time is shortened equally."
    ),
}

TRAY: dict[str, Text] = {
    "tray.name": _("What may need you"),
    "tray.empty": _("Nothing needs you. Be with the circle."),
    "tray.pause": _("Someone would like a pause."),
    "tray.pause_now": _("Pause now"),
    "tray.end_of_turn": _("At the end of this turn"),
    "tray.seen": _("I’ve seen it"),
    "tray.more_time": _("{name} would like a little more time."),
}

TEXTS: dict[str, Text] = {**PRIMARY, **FRAME, **TWICE, **PEOPLE, **TIME, **TRAY}
