"""What a member reads about their own place at a meeting, and about who holds it."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from facilitator.content.words import Text

# By what they said, and the place that came of it.
PLACES: dict[str, Text] = {
    "hold": _("You hold this one."),
    "seat": _("You’re coming, and you have a seat."),
    "offered": _("A place has come free, and it is kept for you until {until}."),
    "next": _(
        "You’re coming if there is room, and you’re next in line. A place that comes free is"
        " offered to you."
    ),
    "waiting": _(
        "You’re coming if there is room. You’re on the list, and places that come free are offered"
        " in its order."
    ),
    "open": _("A place is free right now, for whoever takes it first."),
    "maybe": _("You may come. There’s no need to say more, and no seat is kept."),
    "not_this_time": _("Not this time. That’s all anybody needs to know."),
    "full": _(
        "All places are taken at the moment. With “I’m coming” you’re on the list, and a place that"
        " comes free is offered to you."
    ),
    "passes_on": _("Somebody is waiting for a place. If you change this, yours goes to them."),
}

ANSWERS: dict[str, Text] = {
    "coming": _("I’m coming"),
    "maybe": _("Maybe"),
    "not_this_time": _("Not this time"),
}

# By use_cases.answer_meeting.Unanswerable.
UNANSWERABLE: dict[str, Text] = {
    "not_here": _("This meeting isn’t on your page any more. Here is what is."),
    "no_longer": _("This meeting is over, or it doesn’t take place. Nothing needs an answer."),
    "holds_it": _("You hold this meeting, so you’re there without a seat from the list."),
}

# By use_cases.holding.Hindrance.
HINDRANCES: dict[str, Text] = {
    "not_here": _("That has changed in the meantime, so nothing was done. Here is how it is now."),
    "room_is_open": _("The room is open already. Inside it there is “Hand over”."),
    "no_longer": _("This meeting is over, or it isn’t held, so nobody needs to hold it."),
    "held_already": _("Somebody leads it already. Put somebody in their place below."),
    "same_person": _("Please choose somebody else to come in their place."),
    "nobody_else": _(
        "Nobody else in this group may hold this meeting, or they have said no. The people who"
        " organize it can find somebody; “not this time” tells them."
    ),
}

PARTS: dict[str, Text] = {
    "lead": _("Leads it"),
    "co": _("Holds it beside the lead"),
    "stand_in": _("Stands in when somebody can’t"),
}

HOLDING: dict[str, Text] = {
    "asked": _("Has been asked"),
    "yes": _("Said yes"),
    "no": _("Not this time"),
}

# The same, to the person themselves: what they were asked, and what they said yes to.
ASKED: dict[str, Text] = {
    "lead": _("You’ve been asked to lead it."),
    "co": _("You’ve been asked to hold it beside the lead."),
    "stand_in": _("You’ve been asked to stand in, should somebody not be able to."),
}

HOLDS: dict[str, Text] = {
    "lead": _("You lead it."),
    "co": _("You hold it beside the lead."),
    "stand_in": _("You stand in, should it come to that."),
}

SAID_LABEL: Text = _("What those who come will read")

# What somebody finds written already when they ask for another to hold a meeting.
DRAFTS: dict[str, Text] = {
    "swap": _("Somebody else will hold this meeting. It begins and ends as planned."),
}
