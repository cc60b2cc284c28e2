"""What an organizer reads about meetings that can't be kept, published or changed as they are."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from facilitator.content.words import Text

# By code. The part before the slash names the field of the form it belongs to.
FLAWS: dict[str, Text] = {
    "zone/unknown": _("This time zone isn’t known. Its name looks like Europe/Berlin."),
    "start/unclear": _("Please choose a date and a time, such as 12 January 2027 at 19:00."),
    "start/not_on_rule": _("The first date isn’t one of the dates of this rule."),
    "start/past": _("This date has been. Please choose one that is still to come."),
    "start/same": _("That’s when it is already. Nobody was told."),
    "rule/none": _("This rule gives no date."),
    "rule/too_many": _("These are more than {most} dates. Please end the series earlier."),
    "rule/until_before_start": _("The last day is before the first meeting."),
    "rule/interval": _("Meetings are up to 52 weeks or 12 months apart."),
    "rule/unclear": _("This rule can’t be read. Please choose again how it repeats."),
    "minutes/range": _("A meeting is between {least} and {longest} minutes long."),
    "minutes/agenda": _(
        "The agenda takes {agenda} minutes, and from beginning to end there are {minutes}."
    ),
    "minutes/end_before_start": _(
        "The end comes before the beginning. Left empty, it follows from the agenda."
    ),
    "seats/coming": _(
        "{coming} people have a place in one of these meetings already. There can be more seats"
        " than that, and not fewer."
    ),
    "seats/range": _("A meeting has between {least} and {longest} seats."),
    "holders/none": _("Somebody has to hold it. Please choose who."),
    "holders/not_here": _("One of these people doesn’t facilitate in this group."),
    "holders/role": _("{name} has no words about their role on their card yet."),
    "dates/none_ahead": _("None of these dates is still to come."),
    "said/empty": _("Please say in your own words what changes, and why if you like."),
    "meeting/begun": _("This meeting has begun, or is over. It stays as it was."),
    "meeting/open": _(
        "The doors are open already. Whoever holds the room can tell people there, and close it."
    ),
    "meeting/set_aside": _("This meeting isn’t held, so there is nothing to change about it."),
    "series/draft": _("This is a draft. Nobody knows of it yet, so it can simply be changed."),
    "series/ended": _("This series has come to its end."),
}

# What the clock change does to a date (RFC 5545, 3.3.5).
CLOCK_NOTES: dict[str, Text] = {
    "gap": _("On this day the clocks jump over {local}, so it begins at {shown}."),
    "fold": _("On this day {local} comes twice, and the first one is meant."),
}

ENDING: dict[int, Text] = {
    2: _("Two more meetings come after this one."),
    1: _("One more meeting comes after this one."),
    0: _("This is the last meeting of the series."),
}

STATES: dict[str, Text] = {
    "draft": _("Draft"),
    "scheduled": _("Published"),
    "skipped": _("Left out"),
    "cancelled": _("Cancelled"),
    "over": _("Has been"),
}

MEDIA: dict[str, Text] = {
    "mixed": _("Each as they like: written or spoken"),
    "written": _("Written"),
    "spoken": _("Spoken"),
}

DEPTHS: dict[int, Text] = {
    1: _("Everyday: gentle, and close to today"),
    2: _("Closer: what moves us"),
    3: _("Deep: what is hard to say"),
}

REPLIES: dict[str, Text] = {
    "none": _("Nothing comes back"),
    "presence": _("A sign of presence"),
    "reflection": _("A few words back"),
    "ideas": _("Ideas too, for whoever asks for them"),
}

LAST_DATE: dict[str, Text] = {
    "farewell": _(
        "This is the last meeting of its series. The agenda Farewell has time to part well."
    ),
    "farewell.said": _("This is our last meeting. There is time in it to part well."),
}
