"""The check-in scales (domain.md 3.2): unranked, shown in a ring, each with a way round them."""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import lazy_gettext as _

from facilitator.content.words import Text

LINE_ABOVE = _("Whatever is here is fine to bring. There is no better or worse one.")

# Part of every scale. `OWN_WORD` opens a field; `NO_WORD` is an answer like any other.
OWN_WORD = "word.own"
NO_WORD = "word.none"


@dataclass(frozen=True, slots=True)
class Scale:
    """One set of words to choose from. The order means nothing."""

    code: str
    title: Text
    words: dict[str, Text]


SCALES: tuple[Scale, ...] = (
    Scale(
        "weather",
        _("Weather"),
        {
            "weather.clear": _("clear"),
            "weather.light_cloud": _("light cloud"),
            "weather.breezy": _("breezy"),
            "weather.fog": _("fog"),
            "weather.drizzle": _("drizzle"),
            "weather.heavy_rain": _("heavy rain"),
            "weather.thunder": _("thunder"),
            "weather.frost": _("frost"),
            "weather.warm_patch": _("a warm patch"),
            "weather.changing": _("changing by the hour"),
        },
    ),
    Scale(
        "body",
        _("Body and energy"),
        {
            "body.rested": _("rested"),
            "body.humming": _("humming"),
            "body.heavy": _("heavy"),
            "body.restless": _("restless"),
            "body.tight": _("tight"),
            "body.floating": _("floating"),
            "body.worn_thin": _("worn thin"),
            "body.steady": _("steady"),
            "body.jumpy": _("jumpy"),
            "body.warm": _("warm"),
        },
    ),
    Scale(
        "state",
        _("How it is in me"),
        {
            "state.at_ease": _("at ease"),
            "state.here": _("here"),
            "state.open": _("open"),
            "state.rushing": _("rushing"),
            "state.edgy": _("edgy"),
            "state.wound_up": _("wound up"),
            "state.watchful": _("watchful"),
            "state.braced": _("braced"),
            "state.prickly": _("prickly"),
            "state.numb": _("numb"),
            "state.flat": _("flat"),
            "state.far_away": _("far away"),
            "state.several": _("more than one at once"),
        },
    ),
)

ANYWHERE: dict[str, Text] = {
    OWN_WORD: _("a word of my own"),
    NO_WORD: _("no word today"),
}

SHOW = _("Show the circle")
KEEP = _("Keep it to myself")
