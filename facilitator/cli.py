"""Commands for whoever runs the server: `flask --app facilitator …`."""

import json
import sys
from collections.abc import Callable
from dataclasses import asdict

import click
from flask import Flask, current_app
from flask.cli import AppGroup

from facilitator import cli_mail
from facilitator.circle.plan import Medium
from facilitator.content.agendas import AGENDAS
from facilitator.house import house_of
from facilitator.store import schema
from facilitator.use_cases.add_person import EmailTaken, add_person
from facilitator.use_cases.close_circle import close_circle
from facilitator.use_cases.invite_again import invite_again
from facilitator.use_cases.list_circles import list_circles
from facilitator.use_cases.migrate import migrate
from facilitator.use_cases.open_circle_for import Unknown, open_circle_for
from facilitator.web import forms

person = AppGroup("person", help="People with an account.")
circle = AppGroup("circle", help="Circles: open, list, close.")


def join(app: Flask) -> None:
    """The app has its commands."""

    @app.cli.command("migrate")
    def migrate_tables() -> None:
        """Bring the database to the newest tables."""
        migrate(house_of(current_app))

    @app.cli.command("revision")
    @click.argument("number")
    @click.argument("message")
    def write_revision(number: str, message: str) -> None:
        """Write the next migration: the way from this (newest) database to the models."""
        schema.write_revision(house_of(current_app).database, message, number)

    app.cli.add_command(person)
    app.cli.add_command(circle)
    cli_mail.join(app)


@person.command("add")
@click.argument("email")
@click.option("--name", required=True, help="As people in the groups know them.")
@click.option("--password-stdin", is_flag=True, help="Read a password instead of making a link.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def person_add(email: str, name: str, password_stdin: bool, as_json: bool) -> None:
    """Add a person, and print a link with which they choose a password (once, within a week)."""
    password = None
    if password_stdin:
        typed = sys.stdin.readline().rstrip("\r\n")
        password = _clear("password", forms.clean_new_password, typed)
    try:
        added = add_person(
            house_of(current_app),
            name=_clear("name", forms.clean_line, name),
            email=_clear("email", forms.clean_email, email),
            password=password,
        )
    except EmailTaken:
        raise click.ClickException(
            "There is an account with this e-mail already. `person link` makes it a new link."
        ) from None
    if as_json:
        click.echo(json.dumps({"person": added.person_id, "link": added.link}))
    else:
        click.echo(added.link or "Added.")


@person.command("link")
@click.argument("email")
def person_link(email: str) -> None:
    """Print a fresh link with which a person chooses a new password (once, within a week)."""
    link = invite_again(house_of(current_app), _clear("email", forms.clean_email, email))
    if link is None:
        raise click.ClickException("Nobody has an account with this e-mail.")
    click.echo(link)


@circle.command("new")
@click.option("--agenda", default="short", show_default=True, type=click.Choice(sorted(AGENDAS)))
@click.option(
    "--facilitator",
    "facilitators",
    multiple=True,
    required=True,
    help="E-mail of an account; give it again for a co-facilitator.",
)
@click.option("--group", help="Id of the group it belongs to.")
@click.option("--seats", type=click.IntRange(2, 12), help="As many as the agenda has room for.")
@click.option(
    "--medium", default="mixed", show_default=True, type=click.Choice([m.value for m in Medium])
)
@click.option("--starts-in", default=5.0, show_default=True, help="Minutes from now.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def circle_new(
    agenda: str,
    facilitators: tuple[str, ...],
    group: str | None,
    seats: int | None,
    medium: str,
    starts_in: float,
    as_json: bool,
) -> None:
    """Open a circle, and print its links."""
    house = house_of(current_app)
    try:
        opened = open_circle_for(
            house,
            emails=tuple(_clear("facilitator", forms.clean_email, e) for e in facilitators),
            group_id=group,
            agenda=agenda,
            seats_max=seats,
            medium=Medium(medium),
            starts_in_ms=round(max(0.0, min(starts_in, 24 * 60.0)) * 60_000),
        )
    except Unknown as unknown:
        raise click.ClickException(str(unknown)) from None
    base = house.settings.public_url
    holds = [f"{base}/hold/{key}" for key in opened.hold_keys]
    links = {
        "circle": opened.circle_id,
        "join_url": f"{base}/door/{opened.door_key}",
        "facilitate_url": holds[0],
        "co_facilitate_urls": holds[1:],
    }
    if as_json:
        click.echo(json.dumps(links))
        return
    click.echo(f"Circle {opened.circle_id}")
    click.echo(f"For the group:     {links['join_url']}")
    for hold in holds:
        click.echo(f"To facilitate it:  {hold}")


@circle.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list.")
def circle_list(as_json: bool) -> None:
    """List the open circles: never who is in them."""
    listed = list_circles(house_of(current_app))
    if as_json:
        click.echo(json.dumps([asdict(one) for one in listed]))
        return
    for one in listed:
        click.echo(f"{one.circle}  {one.agenda}  {one.phase}")


@circle.command("close")
@click.argument("circle_id")
def circle_close(circle_id: str) -> None:
    """Close a circle now: everybody reads that it is finished, and its words are gone."""
    if not close_circle(house_of(current_app), circle_id):
        raise click.ClickException("There is no open circle with this id.")
    click.echo("Closed.")


def _clear(field: str, clean: Callable[[str], str], typed: str) -> str:
    try:
        return clean(typed)
    except forms.Unclear as unclear:
        raise click.ClickException(f"{field}: {unclear}") from None
