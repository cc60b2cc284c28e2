"""Which sentences make up which letter, in their order.

`@said` stands for somebody's own words, `@dates` for a list of dates, `>code` for the link to the
reader's page under these words.
"""

from facilitator.store.outbox import MailKind
from facilitator.use_cases.read_letter import LetterFacts

SAID = ("said", "@said")
SHAPES: dict[str, tuple[str, ...]] = {
    "invitation": ("invitation.line", "invitation.quiet", ">invitation.way", "invitation.until"),
    "invitation.unending": (
        "invitation.line",
        "invitation.quiet",
        ">invitation.way",
        "invitation.unending",
    ),
    "welcome": ("welcome.line", ">way.yours", "welcome.yours"),
    "new_meetings": ("new_meetings.line", "@dates", "new_meetings.calendar", ">way.answer"),
    "changed.moved": ("changed.moved", *SAID, ">way.answer"),
    "changed.one": ("changed.one", *SAID, ">way.answer"),
    "changed.all": ("changed.all", "@dates", *SAID, ">way.answer"),
    "changed.last": ("changed.last", "@dates", ">way.yours"),
    "changed.none": ("changed.none", ">way.yours"),
    "cancelled.one": ("cancelled.one", *SAID, "cancelled.elsewhere", ">way.yours"),
    "cancelled.some": ("cancelled.some", "@dates", *SAID, "cancelled.elsewhere", ">way.yours"),
    "cancelled.all": ("cancelled.all", *SAID, "cancelled.elsewhere", ">way.yours"),
    "holder_asked.lead": ("holder_asked.lead", "holder_asked.free", ">holder_asked.way"),
    "holder_asked.co": ("holder_asked.co", "holder_asked.free", ">holder_asked.way"),
    "holder_asked.stand_in": ("holder_asked.stand_in", "holder_asked.free", ">holder_asked.way"),
    "holder_asked.lead.all": (
        "holder_asked.lead.all",
        "@dates",
        "holder_asked.free",
        ">holder_asked.way",
    ),
    "holder_asked.co.all": (
        "holder_asked.co.all",
        "@dates",
        "holder_asked.free",
        ">holder_asked.way",
    ),
    "holders_changed": ("holders_changed.line", "holders_changed.names", *SAID, ">way.yours"),
    "holders_changed.nobody": ("holders_changed.line", *SAID, ">way.yours"),
    "place_offered": ("place_offered.line", ">way.answer", "place_offered.free"),
    "place_yours": ("place_yours.line", "place_yours.free", ">way.yours"),
    "place_passed_on": ("place_passed_on.line", "place_passed_on.stays", ">way.yours"),
    "day_before": ("day_before.line", "reminder.free", ">way.yours"),
    "hour_before": ("hour_before.line", "reminder.free", ">way.yours"),
    "note": ("note.line", "@said", ">way.yours"),
    "ending.2": ("ending.2", ">way.yours"),
    "ending.1": ("ending.1", ">way.yours"),
    "ending.0": ("ending.0", ">way.yours"),
    "nobody_opened": ("nobody_opened.line", "nobody_opened.page", ">way.group"),
    "left_with_holder": ("left_with_holder.line", "left_with_holder.page", ">way.group"),
}


def shape_of(told: LetterFacts) -> tuple[str, ...]:
    """The sentences of this letter."""
    return SHAPES[_name(told)]


def _name(told: LetterFacts) -> str:
    kind, meeting = told.kind, told.meeting
    one = meeting is not None
    match kind:
        case MailKind.INVITATION:
            return "invitation" if told.until else "invitation.unending"
        case MailKind.CHANGED if meeting is not None:
            return "changed.moved" if meeting.was_moved else "changed.one"
        case MailKind.CHANGED:
            # Without words it is the part of a series that another one follows.
            rest = "all" if told.said else "last" if told.dates else "none"
            return f"changed.{rest}"
        case MailKind.CANCELLED:
            return "cancelled.one" if one else f"cancelled.{'some' if told.dates else 'all'}"
        case MailKind.HOLDER_ASKED:
            part = told.part if told.part in {"co", "stand_in"} else "lead"
            # Nobody stands in for a whole series.
            return (
                f"holder_asked.{part}"
                if one
                else f"holder_asked.{part.replace('stand_in', 'co')}.all"
            )
        case MailKind.HOLDERS_CHANGED:
            return "holders_changed" if told.held_by else "holders_changed.nobody"
        case MailKind.ENDING:
            return f"ending.{told.left}"
        case _:
            return kind.value
