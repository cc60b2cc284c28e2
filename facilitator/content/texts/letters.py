"""What mail says. Subjects and first lines are read on locked screens and by others in the house:
they name no group, no topic and nobody (I35).

`{when}`, `{before}`, `{until}`: a date with its time in the reader's zone; `{names}`: who holds a
meeting.
"""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from facilitator.content.words import Text

SUBJECTS: dict[str, Text] = {
    "invitation": _("An invitation"),
    "welcome": _("A link of your own"),
    "new_meetings": _("Dates to come"),
    "changed": _("A date has changed"),
    "cancelled": _("A date is called off"),
    "holder_asked": _("A question about a date"),
    "holders_changed": _("A change ahead"),
    "place_offered": _("A seat has come free"),
    "place_yours": _("You have a seat"),
    "place_passed_on": _("About your seat"),
    "day_before": _("Coming up"),
    "hour_before": _("Soon"),
    "note": _("A note"),
    "ending": _("What is ahead"),
    "nobody_opened": _("A room isn’t open yet"),
    "left_with_holder": _("A date needs somebody"),
}

TEXTS: dict[str, Text] = {
    "hello": _("Hello {name},"),
    "hello.nobody": _("Hello,"),
    "invitation.line": _("Somebody would like to have you in a small group that meets online."),
    "invitation.quiet": _(
        "The page behind this link says who holds it, what happens there and what is kept."
        " Looking at it binds you to nothing."
    ),
    "invitation.way": _("Look at the invitation"),
    "invitation.until": _("The link opens until {until}. If this isn’t for you, leave it be."),
    "invitation.unending": _("If this isn’t for you, leave it be."),
    "welcome.line": _("It’s good to have you. This link leads to your dates and to your seat."),
    "welcome.yours": _("Whoever has it comes in as you, so it’s best kept to yourself."),
    "new_meetings.line": _("There are new dates. These come first:"),
    "new_meetings.calendar": _("Your calendar can take them from the file with this mail."),
    "changed.moved": _("A date has changed: instead of {before} it is {when}."),
    "changed.one": _("Something about the date on {when} has changed."),
    "changed.all": _("The dates have changed. These come next:"),
    "changed.last": _("These are the last dates as you know them. Another mail has what follows:"),
    "changed.none": _("The dates as you know them have ended. Another mail has what follows."),
    "cancelled.one": _("The date on {when} doesn’t take place."),
    "cancelled.all": _("The dates have come to their end. No more follow."),
    "cancelled.some": _("The dates come to their end. These still take place:"),
    "cancelled.elsewhere": _("Your page has the next dates, and other places to turn to."),
    "said": _("In the words of whoever organizes it:"),
    "holder_asked.lead": _("Would you hold the date on {when}?"),
    "holder_asked.co": _("Would you hold the date on {when} together with somebody?"),
    "holder_asked.stand_in": _(
        "Would you stand by for the date on {when}, if somebody can’t come?"
    ),
    "holder_asked.lead.all": _("Would you hold the dates to come? These are the first:"),
    "holder_asked.co.all": _(
        "Would you hold the dates to come together with somebody? These are the first:"
    ),
    "holder_asked.free": _("Either answer is fine, and nobody asks for a reason."),
    "holder_asked.way": _("Answer on your page"),
    "holders_changed.line": _("Who holds the room on {when} has changed."),
    "holders_changed.names": _("Now it is: {names}."),
    "place_offered.line": _("A seat has come free for {when}. It’s kept for you until {until}."),
    "place_offered.free": _(
        "If you leave it, it goes to whoever is next, and your place in line stays."
    ),
    "place_yours.line": _("A seat has come free for {when}, and it’s yours."),
    "place_yours.free": _("If you’d rather not come, one tap gives it to whoever is next."),
    "place_passed_on.line": _("The seat for {when} has gone on to whoever was next."),
    "place_passed_on.stays": _(
        "Your place in line stays. We’ll write when another seat comes free."
    ),
    "day_before.line": _("As you wished, a day ahead: {when}."),
    "hour_before.line": _("As you wished, an hour ahead: {when}."),
    "reminder.free": _("Not coming is fine, and needs no reason."),
    "note.line": _("There is a note for everybody:"),
    "ending.2": _("After {when} there are two more dates, and then these end."),
    "ending.1": _("After {when} there is one more date, and then these end."),
    "ending.0": _("{when} is the last of these dates."),
    "nobody_opened.line": _("Nobody has opened the room for {when} so far."),
    "nobody_opened.page": _(
        "Whoever comes to the door reads that this is on us, and where else support is."
    ),
    "left_with_holder.line": _("Somebody who was to hold the date on {when} can’t."),
    "left_with_holder.page": _("Another person can be asked on the page of your group."),
    "way.yours": _("Open your page"),
    "way.answer": _("Say whether you come"),
    "way.group": _("Open the group’s page"),
    "foot.group": _("This mail is for people of “{group}”."),
    "foot.choices": _("Choose what you hear about by mail, or stop it"),
}
