"""A few agendas that between them hold every kind of round and every kind of step."""

from facilitator.circle.plan import MINUTE, Agenda, Level, Medium, RoundPlan


def _agenda(
    key: str,
    reserve: int,
    *rounds: RoundPlan,
    medium: Medium = Medium.MIXED,
    ideas: bool = False,
    deepest: int = 0,
) -> Agenda:
    return Agenda(key, medium, rounds, reserve * MINUTE, ideas_welcome=ideas, depth_most=deepest)


def _plan(kind: str, minutes: int, **more: object) -> RoundPlan:
    return RoundPlan(kind, minutes * MINUTE, **more)  # type: ignore[arg-type]


SHORT = _agenda(
    "short",
    5,
    _plan("arrival", 4),
    _plan("check_in", 5),
    _plan("silence", 2),
    _plan("micro_sharing", 12, replies_max=Level.REFLECTION),
    _plan("closing", 7, words=True),
)

NEWCOMERS = _agenda(
    "newcomers",
    8,
    _plan("arrival", 13, practice=True),
    _plan("check_in", 8),
    _plan("silence", 2),
    _plan("micro_sharing", 19),
    _plan("silence", 3),
    _plan("closing", 15, words=True),
    medium=Medium.WRITTEN,
)

SILENCE_FIRST = _agenda(
    "silence_first",
    5,
    _plan("arrival", 5),
    _plan("silence", 5),
    _plan("check_in", 5),
    _plan("break", 4),
    _plan("micro_sharing", 14, replies_max=Level.PRESENCE, quiet_between=20_000),
    _plan("closing", 8, words=True),
    medium=Medium.SPOKEN,
    deepest=2,
)

WITH_WORDS = _agenda(
    "with_words",
    8,
    _plan("arrival", 5),
    _plan("check_in", 9, words=True),
    _plan("reflection", 8, words=True, activity="beliefs"),
    _plan("micro_sharing", 20, depth=2, replies_max=Level.IDEAS),
    _plan("closing", 16, words=True),
    ideas=True,
    deepest=3,
)

JUST_COMPANY = _agenda(
    "just_company",
    5,
    _plan("arrival", 3),
    _plan("check_in", 4),
    _plan("silence", 8),
    _plan("closing", 5),
)

QUIET = _agenda("quiet", 5, _plan("arrival", 3), _plan("silence", 10), _plan("closing", 7))

SHARING = _agenda(
    "sharing",
    5,
    _plan("micro_sharing", 30, replies_max=Level.REFLECTION),
    _plan("closing", 10, words=True),
)

AGENDAS = (SHORT, NEWCOMERS, SILENCE_FIRST, WITH_WORDS, JUST_COMPANY)
