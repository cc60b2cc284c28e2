"""A real server process, and people whose browsers are real websockets."""

import itertools
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Self
from uuid import uuid4

import requests
import websocket

from facilitator import create_app
from facilitator.circle.plan import Level
from facilitator.circle.refusals import Refusal
from facilitator.circle.state import Mode
from facilitator.config import Settings
from facilitator.house import House, house_of
from facilitator.use_cases.add_person import EmailTaken, add_person
from facilitator.use_cases.migrate import migrate
from facilitator.use_cases.open_circle_for import Medium, open_circle_for
from facilitator.use_cases.read_seat import seat_cookie
from facilitator.use_cases.take_seat import Seated, Wish, take_hold, take_seat

HOUSE_DIR = Path(__file__).resolve().parents[2]
START_S = 60
SOON_S = 8.0
# How long an introduction stays at most, and a little more.
INTRODUCED_S = 15.0
STRANGER_S = 3.0
Json = dict[str, Any]


def until(true: Callable[[], Any], within: float = SOON_S, what: str = "") -> Any:
    """What `true` gives as soon as it gives something; an AssertionError after `within` seconds."""
    deadline = time.monotonic() + within
    while not (found := true()):
        assert time.monotonic() < deadline, f"not within {within} s: {what or true}"
        time.sleep(0.01)
    return found


def offered_first(*people: "Person") -> "Person":
    """Who of them is offered the space now: the lot decides."""

    def found() -> "Person | None":
        return next((one for one in people if one.you["asked"] == "offered"), None)

    person: Person = until(found, what="somebody is offered the space")
    return person


def csrf_of(page: str) -> str:
    """The form's token."""
    return page.split('name="csrf_token"')[1].split('value="')[1].split('"', maxsplit=1)[0]


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port


class Server:
    """`run.py` in a process of its own, with its own database, keys and log."""

    def __init__(self, folder: Path, scale: float = 1.0, words: list[str] | None = None) -> None:
        self.folder, self.port = folder, free_port()
        self.words = words or ["run.py"]
        self.url = f"http://127.0.0.1:{self.port}"
        self.instance, self.keys = folder / "instance", folder / "keys"
        self.log, self.out = folder / "log", folder / "out"
        self.temp = folder / "temp"
        for made in (self.instance, self.keys, self.temp):
            made.mkdir(parents=True, exist_ok=True)
        self.keys.chmod(0o700)
        self.environ = {
            "PATH": os.environ["PATH"],
            "PORT": str(self.port),
            "HOLDSPACE_INSTANCE_DIR": str(self.instance),
            "HOLDSPACE_KEY_DIR": str(self.keys),
            "HOLDSPACE_TIME_SCALE": str(scale),
            "TMPDIR": str(self.temp),
        }
        if url := os.environ.get("HOLDSPACE_TEST_DATABASE_URL"):
            self.environ["DATABASE_URL"] = url
        self.up_at = 0.0
        self.process: subprocess.Popen[bytes] | None = None
        self._house: House | None = None

    @property
    def house(self) -> House:
        """The same house, seen from this process, as the CLI sees it."""
        if self._house is None:
            environ: Mapping[str, str] = {**self.environ, "HOLDSPACE_TESTING": "1"}
            self._house = house_of(create_app(Settings.from_environ(environ)))
            migrate(self._house)
        return self._house

    def start(self) -> Self:
        with self.log.open("ab") as log, self.out.open("ab") as out:
            self.process = subprocess.Popen(
                [sys.executable, *self.words],
                cwd=HOUSE_DIR,
                env=self.environ,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=log,
            )
        until(self._answers, START_S, "the server answers")
        self.up_at = time.monotonic()
        return self

    def _answers(self) -> bool:
        assert self.process is not None
        assert self.process.poll() is None, self.log.read_text()
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
        except OSError:
            return False
        return True

    def kill(self) -> None:
        """As a power cut would: nothing is said, nothing is finished."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        if self._house is not None:
            self._house.database.dispose()

    def flask(self, *words: str) -> str:
        """What `flask --app facilitator …` prints, run as another process."""
        ran = subprocess.run(
            [sys.executable, "-m", "flask", "--app", "facilitator", *words],
            cwd=HOUSE_DIR,
            env=self.environ,
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    def memory_kb(self) -> int:
        """What the server's process holds now."""
        assert self.process is not None
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0])

    def logged(self) -> str:
        return self.log.read_text(errors="replace")

    def open_circle(self, *facilitators: str, agenda: str = "short", seats: int = 8) -> "Opened":
        """A circle of the people with these names, open at once."""
        emails = []
        for name in facilitators or ("Ria",):
            emails.append(f"{name.lower()}@example.org")
            with suppress(EmailTaken):
                add_person(self.house, name=name, email=emails[-1], password="correct horse")
        opened = open_circle_for(
            self.house,
            emails=tuple(emails),
            group_id=None,
            agenda=agenda,
            seats_max=seats,
            medium=Medium.MIXED,
            starts_in_ms=0,
        )
        return Opened(self, opened.circle_id, opened.door_key, opened.hold_keys)


