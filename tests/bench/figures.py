"""Numbers in, lines out."""

import os
import platform
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import gevent
import sqlalchemy


@dataclass
class Run:
    """What one run gave. Latencies are milliseconds from sent to seen, one for each seat."""

    per_s: float = 0.0
    cpu_us: float = 0.0
    busy: float = 0.0
    kb_per_seat: float = 0.0
    closed_ms: list[float] = field(default_factory=list)
    open_ms: list[float] = field(default_factory=list)
    open_busy: float = 0.0
    latest_send_ms: float = 0.0


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` of all are at or below; nan for none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else float("nan")


def machine() -> str:
    model = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    return (
        f"{model}, {len(os.sched_getaffinity(0))} cores, load {load}; {platform.system()} "
        f"{platform.release()}, Python {platform.python_version()}, gevent {gevent.__version__}, "
        f"SQLAlchemy {sqlalchemy.__version__}, SQLite {sqlite3.sqlite_version}"
    )


def spread(values: Sequence[float], digits: int = 0) -> str:
    """The median, and between which values it lies."""
    shown = f"{median(values):,.{digits}f}"
    if len(values) == 1:
        return shown
    return f"{shown} ({min(values):,.{digits}f}-{max(values):,.{digits}f})"


def quantiles(ms: Sequence[float]) -> str:
    return " / ".join(f"{percentile(ms, share):,.0f}" for share in (0.5, 0.95, 0.99))


def table(name: str, runs: Sequence[Run]) -> list[str]:
    """Every figure of one contender."""
    calm = [ms for run in runs for ms in run.open_ms]
    lines = [
        f"flat out   deliveries/s     {spread([r.per_s for r in runs])}",
        f"flat out   CPU us/delivery  {spread([r.cpu_us for r in runs])}"
        f", core busy {median(r.busy for r in runs):.0%}",
        f"flat out   p50/p95/p99 ms   {quantiles([ms for run in runs for ms in run.closed_ms])}",
        f"memory     kB per seat      {spread([r.kb_per_seat for r in runs], 1)}",
    ]
    if calm:
        lines.append(
            f"calm       p50/p95/p99 ms   {quantiles(calm)}"
            f", p99 by run {spread([percentile(r.open_ms, 0.99) for r in runs])}"
            f", core busy {median(r.open_busy for r in runs):.0%}"
        )
    return [f"{name:<5} {line}" for line in lines]


def ratios(results: Mapping[str, Sequence[Run]]) -> list[str]:
    """The app's figures as shares of the others', from the medians, and from each pair of runs."""
    lines = []
    for name in ("bare", "plain"):
        pairs = list(zip(results["app"], results[name], strict=True))
        lines.append(
            f"app/{name:<5} deliveries/s {spread([a.per_s / b.per_s for a, b in pairs], 2)}"
            f"; CPU/delivery {spread([a.cpu_us / b.cpu_us for a, b in pairs], 2)}"
            f"; memory {spread([a.kb_per_seat / b.kb_per_seat for a, b in pairs], 2)}"
        )
    return lines


def last_line(app: Sequence[Run], bare: Sequence[Run]) -> str:
    ratio = median(r.per_s for r in app) / median(r.per_s for r in bare)
    p99 = percentile([ms for run in app for ms in run.open_ms], 0.99)
    kb = median(r.kb_per_seat for r in app)
    return f"bench: app/bare deliveries ratio {ratio:.2f}, p99 {p99:.0f} ms, {kb:.0f} kB per seat"
