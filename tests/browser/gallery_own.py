"""What somebody looks at alone: the quiet, a card, a small step, leaving; beside `gallery_states`."""

from __future__ import annotations

from tests.browser.gallery_states import STATES, Made, Scene, participant

TURNED = ("press", "Turn the card")
CARD = "A card with an old sentence"
STEP = "One small step, if you’d like one"
STEADY = "Someone steady"
CHANGE = ("open", ".quiet div > details:not(.around) > summary")


def cards(now: int) -> Scene:
    """The deck lies on the table."""
    return participant(now).at("reflection", "private", 120_000, activity="beliefs")


QUIET, ALONE = STATES["silence-quiet"], STATES["reflection-private"]

OWN_STATES: dict[str, Made] = {
    "reflection-beliefs": cards,
    "between-turns": lambda now: participant(now).at(
        "micro_sharing", "turns", 20_000, quiet_between=30_000
    ),
    "leaving-less": lambda now: (
        participant(now)
        .at("closing", "leaving", 50_000)
        .but_you(may_stay=True, staying=False, receivers=[])
    ),
    "leaving-more": STATES["closing-leaving"],
}

OWN_AFTER: dict[str, list[tuple[str, str]]] = {
    "silence-water": [CHANGE, ("press-label", "Water"), CHANGE],
    "silence-breath": [
        CHANGE,
        ("press-label", "Slow circle"),
        CHANGE,
        ("open", ".pacer-place summary"),
    ],
    "silence-sounds": [
        ("open", ".around summary"),
        ("press", "Soft tones when a quiet begins and ends"),
    ],
    "card-turned": [TURNED],
    "card-own": [TURNED, ("press", "In my own words")],
    "card-beside": [TURNED, ("press", "Stand it beside")],
    "card-away": [TURNED, ("press", "Not today")],
    "card-kept": [TURNED, ("press", "Stand it beside"), ("press", "Keep it on this device")],
    "card-drawer": [("press-label", CARD)],
    "small-step": [("press-label", STEP)],
    "small-step-nothing": [("press-label", STEP), ("press", "Nothing this week")],
    "steady": [("press-label", STEADY)],
    "steady-no-one": [("press-label", STEADY), ("press", "No one yet")],
    "towards-nowhere": [("press-label", "nowhere in particular")],
    "leaving-more": [("press", "more steady")],
    "leaving-less": [("press", "less steady"), ("press", "My steady person")],
}
FROM = {"silence": QUIET, "card": cards}
OWN_STATES |= {
    name: FROM.get(name.partition("-")[0], ALONE) for name in OWN_AFTER if name not in OWN_STATES
}
OWN_STATES["card-drawer"] = ALONE
