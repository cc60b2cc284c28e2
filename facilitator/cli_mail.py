"""Mail and retention, for whoever runs the server: `flask --app facilitator mail …`."""

import json
import signal
import time
from dataclasses import asdict
from functools import partial

import click
from flask import Flask, current_app
from flask.cli import AppGroup

from facilitator.house import house_of
from facilitator.mail import worker_of
from facilitator.mail.worker import LEASE_MS
from facilitator.use_cases.read_outbox import read_resting
from facilitator.use_cases.run_retention import run_retention

mail = AppGroup("mail", help="Mail that waits, and the worker that sends it.")
retention = AppGroup("retention", help="What goes after its time.")


def join(app: Flask) -> None:
    """The app has these commands."""
    app.cli.add_command(mail)
    app.cli.add_command(retention)


@mail.command("work")
@click.option(
    "--lease-seconds",
    default=LEASE_MS / 1000,
    show_default=True,
    type=click.FloatRange(0.1, 3600),
    help="How long a mail belongs to a worker that went silent.",
)
@click.option("--look-every", default=2.0, hidden=True, type=click.FloatRange(0.01, 60))
def mail_work(lease_seconds: float, look_every: float) -> None:
    """Send mail as it comes due, until this is stopped. A mail in hand still leaves."""
    worker = worker_of(_app(), lease_ms=round(lease_seconds * 1000))
    for one in (signal.SIGTERM, signal.SIGINT):
        signal.signal(one, lambda *_: worker.stop())
    worker.run(partial(_sleep, most=look_every))


@mail.command("send-once")
def mail_send_once() -> None:
    """Send what is due now, and print how many mails left."""
    click.echo(worker_of(_app()).send_due().sent)


@mail.command("dead")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list.")
def mail_dead(as_json: bool) -> None:
    """List the mails that couldn't be delivered: ids and codes, no addresses."""
    resting = read_resting(house_of(current_app))
    if as_json:
        named = ("id", "kind", "trouble", "tries")
        click.echo(json.dumps([{name: asdict(one)[name] for name in named} for one in resting]))
        return
    for one in resting:
        click.echo(f"{one.id}  {one.kind}  {one.trouble}")


@retention.command("run")
def retention_run() -> None:
    """Let go of what has had its time, and print how much that was."""
    click.echo(json.dumps(asdict(run_retention(house_of(current_app)))))


def _sleep(seconds: float, *, most: float) -> None:
    # Between two looks at the outbox: this process does nothing else, and is stopped by a signal.
    time.sleep(min(seconds, most))


def _app() -> Flask:
    return current_app._get_current_object()  # type: ignore[attr-defined, no-any-return]  # noqa: SLF001 -- the proxy has no other way