class Opened:
    """A circle that people can come to."""

    def __init__(self, server: Server, id_: str, door: str, holds: tuple[str, ...]) -> None:
        self.server, self.id, self.door, self.holds = server, id_, door, holds
        self.people: list[Person] = []

    @property
    def house(self) -> House:
        return self.server.house

    def hosted(self, number: int = 0) -> "Person":
        """Whoever holds that link, with an open tab."""
        return self._seated(f"host {number}", take_hold(self.house, self.holds[number]))

    def visited(self, name: str, *, level: str = "none", mode: str = "open") -> "Person":
        """Somebody with a seat, with an open tab."""
        wish = Wish(name, Mode(mode), Level(level))
        return self._seated(name, take_seat(self.house, self.door, wish))

    def walked_in(self, name: str, **wishes: str) -> "Person":
        """The same, through the pages: the server lets only so many people a minute do that."""
        browser = requests.Session()
        url = f"{self.server.url}/door/{self.door}"
        form = {"csrf_token": csrf_of(browser.get(url).text), "name": name, "agreements": "yes"}
        form |= {"adult": "yes", "mode": "open", "level": "none", **wishes}
        answer = browser.post(url, data=form, allow_redirects=False)
        assert answer.status_code == 303, answer.text
        return self._sits(name, browser.cookies.get_dict())

    def _seated(self, name: str, seated: Seated | Refusal | None) -> "Person":
        assert isinstance(seated, Seated), seated
        return self._sits(name, {seat_cookie(self.house, self.id): seated.token})

    def _sits(self, name: str, cookies: Mapping[str, str]) -> "Person":
        person = Person(self, name, cookies)
        self.people.append(person)
        return person.opens()

    def close(self) -> None:
        for person in self.people:
            person.closes()


class Tab:
    """One websocket of a browser: it keeps the newest view, and what else it heard."""

    def __init__(self, circle: Opened, cookies: Mapping[str, str]) -> None:
        self.changed = threading.Condition()
        self.view: Json = {}
        self.heard: list[tuple[str, Any]] = []
        self.answers: dict[int, Any] = {}
        self.raw: list[str] = []
        self.open = True
        self._numbers = itertools.count(1)
        self.ws = websocket.create_connection(
            f"ws://127.0.0.1:{circle.server.port}/socket.io/?EIO=4&transport=websocket",
            cookie="; ".join(f"{name}={value}" for name, value in cookies.items()),
            origin=circle.server.url,
            timeout=30,
        )
        self.ws.send("40" + json.dumps({"circle": circle.id}))
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        try:
            while message := self.ws.recv():
                with self.changed:
                    self._take(message)
                    self.changed.notify_all()
        except (OSError, websocket.WebSocketException, ValueError):
            pass
        with self.changed:
            self.open = False
            self.changed.notify_all()

    def _take(self, message: str) -> None:
        self.raw.append(message)
        if message == "2":
            self.ws.send("3")
        elif message.startswith("42"):
            event, body = json.loads(message[2:])
            self.heard.append((event, body))
            if event == "view":
                self.view = {**self.view, **body}
        elif message.startswith("43"):
            number = re.match(r"\d+", message[2:])[0]
            self.answers[int(number)] = json.loads(message[2 + len(number) :])[0]
        elif message.startswith("44"):
            self.heard.append(("refused", json.loads(message[2:])))

    def sends(self, event: str, body: Json) -> int:
        """The number under which an answer will come."""
        number = next(self._numbers)
        self.ws.send(f"42{number}" + json.dumps([event, body]))
        return number

    def answer(self, number: int, within: float = SOON_S) -> Any:
        """The answer, or None when the line broke before one came."""
        with self.changed:
            self.changed.wait_for(lambda: number in self.answers or not self.open, within)
            assert number in self.answers or not self.open, "no answer"
            return self.answers.get(number)

    def closes(self) -> None:
        self.ws.close(timeout=1)


