"""Lighthouse's report on one page: its four figures, and what it would have otherwise."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from statistics import median_low
from typing import Any

HERE = Path(__file__).resolve().parent
CATEGORIES = ("accessibility", "best-practices", "performance", "seo")
# Search engines are asked to stay away from every page, so their category has no aim.
AIMS = {"accessibility": 100, "best-practices": 95, "performance": 95}
PATIENCE_S = 180


@dataclass(frozen=True)
class Report:
    name: str
    scores: dict[str, int]
    figures: dict[str, str]
    complaints: list[str]

    @property
    def below(self) -> list[str]:
        """The categories in which the page is below its aim."""
        return [name for name, aim in AIMS.items() if self.scores[name] < aim]

    def __str__(self) -> str:
        row = "".join(f"{self.scores[name]:>16}" for name in CATEGORIES)
        more = ", ".join(f"{name} {value}" for name, value in self.figures.items())
        return "\n".join([f"{self.name:<10}{row}", f"{'':<12}{more}", *self.complaints])


def measure(name: str, url: str, port: int, folder: Path, runs: int) -> Report:
    """The middle one of several runs by performance, because a busy machine tells slow stories."""
    reports = [_run(url, port, folder / f"{name}-{number}.json") for number in range(runs)]
    middle = median_low([_score(report, "performance") for report in reports])
    chosen = next(report for report in reports if _score(report, "performance") == middle)
    # What is wrong once is wrong.
    scores = {one: min(_score(report, one) for report in reports) for one in CATEGORIES}
    return Report(name, {**scores, "performance": middle}, _figures(chosen), _complaints(reports))


def _run(url: str, port: int, to: Path) -> dict[str, Any]:
    command = ["node", str(HERE / "node_modules/lighthouse/cli/index.js"), url, f"--port={port}"]
    command += [f"--only-categories={','.join(CATEGORIES)}", "--output=json", "--quiet"]
    ran = subprocess.run(
        [*command, f"--output-path={to}", "--no-enable-error-reporting"],
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
    )
    if ran.returncode != 0 or not to.exists():
        raise SystemExit(f"Lighthouse gave no report about {url}:\n{ran.stderr[-2000:]}")
    report: dict[str, Any] = json.loads(to.read_text())
    if trouble := report.get("runtimeError"):
        raise SystemExit(f"Lighthouse met {trouble['code']}: {trouble['message']}")
    if report["finalDisplayedUrl"].split("?")[0] != url:
        raise SystemExit(f"{url} led to {report['finalDisplayedUrl']}, which is another page.")
    return report


def _score(report: dict[str, Any], category: str) -> int:
    return round((report["categories"][category]["score"] or 0) * 100)


def _figures(report: dict[str, Any]) -> dict[str, str]:
    audits = report["audits"]
    shown = {
        "first paint": "first-contentful-paint",
        "largest paint": "largest-contentful-paint",
        "blocking": "total-blocking-time",
        "shift": "cumulative-layout-shift",
        "weight": "total-byte-weight",
    }
    return {name: audits[audit].get("displayValue", "?") for name, audit in shown.items()}


def _complaints(reports: list[dict[str, Any]]) -> list[str]:
    """What weighs in a category and was not perfect, each once."""
    found = {
        f"{'':<12}{name}: {report['audits'][part['id']]['title']}"
        for report in reports
        for name, category in report["categories"].items()
        for part in category["auditRefs"]
        if part["weight"] > 0 and (report["audits"][part["id"]]["score"] or 0) < 0.9
        if report["audits"][part["id"]]["score"] is not None
    }
    return sorted(found)
