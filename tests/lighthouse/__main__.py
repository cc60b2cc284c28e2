"""Starts a house, sits somebody down in a circle, and asks Lighthouse (its mobile profile) about
three pages.

It ends with 1 when a page is below an aim. `--runs 1` is quicker, and less sure of its figures.
`--keep FOLDER` keeps the reports.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from facilitator.use_cases.read_seat import seat_cookie
from facilitator.use_cases.take_seat import Seated, Wish, take_seat
from tests.lighthouse.chrome import a_chromium, give_cookies
from tests.lighthouse.report import AIMS, CATEGORIES, Report, measure
from tests.live.people import Opened, Server


def main() -> None:
    asked = _asked()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        server = Server(folder / "house").start()
        try:
            reports = _reports(server, asked.keep or folder, asked.runs, asked.pages)
        finally:
            server.stop()
    below = [f"{report.name}: {', '.join(report.below)}" for report in reports if report.below]
    aims = ", ".join(f"{name} {aim}" for name, aim in AIMS.items())
    print(f"aims: {aims}. {len(reports) - len(below)} of {len(reports)} pages reach them.")
    if below:
        sys.exit("Below the aims: " + "; ".join(below))


def _reports(server: Server, folder: Path, runs: int, names: list[str]) -> list[Report]:
    folder.mkdir(parents=True, exist_ok=True)
    circle = server.open_circle("Ria")
    ria = circle.hosted()
    profile = folder / "chromium"
    profile.mkdir(exist_ok=True)
    pages = {
        "door": f"{server.url}/door/{circle.door}",
        "circle": f"{server.url}/circle/{circle.id}",
        "journal": f"{server.url}/journal",
    }
    print(f"{'':<10}" + "".join(f"{name:>16}" for name in CATEGORIES))
    reports = []
    with a_chromium(profile) as port:
        for name in [name for name in pages if not names or name in names]:
            if name == "circle":
                give_cookies(port, server.url, _seat(circle))
            report = measure(name, pages[name], port, folder, runs)
            print(report, flush=True)
            reports.append(report)
    if any(report.name == "circle" for report in reports):
        # Else Lighthouse has looked at a page that only waits.
        ria.sees(lambda view: any(one["name"] == "Sam" for one in view["room"]["roster"]))
    ria.closes()
    return reports


def _seat(circle: Opened) -> dict[str, str]:
    """The cookie of Sam, who has a seat in the circle that Ria holds."""
    seated = take_seat(circle.house, circle.door, Wish("Sam"))
    if not isinstance(seated, Seated):
        raise SystemExit(f"Sam found no seat: {seated}")
    return {seat_cookie(circle.house, circle.id): seated.token}


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make lighthouse", description=__doc__)
    parser.add_argument("pages", nargs="*", help="door, circle, journal; all of them unless named")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--keep", type=Path, default=os.environ.get("HOLDSPACE_REPORTS"))
    return parser.parse_args()


if __name__ == "__main__":
    main()
