"""Runs the bench and prints what it is. `--quick` shows in seconds that it runs, and no more."""

import argparse
import gc
import os
import resource
import signal
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from tests.bench.contenders import SEATS, App, Bare, Contender
from tests.bench.crowd import Crowd, Ring
from tests.bench.figures import Run, last_line, machine, percentile, ratios, table
from tests.bench.servers import Server

EVERY_S = 2.0
LOOK_S = 0.002
# No round begins that would not be over by then; and whatever hangs, hangs no longer.
ENOUGH_S = 230
TOO_LONG_S = 300


@dataclass(frozen=True)
class Size:
    circles: int
    runs: int
    warm_s: float
    flat_out_s: float
    calm_s: float


FULL = Size(circles=100, runs=3, warm_s=1.5, flat_out_s=7.0, calm_s=12.0)
QUICK = Size(circles=3, runs=1, warm_s=0.2, flat_out_s=0.5, calm_s=2.0)


def main() -> None:
    """Both have run by turns, and every figure is printed."""
    asked = argparse.ArgumentParser(prog="tests.bench", description=__doc__)
    asked.add_argument("--quick", action="store_true", help="a few seconds, to see that it runs")
    options = asked.parse_args()
    size = QUICK if options.quick else FULL
    signal.signal(signal.SIGALRM, _too_long)
    signal.alarm(TOO_LONG_S)
    print(machine())
    server_core, client_core = _take_cores()
    print(
        f"{size.circles} circles of {SEATS}; server on core {server_core}, clients on core "
        f"{client_core}; app and bare by turns"
    )
    app = App(size.circles)
    contenders: tuple[Contender, ...] = (app, Bare(compressed=True), Bare(compressed=False))
    results: dict[str, list[Run]] = {contender.name: [] for contender in contenders}
    try:
        _go_round(contenders, app.rings, size, server_core, results)
    finally:
        app.close()
    for name, runs in results.items():
        print("\n".join(table(name, runs)))
    print("\n".join(ratios(results)))
    print(last_line(results["app"], results["bare"]))


def _go_round(
    contenders: Sequence[Contender],
    names: list[str],
    size: Size,
    core: int,
    results: dict[str, list[Run]],
) -> None:
    """Everybody has had their runs, by turns; fewer of them on a machine that takes long."""
    began, longest = time.monotonic(), 0.0
    for number in range(size.runs):
        round_began = time.monotonic()
        if round_began - began + longest > ENOUGH_S:
            print(f"stopped after {number} runs of each: there is no time for more")
            return
        for contender in contenders:
            run = run_once(contender, names, size, core)
            results[contender.name].append(run)
            print(_told(contender.name, number + 1, run), flush=True)
        longest = max(longest, time.monotonic() - round_began)


def _too_long(_number: int, _frame: object) -> None:
    raise SystemExit(f"the bench took more than {TOO_LONG_S} s")


def run_once(contender: Contender, names: list[str], size: Size, core: int) -> Run:
    """One fresh server: everybody sits down, asks as fast as it answers, then at a calm pace."""
    run = Run()
    with contender.server(core) as server:
        crowd = Crowd(server.port)
        crowd.rings = [Ring(name) for name in names]
        try:
            _sit(contender, crowd, server, run)
            _flat_out(contender, crowd, server, run, size)
            if contender.calm:
                _calm(contender, crowd, server, run, size)
        finally:
            crowd.close()
    if crowd.surprises:
        raise SystemExit(f"{contender.name}: surprised, {crowd.surprises[:3]}")
    return run


def _sit(contender: Contender, crowd: Crowd, server: Server, run: Run) -> None:
    """Memory is what all rings but the first add: the first wakes what is needed once."""
    first, *others = crowd.rings
    contender.sit(crowd, first)
    before = server.rss_kb()
    for ring in others:
        contender.sit(crowd, ring)
    contender.settle(crowd)
    run.kb_per_seat = (server.rss_kb() - before) / (SEATS * len(others))
    crowd.counting = True
    # The bench's own collector must not stop the clients' clock.
    gc.collect()
    gc.freeze()


def _flat_out(contender: Contender, crowd: Crowd, server: Server, run: Run, size: Size) -> None:
    """Every circle asks again as soon as all ten have seen the last, and it may ask again."""
    views: list[float] = []
    told: deque[Ring] = deque(crowd.rings)

    def seen(ring: Ring, took: float) -> None:
        views.append(took)
        if ring.told:
            told.append(ring)

    def ask_on(seconds: float) -> None:
        until = time.perf_counter() + seconds
        while (now := time.perf_counter()) < until:
            for _ in range(len(told)):
                ring = told.popleft()
                if ring.sent and now - ring.sent[-1] < contender.least_gap_s:
                    told.append(ring)
                else:
                    contender.ask(crowd, ring)
            crowd.pump(LOOK_S if told else until - now)

    crowd.on_view = seen
    ask_on(size.warm_s)
    views.clear()
    cpu, began = server.cpu_s(), time.perf_counter()
    ask_on(size.flat_out_s)
    took, used = time.perf_counter() - began, server.cpu_s() - cpu
    run.per_s, run.cpu_us, run.busy = len(views) / took, used / len(views) * 1e6, used / took
    run.closed_ms = [one * 1000 for one in views]
    crowd.pump_until(lambda: all(ring.told for ring in crowd.rings), 30)


def _calm(contender: Contender, crowd: Crowd, server: Server, run: Run, size: Size) -> None:
    """Each circle asks once in two seconds, evenly spread, however long the answers take."""
    crowd.on_view = lambda _ring, took: run.open_ms.append(took * 1000)
    _pump_for(crowd, min(1.0, size.calm_s / 4))
    rings, gap = crowd.rings, EVERY_S / len(crowd.rings)
    cpu, began = server.cpu_s(), time.perf_counter()
    for number in range(round(size.calm_s / gap)):
        due = began + number * gap
        _pump_until(crowd, due)
        run.latest_send_ms = max(run.latest_send_ms, (time.perf_counter() - due) * 1000)
        contender.ask(crowd, rings[number % len(rings)])
    crowd.pump_until(lambda: all(ring.told for ring in rings), 30)
    run.open_busy = (server.cpu_s() - cpu) / (time.perf_counter() - began)


def _pump_for(crowd: Crowd, seconds: float) -> None:
    _pump_until(crowd, time.perf_counter() + seconds)


def _pump_until(crowd: Crowd, due: float) -> None:
    while (left := due - time.perf_counter()) > 0:
        crowd.pump(left)


def _told(name: str, number: int, run: Run) -> str:
    calm = (
        f"calm p99 {percentile(run.open_ms, 0.99):.0f} ms (the latest send was "
        f"{run.latest_send_ms:.0f} ms late); "
    )
    return (
        f"run {number} {name:<5} {run.per_s:,.0f} deliveries/s, {run.cpu_us:.0f} us CPU each; "
        f"{calm if run.open_ms else ''}{run.kb_per_seat:.1f} kB per seat"
    )


def _take_cores() -> tuple[int, int]:
    """One core for the server, another for the clients, where there are two."""
    cores = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {cores[-1]})
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    return cores[0], cores[-1]


if __name__ == "__main__":
    main()
