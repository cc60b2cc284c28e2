import json

import pytest
from flask import Flask

from tests.web.visitors import PASSWORD, Visitor


def test_a_person_is_added_with_a_link(app: Flask, somebody: Visitor) -> None:
    """The command prints the link; the link asks for a password."""
    result = app.test_cli_runner().invoke(
        args=["person", "add", "tom@example.org", "--name", "Tom"]
    )

    link = result.output.strip()
    assert result.exit_code == 0
    assert link.startswith("http://localhost/begin/")
    assert somebody.opens(link.removeprefix("http://localhost")).status_code == 200


def test_a_script_adds_a_person_with_a_password(app: Flask, somebody: Visitor) -> None:
    """From standard input, so that it is in no list of processes."""
    result = app.test_cli_runner().invoke(
        args=["person", "add", "tom@example.org", "--name", "Tom", "--password-stdin", "--json"],
        input=PASSWORD + "\n",
    )

    assert json.loads(result.output)["link"] is None
    assert somebody.signs_in("tom@example.org").status_code == 303


def test_a_person_gets_a_new_link(ria: Visitor, app: Flask) -> None:
    """For somebody who lost the password."""
    result = app.test_cli_runner().invoke(args=["person", "link", "RIA@example.org"])

    assert ria.opens(result.output.strip().removeprefix("http://localhost")).status_code == 200


@pytest.mark.usefixtures("ria")
@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["add", "ria@example.org", "--name", "Ria"], "There is an account with this e-mail"),
        (["add", "ria", "--name", "Ria"], "email: This doesn't look like an e-mail address yet"),
        (["add", "tom@example.org", "--name", ""], "name: Please write something here."),
        (["link", "eve@example.org"], "Nobody has an account with this e-mail."),
    ],
)
def test_a_command_that_cant_be_done_says_why(app: Flask, args: list[str], sentence: str) -> None:
    """In a sentence, with a status other than 0."""
    result = app.test_cli_runner().invoke(args=["person", *args])

    assert result.exit_code == 1
    assert sentence in result.output


def test_the_database_is_migrated_by_a_command(app: Flask) -> None:
    """Any number of times."""
    assert app.test_cli_runner().invoke(args=["migrate"]).exit_code == 0


def test_a_circle_is_opened_listed_and_closed_from_the_terminal(
    app: Flask, ria: Visitor, somebody: Visitor
) -> None:
    """The links lead to the door and to the facilitator's seat; afterwards to its finished page."""
    runner = app.test_cli_runner()
    opened = json.loads(
        runner.invoke(
            args=[
                "circle",
                "new",
                "--agenda",
                "short",
                "--facilitator",
                "ria@example.org",
                "--json",
            ]
        ).output
    )
    door = opened["join_url"].removeprefix("http://localhost")
    hold = opened["facilitate_url"].removeprefix("http://localhost")

    assert somebody.opens(door).status_code == 200
    assert ria.opens(hold).headers["Location"] == f"/circle/{opened['circle']}"
    listed = runner.invoke(args=["circle", "list"]).output
    assert opened["circle"] in listed
    assert "Ria" not in listed
    assert runner.invoke(args=["circle", "close", opened["circle"]]).exit_code == 0
    somebody.opens(door)
    assert "Nothing you said was kept." in somebody.reads


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--facilitator", "nobody@example.org"], "Nobody has an account with nobody@example.org"),
        (["--facilitator", "ria@example.org", "--group", "none"], "There is no group with this id"),
        (["--facilitator", "ria@example.org", "--agenda", "loud"], "'loud' is not one of"),
        (["--facilitator", "ria@example.org", "--seats", "40"], "2<=x<=12"),
    ],
)
@pytest.mark.usefixtures("ria")
def test_a_circle_that_cannot_be_opened_is_explained(
    app: Flask, options: list[str], sentence: str
) -> None:
    """One sentence at the terminal, and no circle."""
    runner = app.test_cli_runner()

    result = runner.invoke(args=["circle", "new", *options])

    assert result.exit_code != 0
    assert sentence in result.output
    assert runner.invoke(args=["circle", "list"]).output == ""


def test_closing_a_circle_that_is_not_there_says_so(app: Flask) -> None:
    """A typing slip closes nothing."""
    result = app.test_cli_runner().invoke(args=["circle", "close", "0123456789abcdef"])

    assert result.exit_code != 0
    assert "There is no open circle with this id." in result.output
