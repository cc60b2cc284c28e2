"""What is said about lists of meetings that are brought in."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from facilitator.content.words import Text

# Why a whole list can't be read.
LIST: dict[str, Text] = {
    "list/none": _("Please choose a file first."),
    "list/too_large": _(
        "This file is larger than one megabyte. A list of meetings is smaller; perhaps it holds"
        " more than meetings, or could come in two parts."
    ),
    "list/too_many": _(
        "There are more than 500 meetings in this list. Please bring it in parts; a meeting that"
        " recurs is one row."
    ),
    "list/empty": _("There is no meeting in this list."),
    "list/encoding": _(
        "The letters in this file can’t be read. Please save it once more as “CSV UTF-8”."
    ),
    "list/kind": _("This is neither a calendar (.ics) nor a table (.csv) that can be read here."),
    "list/columns": _("The first row needs names of columns: time, and date or day."),
}

# Why one row can't become a meeting.
ROW: dict[str, Text] = {
    "start/unclear": _("When does it begin? The date or the time can’t be read."),
    "start/not_on_rule": _("Its first date isn’t one of the days on which it repeats."),
    "start/all_day": _("It lasts a whole day, so it has no time to begin."),
    "start/past": _("All of its dates are past."),
    "start/cancelled": _("It was cancelled where it comes from."),
    "minutes/range": _("It lasts less than 10 minutes, or longer than 8 hours."),
    "zone/unknown": _("Its time zone has a name that nobody here knows."),
    "rule/unknown": _("It repeats in a way that can’t be planned here."),
    "rule/none": _("Its rule has no date."),
    "rule/too_many": _("Its rule has more than 520 dates."),
    "rule/until_before_start": _("It ends before it begins."),
    "row/double": _("It stands in this list twice."),
}

NOTES: dict[str, Text] = {
    "dates/changed": _("Dates that were left out or moved there are as the rule says here."),
    "dates/past": _("It begins with its next date."),
}

RESULTS: dict[str, Text] = {
    "": _("Will be a draft"),
    "made": _("Is a draft now"),
    "here": _("Is here already"),
}
