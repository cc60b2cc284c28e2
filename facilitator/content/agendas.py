"""The agendas a group can choose from (domain.md 3.13). `capacity.py` keeps their promises honest.

*After something happened* is not among them: the design marks it as an extension. It opens soon
after a shock, to people who may not know each other, and wants words and support of its own before
anybody is invited into it.
"""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import lazy_gettext as _
from flask_babel.speaklater import LazyString

from facilitator.circle.plan import MINUTE, SECOND, Agenda, Level, Medium, RoundPlan


@dataclass(frozen=True, slots=True)
class AgendaTemplate:
    """An agenda as an organizer reads it before choosing it.

    `minutes` is the whole length and `closing_reserve_minutes` the part that nothing may eat
    (domain.md 0.6). `capacity_mixed` and `capacity_spoken` say how many seats can each be offered
    the full time. `replies_counted` is the "+replies" of the table: every seat's time for replies
    is part of that sum. Where it is False and sharers allow replies all the same, the room
    shortens everybody's time equally, and says so before the round opens (I63).
    """

    key: str
    title: LazyString | str
    for_whom: LazyString | str
    minutes: int
    rounds: tuple[RoundPlan, ...]
    capacity_mixed: int
    capacity_spoken: int
    closing_reserve_minutes: int
    medium: Medium = Medium.MIXED
    replies_counted: bool = False


def agenda_of(template: AgendaTemplate, medium: Medium) -> Agenda:
    """The template as the promise one circle is held to."""
    return Agenda(
        key=template.key,
        medium=medium,
        rounds=template.rounds,
        closing_reserve=template.closing_reserve_minutes * MINUTE,
    )


def _arrival(minutes: int, practice: bool = False) -> RoundPlan:
    return RoundPlan("arrival", minutes * MINUTE, practice=practice)


def _check_in(minutes: int) -> RoundPlan:
    return RoundPlan("check_in", minutes * MINUTE)


def _silence(minutes: int) -> RoundPlan:
    return RoundPlan("silence", minutes * MINUTE)


def _sharing(
    minutes: int, depth: int = 1, replies: Level = Level.PRESENCE, quiet_seconds: int = 0
) -> RoundPlan:
    return RoundPlan(
        "micro_sharing",
        minutes * MINUTE,
        depth=depth,
        replies_max=replies,
        quiet_between=quiet_seconds * SECOND,
    )


def _break(minutes: int) -> RoundPlan:
    return RoundPlan("break", minutes * MINUTE)


def _reflection(minutes: int, activity: str = "") -> RoundPlan:
    return RoundPlan("reflection", minutes * MINUTE, activity=activity)


def _closing(minutes: int, words: bool = True) -> RoundPlan:
    return RoundPlan("closing", minutes * MINUTE, words=words)


_SHORT = AgendaTemplate(
    key="short",
    title=_("Short circle"),
    for_whom=_("An everyday half hour, for a small group."),
    minutes=30,
    rounds=(
        _arrival(4),
        _check_in(5),
        _silence(2),
        _sharing(12, replies=Level.REFLECTION),
        _closing(7),
    ),
    capacity_mixed=5,
    capacity_spoken=7,
    closing_reserve_minutes=5,
)

_STANDARD_HOUR = AgendaTemplate(
    key="standard_hour",
    title=_("Standard hour"),
    for_whom=_("Open and closed groups, with time for a few words back."),
    minutes=60,
    rounds=(
        _arrival(5),
        _check_in(7),
        _silence(3),
        _sharing(26, replies=Level.REFLECTION),
        _silence(3),
        _closing(16),
    ),
    capacity_mixed=8,
    capacity_spoken=10,
    closing_reserve_minutes=8,
    replies_counted=True,
)

_LONG = AgendaTemplate(
    key="long",
    title=_("Long circle"),
    for_whom=_("A group that knows each other, with a break in the middle."),
    minutes=90,
    rounds=(
        _arrival(7),
        _check_in(9),
        _silence(3),
        _sharing(20),
        _break(8),
        _sharing(25, depth=2),
        _silence(3),
        _closing(15),
    ),
    capacity_mixed=8,
    capacity_spoken=11,
    closing_reserve_minutes=10,
)

