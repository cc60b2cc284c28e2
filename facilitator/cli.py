"""Commands for whoever runs the server: `flask --app facilitator …`."""

import json
import sys
from collections.abc import Callable

import click
from flask import Flask, current_app
from flask.cli import AppGroup

from facilitator.house import house_of
from facilitator.store import schema
from facilitator.use_cases.add_person import EmailTaken, add_person
from facilitator.use_cases.invite_again import invite_again
from facilitator.use_cases.migrate import migrate
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


def _clear(field: str, clean: Callable[[str], str], typed: str) -> str:
    try:
        return clean(typed)
    except forms.Unclear as unclear:
        raise click.ClickException(f"{field}: {unclear}") from None
