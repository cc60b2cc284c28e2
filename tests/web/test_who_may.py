"""Every route and every role: who finds something there, and who finds nothing (`routes.py` has the
table). Before each request the house is put back as it was furnished, so none stands on another.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from facilitator import create_app
from facilitator.config import Settings
from facilitator.house import house_of
from tests.web.furnished import ACCOUNTS, HOLDERS, ROLES, Furnished, furnish
from tests.web.routes import WHO, WITHOUT_TOKEN, For
from tests.web.visitors import FixedClock

FINDS = {
    For.ANYBODY: {*ROLES},
    For.KEY: set(),
    For.SEAT: set(),
    For.ACCOUNT: {*ACCOUNTS},
    For.MEMBER: {*HOLDERS, "organizer", "member"},
    For.NO_PASSWORD: set(),
    For.WORKER: {*HOLDERS, "organizer"},
    For.HOLDER: {*HOLDERS},
    For.ORGANIZER: {"organizer"},
}
OF_A_GROUP = {For.MEMBER, For.WORKER, For.HOLDER, For.ORGANIZER}
UNSAFE = {"POST", "PUT", "DELETE", "PATCH"}


@pytest.fixture(scope="module")
def make_app(
    tmp_path_factory: pytest.TempPathFactory, empty_database: Path
) -> Iterator[Callable[[], tuple[Flask, Path]]]:
    made: list[Flask] = []

    def make() -> tuple[Flask, Path]:
        home = tmp_path_factory.mktemp("house")
        shutil.copy(empty_database, home / "holdspace.db")
        environ = {
            "HOLDSPACE_INSTANCE_DIR": str(home),
            "HOLDSPACE_KEY_DIR": str(home / "keys"),
            "HOLDSPACE_SECRET_KEY": "k" * 40,
            "HOLDSPACE_PUBLIC_URL": "http://localhost",
            "HOLDSPACE_TESTING": "1",
        }
        made.append(create_app(Settings.from_environ(environ), clock=FixedClock()))
        return made[-1], home

    yield make
    for app in made:
        house_of(app).database.dispose()


@pytest.fixture(scope="module")
def furnished(make_app: Callable[[], tuple[Flask, Path]]) -> Furnished:
    return furnish(*make_app())


def rules(app: Flask, endpoint: str) -> list[tuple[Rule, str]]:
    """Each address of a route with each method it takes."""
    return [
        (rule, method)
        for rule in app.url_map.iter_rules(endpoint)
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
    ]


def is_shut(answer: TestResponse) -> bool:
    """There is nothing here for whoever asked, unless they sign in."""
    return answer.status_code in {403, 404} or asks_to_sign_in(answer)


def asks_to_sign_in(answer: TestResponse) -> bool:
    return answer.status_code in {302, 303} and answer.headers["Location"].startswith("/sign-in")


def test_every_route_has_a_row(furnished: Furnished) -> None:
    """And every row a route: a page that somebody adds is for those somebody decided on."""
    there = {rule.endpoint for rule in furnished.app.url_map.iter_rules()}

    assert there - WHO.keys() == set()
    assert WHO.keys() - there == set()


@pytest.mark.parametrize("endpoint", WHO)
def test_who_finds_something_there(furnished: Furnished, endpoint: str) -> None:
    """Those it is for, and for everyone else there is nothing at its address."""
    for rule, method in rules(furnished.app, endpoint):
        answers, before = {}, furnished.kept()
        for role in ROLES:
            answers[role] = furnished.asks(role, rule, method)
            if is_shut(answers[role]) and method in UNSAFE:
                assert furnished.kept() == before, f"{role}: {method} {rule.rule}"

        assert [f"{r} {a.status}" for r, a in answers.items() if a.status_code >= 500] == []
        found = {role for role, answer in answers.items() if not is_shut(answer)}
        assert found == FINDS[WHO[endpoint]], f"{method} {rule.rule}"
        # Whoever has an account isn't told that there would be something for somebody else.
        told = {r for r in ACCOUNTS if asks_to_sign_in(answers[r]) or answers[r].status_code == 403}
        assert told == set()


@pytest.mark.parametrize("endpoint", [name for name, whose in WHO.items() if whose in OF_A_GROUP])
def test_what_belongs_to_one_group_is_not_reached_through_another(
    furnished: Furnished, endpoint: str
) -> None:
    """Whoever organizes another group and names a thing of this one in it reads and changes
    nothing."""
    for rule, method in rules(furnished.app, endpoint):
        if rule.arguments > {"group_id"}:
            before = furnished.kept()
            answer = furnished.asks("elsewhere", rule, method, group_id=furnished.ids["another"])

            assert answer.status_code != 200, f"{method} {rule.rule}"
            assert furnished.kept() == before, f"{method} {rule.rule}"


def test_every_form_carries_a_token(make_app: Callable[[], tuple[Flask, Path]]) -> None:
    """Another site can't send one for somebody who is signed in here."""
    app, home = make_app()
    house = furnish(app, home)
    app.config["WTF_CSRF_ENABLED"] = True
    taken = set()
    for rule in app.url_map.iter_rules():
        for method in UNSAFE & (rule.methods or set()):
            if "Please send that once more" not in house.asks("organizer", rule, method).text:
                taken.add(rule.endpoint)

    assert taken == WITHOUT_TOKEN.keys()
