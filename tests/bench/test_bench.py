"""The bench runs, and says what it promised to say; speed is for those who run it whole."""

import re
import subprocess
import sys

from tests.bench.servers import HOUSE_DIR

LAST_LINE = r"bench: app/bare deliveries ratio \d+\.\d\d, p99 \d+ ms, \d+ kB per seat"


def test_quick_ends_with_the_line_that_was_asked_for() -> None:
    """Both servers start, ten see what one asked, and the last line has its three figures."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.bench", "--quick"],
        cwd=HOUSE_DIR,
        capture_output=True,
        text=True,
        timeout=120,
    )

    assert ran.returncode == 0, ran.stderr
    assert re.fullmatch(LAST_LINE, ran.stdout.splitlines()[-1])