class Person:
    """Somebody in a circle. `ria.begins()` is what Ria does, and asserts that she may."""

    def __init__(self, circle: Opened, name: str, cookies: Mapping[str, str]) -> None:
        self.circle, self.name, self.cookies = circle, name, dict(cookies)
        self.tab: Tab = None  # type: ignore[assignment]

    def opens(self) -> Self:
        """A (newer) tab is open and has its picture."""
        self.tab = Tab(self.circle, self.cookies)
        self.sees(lambda view: "room" in view and "you" in view)
        return self

    def closes(self) -> None:
        self.tab.closes()

    def reloads(self) -> Self:
        self.closes()
        return self.opens()

    @property
    def room(self) -> Json:
        return self.tab.view["room"]

    @property
    def you(self) -> Json:
        return self.tab.view["you"]

    @property
    def desk(self) -> Json:
        return self.tab.view["desk"]

    @property
    def seat(self) -> str:
        return self.you["seat"]

    def sees(self, true: Callable[[Json], Any], within: float = SOON_S) -> Any:
        """What `true` gives for the view as soon as that is something."""
        found: list[Any] = [None]

        def look() -> bool:
            try:
                found[0] = true(self.tab.view)
            except (KeyError, TypeError, IndexError):
                found[0] = None
            return bool(found[0])

        with self.tab.changed:
            seen = self.tab.changed.wait_for(look, within)
        assert seen, (
            f"{self.name} does not see it within {within} s: {self.tab.view} {self.tab.heard[-2:]}"
        )
        return found[0]

    def hears(self, event: str, within: float = SOON_S) -> Any:
        """The body of the first such event."""

        def look() -> list[Any]:
            return [body for name, body in self.tab.heard if name == event]

        with self.tab.changed:
            assert self.tab.changed.wait_for(look, within), f"{self.name} hears no {event}"
            return look()[0]

    def asks(self, do: str, *, id: str | None = None, **fields: Any) -> Json:  # noqa: A002
        """The answer to a command."""
        body = {"id": id or str(uuid4()), "do": do, **fields}
        return self.tab.answer(self.tab.sends("command", body))

    def does(self, do: str, **fields: Any) -> Self:
        answer = self.asks(do, **fields)
        assert answer == {"ok": True}, (do, answer)
        return self

    # --- What people do -----------------------------------------------------------------------

    def begins(self) -> Self:
        return self.does("begin", with_few=True)

    def passes(self) -> Self:
        return self.does("pass", round=self.room["round"]["index"])

    def moves_on(self) -> Self:
        """From the step that is on to the next, as soon as it may be left."""

        def gone_on(view: Json) -> bool:
            current = view["room"]["round"]
            return (current["index"], current["step"]) != (at["index"], at["step"])

        at = self.room["round"]
        deadline = time.monotonic() + INTRODUCED_S
        while True:
            answer = self.asks("move_on", round=at["index"], step=at["step"])
            if answer["ok"] or answer["code"] == "round/not_now":
                self.sees(gone_on)
                return self
            assert time.monotonic() < deadline, answer
            time.sleep(0.15)

    def introduces(self, index: int) -> Self:
        self.does("introduce_round", index=index)
        self.sees(lambda view: view["room"]["round"]["index"] == index)
        return self

    def goes_to(self, kind: str) -> Self:
        """The round of that kind is on; what came before it was left for today."""
        agenda = [one["kind"] for one in self.room["agenda"]]
        while self.room["round"]["step"] is not None:
            self.moves_on()
        for index in range(1, agenda.index(kind)):
            self.does("set_aside_round", index=index)
        return self.introduces(agenda.index(kind))

    def goes_to_turns(self) -> Self:
        """The space goes round the circle for a share."""
        self.goes_to("micro_sharing")
        while self.room["round"]["step"] != "turns":
            self.moves_on()
        return self

    def offered(self) -> int:
        """The turn that is offered to this person now."""
        return self.sees(lambda v: v["you"]["asked"] == "offered" and v["you"]["turn"]["id"])

    def shares(self, text: str, level: str = "none") -> int:
        """What was offered is taken, written and given; the share's id."""
        turn = self.offered()
        self.does("take_turn", turn=turn, how="write")
        self.does("publish_share", turn=turn, text=text, level=level)
        return turn

    def reads(self, text: str) -> bool:
        """Whether the text is anywhere in what this person's browser holds now."""
        return text in json.dumps(self.tab.view, ensure_ascii=False)


class Stranger:
    """A bare websocket that has said nothing yet."""

    def __init__(self, circle: Opened, **options: object) -> None:
        self.heard: list[str] = []
        self.ws = websocket.create_connection(
            f"ws://127.0.0.1:{circle.server.port}/socket.io/?EIO=4&transport=websocket",
            timeout=STRANGER_S,
            **options,
        )

    def is_closed(self) -> bool:
        try:
            while message := self.ws.recv():
                self.heard.append(message)
        except websocket.WebSocketTimeoutException:
            return False
        except (OSError, websocket.WebSocketException):
            pass
        return True
