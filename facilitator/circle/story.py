"""One decision in the making: the events so far and the circle they lead to. Lives for one call of
`decide`.
"""

from __future__ import annotations

from facilitator.circle.events import Event
from facilitator.circle.evolve import evolve
from facilitator.circle.state import Circle


class Story:
    """`happen` appends a fact; `circle` is always the picture after all facts so far."""

    def __init__(self, circle: Circle, now: int) -> None:
        self.circle = circle
        self.now = now
        self.events: list[Event] = []
        self.words: dict[str, str] = {}

    def happen(self, *events: Event) -> None:
        for event in events:
            self.circle = evolve(self.circle, event)
            self.events.append(event)

    def keep(self, key: str, text: str) -> None:
        """The vault is to hold these words under that key, if the decision is stored."""
        self.words[key] = text