_SILENCE_FIRST = AgendaTemplate(
    key="silence_first",
    title=_("Silence first"),
    for_whom=_("Days on which few words are enough."),
    minutes=45,
    rounds=(
        _arrival(5),
        _silence(5),
        _check_in(5),
        _silence(5),
        _sharing(14, quiet_seconds=15),
        _silence(3),
        _closing(8),
    ),
    # One seat fewer than without the quiet between turns.
    capacity_mixed=5,
    capacity_spoken=7,
    closing_reserve_minutes=5,
)

_NEWCOMERS = AgendaTemplate(
    key="newcomers",
    title=_("Newcomers"),
    for_whom=_("A first time. Passing is practised together, and nothing comes back to a share."),
    minutes=60,
    rounds=(
        _arrival(13, practice=True),
        _check_in(8),
        _silence(2),
        _sharing(19, replies=Level.NONE),
        _silence(3),
        _closing(15),
    ),
    capacity_mixed=8,
    capacity_spoken=11,
    closing_reserve_minutes=8,
)

_GRIEF_NEUTRAL = AgendaTemplate(
    key="grief_neutral",
    title=_("Room for loss"),
    for_whom=_("Any loss, with no need to name it. More quiet than words."),
    minutes=60,
    rounds=(
        _arrival(5),
        _check_in(6),
        _silence(4),
        _sharing(25, depth=2),
        _silence(5),
        _closing(15),
    ),
    capacity_mixed=8,
    capacity_spoken=11,
    closing_reserve_minutes=8,
)

_SENTENCES_BESIDE = AgendaTemplate(
    key="sentences_beside",
    title=_("Sentences beside"),
    for_whom=_("A private look at an old sentence, and at one that could stand beside it."),
    minutes=60,
    rounds=(
        _arrival(5),
        _check_in(6),
        _silence(2),
        _reflection(8, activity="beliefs"),
        _sharing(20),
        _silence(3),
        _closing(16),
    ),
    capacity_mixed=8,
    capacity_spoken=12,
    closing_reserve_minutes=8,
)

_JUST_COMPANY = AgendaTemplate(
    key="just_company",
    title=_("Just company"),
    for_whom=_("Twenty minutes of being in the same room, with almost no words."),
    minutes=20,
    # Its closing is exactly as long as its quiet steps: no time for words remains.
    rounds=(_arrival(3), _check_in(4), _silence(8), _closing(5, words=False)),
    capacity_mixed=12,
    capacity_spoken=12,
    closing_reserve_minutes=4,
)

_FAREWELL = AgendaTemplate(
    key="farewell",
    title=_("Farewell"),
    for_whom=_("The last meeting of a series, with time to part well."),
    minutes=60,
    rounds=(
        _arrival(5),
        _check_in(6),
        _silence(3),
        _sharing(24),
        _silence(3),
        _closing(19),
    ),
    capacity_mixed=10,
    capacity_spoken=12,
    closing_reserve_minutes=8,
)

AGENDAS: dict[str, AgendaTemplate] = {
    template.key: template
    for template in (
        _SHORT,
        _STANDARD_HOUR,
        _LONG,
        _SILENCE_FIRST,
        _NEWCOMERS,
        _GRIEF_NEUTRAL,
        _SENTENCES_BESIDE,
        _JUST_COMPANY,
        _FAREWELL,
    )
}

# For trying the room alone, with every length scaled down; never listed for a group. It has full
# time for one seat: its companions take less than their share.
REHEARSAL = AgendaTemplate(
    key="rehearsal",
    title=_("Rehearsal"),
    for_whom=_("One person who would like to see the room before anyone is in it."),
    minutes=12,
    rounds=(
        _arrival(2),
        _check_in(2),
        _sharing(4, replies=Level.REFLECTION),
        _silence(1),
        _closing(3),
    ),
    capacity_mixed=1,
    capacity_spoken=1,
    closing_reserve_minutes=3,
)
