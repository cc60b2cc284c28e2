"""The server on a clock whose hands a test can move: `python -m tests.browser.moved_house FILE`.

The file says by how many milliseconds its clock is ahead of this machine's. What meetings do by
themselves is looked after oftener than in a real house, so that no story waits for it.
"""

from gevent import monkey

monkey.patch_all()

import os
import sys
from contextlib import suppress
from pathlib import Path

from facilitator import create_app
from facilitator.clock import SystemClock
from facilitator.config import Settings
from facilitator.house import house_of
from facilitator.live import serve, watch
from facilitator.use_cases.migrate import migrate

OFTEN_S = 0.3


class MovedClock(SystemClock):
    """Goes on from wherever it was put."""

    def __init__(self, hands: Path) -> None:
        self._hands = hands

    def now(self) -> int:
        return super().now() + int(self._hands.read_text() or 0)


def main() -> None:
    """The server answers."""
    settings = Settings.from_environ(os.environ)
    app = create_app(settings, clock=MovedClock(Path(sys.argv[1])))
    watch.MEETINGS_S = watch.TRACES_S = OFTEN_S
    migrate(house_of(app))
    with suppress(KeyboardInterrupt):
        serve(app, settings.host, settings.port)


if __name__ == "__main__":
    main()
