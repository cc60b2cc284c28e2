"""An agenda in the making: what is typed about it, its rounds in order, and what comes of that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace

from flask_babel import gettext as _

from facilitator.circle.plan import MINUTE, SECOND, Level, Medium, RoundPlan
from facilitator.content.agenda_codec import OWN
from facilitator.content.agendas import AgendaTemplate
from facilitator.content.capacity import template_capacity
from facilitator.web.forms import Sheet, clean_line, clean_number

ROUNDS_MOST = 20
MINUTES_MOST = 120
RESERVE_LEAST, RESERVE_MOST = 3, 60
QUIET_CHOICES = ("0", "10", "15", "20", "30", "45", "60")
KINDS = ("arrival", "check_in", "silence", "micro_sharing", "reflection", "break", "closing")
USUAL_MINUTES = {
    "arrival": "5",
    "check_in": "6",
    "silence": "3",
    "micro_sharing": "20",
    "reflection": "8",
    "break": "8",
    "closing": "12",
}


@dataclass(frozen=True)
class RoundRow:
    """One round as it stands in the form: everything as it was typed."""

    kind: str
    minutes: str
    depth: str = "1"
    replies: str = "presence"
    quiet: str = "0"
    practice: str = ""
    words: str = ""
    activity: str = ""

    @classmethod
    def of(cls, plan: RoundPlan) -> RoundRow:
        return cls(
            kind=plan.kind,
            minutes=str(plan.length // MINUTE),
            depth=str(plan.depth),
            replies=plan.replies_max.value,
            quiet=str(plan.quiet_between // SECOND),
            practice="yes" if plan.practice else "",
            words="yes" if plan.words else "",
            activity=plan.activity,
        )


@dataclass
class AgendaSheet(Sheet):
    """The whole form. `rounds` are its rows, in order."""

    rounds: list[RoundRow] = field(default_factory=list)
    # The button that has the focus after a row has moved, and what is said about it.
    focus: str = ""
    said: str = ""

    @classmethod
    def of(cls, template: AgendaTemplate, title: str) -> AgendaSheet:
        return cls(
            {
                "title": title,
                "for_whom": str(template.for_whom),
                "reserve": str(template.closing_reserve_minutes),
                "replies_counted": "yes" if template.replies_counted else "",
            },
            rounds=[RoundRow.of(plan) for plan in template.rounds],
        )

    @classmethod
    def typed_in(cls, form: Mapping[str, str]) -> AgendaSheet:
        """What was sent; rounds that no form of ours would send are left out."""
        rows = (_row(form, at) for at in range(ROUNDS_MOST))
        return cls(form, rounds=[row for row in rows if row.kind in KINDS])


def _row(form: Mapping[str, str], at: int) -> RoundRow:
    named = {one.name: form.get(f"{one.name}-{at}", "") for one in fields(RoundRow)}
    return RoundRow(**named)


# --- Rounds come, go and change places ------------------------------------------------------------


def arranged(sheet: AgendaSheet, do: str, names: Mapping[str, str]) -> AgendaSheet:
    """The sheet after one of its buttons: `up-2`, `down-2`, `remove-2`, `add`; anything else
    changes nothing."""
    verb, _dash, number = do.partition("-")
    rows = list(sheet.rounds)
    if verb == "add":
        return _added(sheet, rows, names)
    at = int(number) if number.isascii() and number.isdigit() and len(number) < 3 else -1
    if verb not in ("up", "down", "remove") or not 0 <= at < len(rows):
        return sheet
    name = names[rows[at].kind]
    if verb == "remove":
        del rows[at]
        focus = f"remove-{min(at, len(rows) - 1)}" if rows else "add"
        return replace(sheet, rounds=rows, focus=focus, said=_("%(name)s is out.", name=name))
    to = min(max(at + (-1 if verb == "up" else 1), 0), len(rows) - 1)
    rows.insert(to, rows.pop(at))
    said = _("%(name)s is number %(number)d now.", name=name, number=to + 1)
    # At an end the same button rests, and the focus is on the way back.
    onward = {0: "down", len(rows) - 1: "up"}.get(to, verb)
    return replace(sheet, rounds=rows, focus=f"{onward}-{to}", said=said)


def _added(sheet: AgendaSheet, rows: list[RoundRow], names: Mapping[str, str]) -> AgendaSheet:
    """A new round comes before the closing, or at the end."""
    kind = sheet.typed.get("add_kind", "")
    if kind not in KINDS:
        return sheet
    if len(rows) >= ROUNDS_MOST:
        sheet.problems["add_kind"] = _("%(count)d rounds are the most.", count=ROUNDS_MOST)
        return sheet
    before_closing = kind != "closing" and rows and rows[-1].kind == "closing"
    at = len(rows) - 1 if before_closing else len(rows)
    rows.insert(at, RoundRow(kind, USUAL_MINUTES[kind]))
    said = _("%(name)s is number %(number)d now.", name=names[kind], number=at + 1)
    return replace(sheet, rounds=rows, focus=f"minutes-{at}", said=said)


# --- What comes of it -----------------------------------------------------------------------------


def take_agenda(sheet: AgendaSheet) -> AgendaTemplate | None:
    """The agenda, with how many people it has room for; None, with sentences beside the fields,
    when it can't be read."""
    title = sheet.take("title", clean_line)
    for_whom = sheet.take("for_whom", _clean_perhaps)
    reserve = sheet.take("reserve", clean_number(RESERVE_LEAST, RESERVE_MOST))
    plans = [_take_round(sheet, at, row) for at, row in enumerate(sheet.rounds)]
    if not plans:
        sheet.problems["add_kind"] = _("An agenda has a round or more.")
    if not sheet.is_clear:
        return None
    return counted(
        AgendaTemplate(
            key=OWN,
            title=title,
            for_whom=for_whom,
            minutes=sum(plan.length for plan in plans) // MINUTE,
            rounds=tuple(plans),
            capacity_mixed=0,
            capacity_spoken=0,
            closing_reserve_minutes=int(reserve),
            replies_counted=bool(sheet.typed.get("replies_counted")),
        )
    )


def counted(template: AgendaTemplate) -> AgendaTemplate:
    """The same, with the room it has for people."""
    return replace(
        template,
        capacity_mixed=template_capacity(template, Medium.MIXED),
        capacity_spoken=template_capacity(template, Medium.SPOKEN),
    )


def _take_round(sheet: AgendaSheet, at: int, row: RoundRow) -> RoundPlan:
    """The round as it is promised; what its kind has no use for is left out of it."""
    typed = Sheet({f"minutes-{at}": row.minutes})
    minutes = typed.take(f"minutes-{at}", clean_number(1, MINUTES_MOST))
    sheet.problems.update(typed.problems)
    plan = RoundPlan(row.kind, int(minutes or 0) * MINUTE)
    if row.kind == "micro_sharing":
        return replace(
            plan,
            depth=int(row.depth) if row.depth in ("1", "2", "3") else 1,
            replies_max=Level(row.replies) if row.replies in tuple(Level) else Level.PRESENCE,
            quiet_between=int(row.quiet) * SECOND if row.quiet in QUIET_CHOICES else 0,
        )
    return replace(
        plan,
        practice=row.kind == "arrival" and bool(row.practice),
        words=row.kind == "closing" and bool(row.words),
        activity="beliefs" if row.kind == "reflection" and row.activity == "beliefs" else "",
    )


def _clean_perhaps(typed: str) -> str:
    return clean_line(typed, longest=200) if typed.strip() else ""
