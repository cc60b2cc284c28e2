"""A rule in plain words, in the reader's language."""

from datetime import date, datetime

from babel.lists import format_list
from flask_babel import get_locale, lazy_gettext, ngettext
from flask_babel import gettext as _

from facilitator.schedule.rule import Frequency, Rule
from facilitator.web.when import long_day_words, time_words

NTH = {
    1: lazy_gettext("first"),
    2: lazy_gettext("second"),
    3: lazy_gettext("third"),
    4: lazy_gettext("fourth"),
    5: lazy_gettext("fifth"),
    -1: lazy_gettext("last"),
}


def weekday_words() -> list[str]:
    """Monday first, as rules number them."""
    names = get_locale().days["stand-alone"]["wide"]
    return [str(names[day]) for day in range(7)]


def rule_words(rule: Rule, starts_local: str) -> str:
    """`Every second week on Tuesday, at 19:00. 8 times.`"""
    first = datetime.fromisoformat(starts_local)
    begins = _("%(how_often)s, at %(time)s.", how_often=_often(rule, first), time=time_words(first))
    return f"{begins} {_how_long(rule)}".strip()


def _often(rule: Rule, first: datetime) -> str:
    if rule.frequency is Frequency.ONCE:
        return str(_("Once, on %(day)s", day=long_day_words(first.date())))
    names = weekday_words()
    days = format_list(
        [names[day] for day in rule.weekdays or (first.weekday(),)], locale=get_locale()
    )
    if rule.frequency is Frequency.WEEKLY:
        words = ngettext(
            "Every week on %(days)s", "Every %(num)d weeks on %(days)s", rule.interval, days=days
        )
    elif rule.nth:
        words = ngettext(
            "Every month on the %(nth)s %(days)s",
            "Every %(num)d months on the %(nth)s %(days)s",
            rule.interval,
            nth=NTH[rule.nth],
            days=days,
        )
    else:
        words = ngettext(
            "Every month on day %(day)d",
            "Every %(num)d months on day %(day)d",
            rule.interval,
            day=first.day,
        )
    return str(words)


def _how_long(rule: Rule) -> str:
    if rule.frequency is Frequency.ONCE:
        return ""
    if rule.count is not None:
        return str(ngettext("%(num)d time.", "%(num)d times.", rule.count))
    if rule.until is not None:
        last = long_day_words(date.fromisoformat(rule.until))
        return str(_("The last day is %(day)s.", day=last))
    return str(_("It has no end so far."))
