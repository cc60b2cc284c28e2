"""What came to a participant's screens after the first load: it is fetched once the room stands."""

from __future__ import annotations

from facilitator.content.words import Text

TEXTS: dict[str, Text] = {}
