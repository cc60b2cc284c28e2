"""A guest with a seat, or without one, who sends what no page of ours would send."""

import json
import os
import socket
import struct
import time
from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
import requests
import websocket

from tests.live.people import Opened, Person, Server, Stranger, Tab, until

CLOSED_WITHIN_S = 3.0
DEEP = "[" * 10_000
TEXT, BINARY, PING = 0x1, 0x2, 0x9


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server at the pace of real circles: nobody's time runs out here."""
    server = Server(tmp_path_factory.mktemp("house")).start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def room(server: Server) -> Iterator[Opened]:
    """A circle in which others sit, whom nothing may disturb."""
    circle = server.open_circle("Ria", seats=100)
    circle.hosted()
    circle.visited("Sam")
    yield circle
    circle.close()


@pytest.fixture
def eve(room: Opened) -> Iterator[Person]:
    """A guest with a seat, for as long as the test lasts."""
    eve = room.visited(f"Eve {uuid4().hex[:8]}")
    yield eve
    patiently(room.people[0], "remove_seat", seat=eve.seat)
    eve.closes()
    room.people.remove(eve)


@pytest.fixture(autouse=True)
def undisturbed(room: Opened) -> Iterator[None]:
    """Whatever the guest did: the others go on, and the log holds no more than requests."""
    ria, sam = room.people[:2]
    before = len(room.server.logged())
    tabs = ria.tab, sam.tab
    yield
    assert (ria.tab, sam.tab) == tabs
    assert ria.tab.open
    assert sam.tab.open
    goes_on(ria, sam)
    news = room.server.logged()[before:]
    assert all("INFO holdspace.access: " in line for line in news.splitlines()), news


def goes_on(ria: Person, sam: Person) -> None:
    """What one does, the other sees."""
    for locked in (True, False):
        patiently(ria, "lock_door", locked=locked)
        sam.sees(lambda view, so=locked: view["room"]["door_locked"] is so)


def patiently(person: Person, do: str, **fields: object) -> None:
    """These stories come faster than people; the server says so, and then it is asked again."""
    while (answer := person.asks(do, **fields)).get("code") == "wire/too_much":
        time.sleep(0.25)
    assert answer["ok"], answer


def says(message: str) -> Callable[[Tab], None]:
    return lambda tab: tab.ws.send(message)


def event(name: str, body: str = "{}") -> Callable[[Tab], None]:
    return says(f'42["{name}",{body}]')


def command(**fields: object) -> str:
    return json.dumps({"id": str(uuid4()), "do": "choose_mode", "mode": "open", **fields})


NEVER_SENT: dict[str, Callable[[Tab], None]] = {
    # Events
    "an event called connect": event("connect"),
    "an event called disconnect": event("disconnect"),
    "an event nobody knows": event("shutdown"),
    "an event that only the server sends": event("view"),
    "an event without a name": says("42[]"),
    "an event named by a number": says("42[1,{}]"),
    "an event named by a list": says('42[["command"],{}]'),
    "an event without a body": says('42["command"]'),
    "an event with two bodies": says('42["command",{},{}]'),
    "an event with a list as its body": says('42["command",[]]'),
    "an event that is an object": says('42{"command":{}}'),
    "an event that is a text": says('42"command"'),
    # Packets
    "a second connect": says('40{"circle":"x"}'),
    "an acknowledgement": says("431[]"),
    "a connect error": says('44{"message":"x"}'),
    "a binary event": says('451-["command",{"_placeholder":true,"num":0}]'),
    "a binary event with many attachments": says('45999-["command",{}]'),
    "a binary acknowledgement": says("461-1[]"),
    "a packet of no type": says("49"),
    "a packet of type eight": says('48["command",{}]'),
    "another namespace": says('42/admin,["command",{}]'),
    "a connect to another namespace": says("40/admin,{}"),
    "an acknowledgement number without end": says("42" + "9" * 5000 + '["command",{}]'),
    "attachments without end": says("45" + "9" * 5000 + '-["command",{}]'),
    "digits that are none": says('42²["command",{}]'),
    # JSON
    "not a number": event("command", '{"id":NaN}'),
    "infinity": event("command", '{"id":-Infinity}'),
    "a lone surrogate": event("command", '{"id":"\\ud800"}'),
    "a NUL": event("command", '{"id":"\\u0000"}'),
    "a NUL in a name": event("command", '{"\\u0000":1}'),
    "a deep nest in an event": says("42" + DEEP),
    "a deep nest in a body": event("command", '{"id":' + "[" * 500 + "]" * 500 + "}"),
    "a number of 5,000 digits": event("command", '{"id":' + "9" * 5000 + "}"),
    "half a message": says('42["command",{"id":'),
    # The engine
    "an engine's open": says("0{}"),
    "an engine's ping": says("2"),
    "an engine's probe": says("2probe"),
    "a pong that nobody asked for": says("3"),
    "an upgrade": says("5"),
    "a noop": says("6"),
    "an engine's seven": says("7"),
    "an engine's eight": says("8"),
    "an engine's nine": says("9"),
    "an exponent": says("²"),
    "a greeting": says("hello"),
    "a message of nothing": says("4"),
    "a message of junk": says("4hello"),
    "a deep nest for the engine": says("4" + DEEP),
    "a base64 packet": says("bAAAA"),
    "a payload of two": says('42["clock",{"sent":1}]\x1e42["clock",{"sent":1}]'),
    "a space": says(" "),
    # Frames
    "bytes": lambda tab: tab.ws.send_binary(b'42["command",{}]'),
    "bytes that are none of ours": lambda tab: tab.ws.send_binary(os.urandom(100)),
    "text that is no text": lambda tab: tab.ws.send(b"\xff\xfe\xfd", opcode=TEXT),
    "a frame of 17 kB": says('42["command",{"id":"' + "x" * 17_000 + '"}]'),
    "a frame of a megabyte": says("4" + "2" * 1_000_000),
    "an unmasked frame": lambda tab: tab.ws.sock.sendall(b"\x81\x01" + b"2"),
    "a frame with reserved bits": lambda tab: tab.ws.sock.sendall(b"\xf1\x80\0\0\0\0"),
    "a frame of unknown kind": lambda tab: tab.ws.sock.sendall(b"\x8b\x80\0\0\0\0"),
    "a websocket's ping": lambda tab: tab.ws.ping(),
    "a websocket's pong": lambda tab: tab.ws.pong(),
    "a continuation of nothing": lambda tab: tab.ws.sock.sendall(b"\x80\x80\0\0\0\0"),
    "a control frame that is too long": lambda tab: tab.ws.sock.sendall(
        b"\x89\xfe" + struct.pack("!H", 300) + b"\0" * 304
    ),
    "a frame that promises an exabyte": lambda tab: tab.ws.sock.sendall(
        b"\x81\xff" + struct.pack("!Q", 1 << 60) + b"\0" * 4 + b"x" * 30_000
    ),
    "17 kB in small fragments": lambda tab: tab.ws.sock.sendall(
        b"\x01\x81\0\0\0\x004" + b"\0\xfe\x03\xe8\0\0\0\0".ljust(1008, b"2") * 17
    ),
    "HTTP": lambda tab: tab.ws.sock.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"),
}


@pytest.mark.parametrize("what", NEVER_SENT)
def test_what_no_page_sends_closes_the_socket(eve: Person, what: str) -> None:
    """Quietly, and for the sender alone."""
    NEVER_SENT[what](eve.tab)

    until(lambda: not eve.tab.open, CLOSED_WITHIN_S, f"{what}: the socket is closed")


@pytest.mark.parametrize("what", NEVER_SENT)
def test_what_no_page_sends_closes_a_strangers_socket(room: Opened, what: str) -> None:
    """Also before the sender has said who they are."""
    stranger = Stranger(room)

    NEVER_SENT[what](stranger)  # type: ignore[arg-type]

    assert stranger.is_closed()
    assert all("view" not in message for message in stranger.heard)


@pytest.mark.slow
def test_a_stranger_who_says_nothing_is_let_go(room: Opened) -> None:
    """A socket that shows no seat within ten seconds is closed."""
    stranger = Stranger(room)
    stranger.ws.settimeout(20)

    assert stranger.is_closed()


def test_unfinished_fragments_are_let_go(room: Opened) -> None:
    """A message that never ends fills no memory."""
    strangers = [Stranger(room) for _ in range(20)]
    before = room.server.memory_kb()

    for stranger in strangers:
        for _ in range(64):
            try:
                stranger.ws.sock.sendall(b"\x01\xff" + struct.pack("!Q", 1 << 20) + b"\0" * 4)
                stranger.ws.sock.sendall(b"x" * (1 << 16))
            except OSError:
                break

    for stranger in strangers:
        assert stranger.is_closed()
    assert room.server.memory_kb() - before < 8_000


REQUESTS: dict[str, tuple[str, str, dict[str, str]]] = {
    "polling": ("GET", "EIO=4&transport=polling", {}),
    "no transport": ("GET", "EIO=4", {}),
    "an older protocol": ("GET", "EIO=3&transport=websocket", {"Upgrade": "websocket"}),
    "no protocol": ("GET", "transport=websocket", {"Upgrade": "websocket"}),
    "an upgrade that is none": ("GET", "EIO=4&transport=websocket", {}),
    "an upgrade without a key": ("GET", "EIO=4&transport=websocket", {"Upgrade": "websocket"}),
    "a post": ("POST", "EIO=4&transport=polling", {}),
    "a post to somebody's socket": ("POST", "EIO=4&transport=polling&sid={sid}", {}),
    "somebody's socket": ("GET", "EIO=4&transport=polling&sid={sid}", {}),
    "somebody's websocket": ("GET", "EIO=4&transport=websocket&sid={sid}", {}),
    "jsonp": ("GET", "EIO=4&transport=polling&j=0", {}),
    "options": ("OPTIONS", "EIO=4&transport=polling", {}),
    "delete": ("DELETE", "EIO=4&transport=websocket", {}),
}


@pytest.mark.parametrize("what", REQUESTS)
def test_only_a_fresh_websocket_comes_in(room: Opened, what: str) -> None:
    """Every other way to the engine is refused without a word, and without a line in the log."""
    method, query, headers = REQUESTS[what]
    query = query.replace("{sid}", "c0ffee" * 4)

    answer = requests.request(
        method, f"{room.server.url}/socket.io/?{query}", headers=headers, data="4", timeout=5
    )

    assert answer.status_code == 400
    assert answer.text == ""


@pytest.mark.parametrize(
    "options",
    [
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1"},
        {
            "origin": "https://elsewhere.example",
            "header": {"X-Forwarded-Host": "elsewhere.example"},
        },
        {"origin": "https://elsewhere.example", "header": {"X-Forwarded-Proto": "https"}},
        {"origin": "https://elsewhere.example", "host": "elsewhere.example"},
    ],
)
def test_a_foreign_page_gets_no_socket(room: Opened, options: dict[str, object]) -> None:
    """Whatever it claims that a proxy has said."""
    with pytest.raises(websocket.WebSocketBadStatusException) as refused:
        Stranger(room, **options)

    assert refused.value.status_code == 403


def test_a_second_websocket_cannot_take_over(room: Opened) -> None:
    """Nobody learns a socket's name, and nobody could use it."""
    url = f"ws://127.0.0.1:{room.server.port}/socket.io/?EIO=4&transport=websocket&sid=x"

    with pytest.raises(websocket.WebSocketBadStatusException):
        websocket.create_connection(url, timeout=5)


def test_messages_before_connect_do_nothing(room: Opened) -> None:
    """A command before the seat is shown closes the socket, also when the seat follows at once."""
    sam = room.people[1]
    cookie = "; ".join(f"{name}={value}" for name, value in sam.cookies.items())
    stranger = Stranger(room, cookie=cookie, origin=room.server.url)

    stranger.ws.send('42["command",' + command(do="step_out") + "]")
    stranger.ws.send('40{"circle":"' + room.id + '"}')

    assert stranger.is_closed()
    assert sam.tab.open
    assert sam.you["place"] == "circle"


def test_leaving_at_once_leaves_nobody_behind(room: Opened) -> None:
    """Who connects and is gone in the same breath is not shown as here (I22)."""
    ria = room.people[0]
    eve = room.visited("Eve in haste")
    eve.closes()
    cookie = "; ".join(f"{name}={value}" for name, value in eve.cookies.items())

    for goodbye in ("41", "1", ""):
        stranger = Stranger(room, cookie=cookie, origin=room.server.url)
        joins = ('40{"circle":"' + room.id + '"}').encode()
        frames = b"".join(frame(one) for one in (joins, goodbye.encode()) if one)
        stranger.ws.sock.sendall(frames)
        stranger.ws.sock.close()

    def presence(view: dict[str, object]) -> bool:
        seats = view["desk"]["seats"]  # type: ignore[index]
        return next(s["presence"] for s in seats if s["seat"] == eve.seat) == "reconnecting"

    ria.sees(presence)
    time.sleep(0.3)
    assert presence(ria.tab.view)
    patiently(ria, "remove_seat", seat=eve.seat)


def frame(payload: bytes) -> bytes:
    assert len(payload) < 126
    return bytes((0x81, 0x80 | len(payload))) + b"\0\0\0\0" + payload


@pytest.mark.parametrize(
    "fields",
    [
        {"do": "remove_seat", "seat": "f1"},
        {"do": "lock_door", "locked": True},
        {"do": "emergency_close"},
        {"do": "end_circle"},
        {"do": "begin", "with_few": True},
        {"do": "hand_over", "to": "f1"},
        {"do": "announce_stay_on"},
        {"do": "need_minute"},
        {"do": "take_turn", "turn": 1, "how": "write"},
        {"do": "publish_share", "turn": 1, "text": "x", "level": "none"},
        {"do": "pass", "round": 0, "circle": "another"},
        {"do": "pass", "round": 0, "seat": "f1"},
        {"do": "choose_mode", "mode": "listening", "seat": "f1"},
        {"do": "__class__"},
        {"do": "pass", "round": 1e400},
        {"do": "pass", "round": -2},
        {"do": "pass", "round": True},
        {"id": "x", "do": "step_out"},
        {"id": "x" * 65, "do": "step_out"},
        {"id": "'; drop table circle", "do": "step_out"},
    ],
)
def test_nobody_asks_for_what_is_not_theirs(eve: Person, fields: dict[str, object]) -> None:
    """Refused in words, or (where the message itself is broken) by closing the socket."""
    number = eve.tab.sends("command", json.loads(command(**fields), parse_constant=str))

    answer = eve.tab.answer(number)

    assert answer["ok"] is False
    assert answer["code"].count("/") == 1
    assert answer["text"]
    assert eve.tab.open


def test_a_flood_is_held_back_and_then_let_go(eve: Person, room: Opened) -> None:
    """Thirty at once are taken; the next are refused in words; then the socket is closed."""
    ria = room.people[0]
    try:
        for number in range(600):
            eve.tab.ws.send(
                f'42{number + 1}["command",{command(mode=("open", "listening")[number % 2])}]'
            )
    except (OSError, websocket.WebSocketException):
        pass
    patiently(ria, "take_part", takes_turns=True)
    until(lambda: not eve.tab.open, 10, "the flooder is let go")

    answers = list(eve.tab.answers.values())
    codes = {answer.get("code") for answer in answers}
    assert codes == {None, "wire/too_much"}
    assert 30 <= sum(answer["ok"] for answer in answers) < 100


@pytest.mark.parametrize("what", ['42["clock",{"sent":1}]', '421["command",{}]', "3", "ping"])
def test_a_flood_of_anything_disturbs_nobody(eve: Person, room: Opened, what: str) -> None:
    """Half a million frames as fast as the line takes them: the others are answered in between, and
    the memory stays."""
    ria = room.people[0]
    before = room.server.memory_kb()
    one = frame(what.encode()) if what != "ping" else b"\x89\x80\0\0\0\0"
    sock = eve.tab.ws.sock
    slowest = 0.0
    sock.settimeout(2)
    for _ in range(25):
        try:
            sock.sendall(one * 20_000)
        except OSError:
            break
        time.sleep(0.13)
        began = time.monotonic()
        ria.does("set_reply_level", level="none")
        slowest = max(slowest, time.monotonic() - began)

    print(f"{what}: the slowest answer to somebody else took {slowest * 1000:.0f} ms")
    assert slowest < 1.5
    assert room.server.memory_kb() - before < 20_000


@pytest.mark.slow
def test_a_reader_who_never_reads_costs_nothing(server: Server) -> None:
    """What waits for somebody is bounded: they are let go, the others don't notice (I3)."""
    room = server.open_circle("Ria")
    ria, sam = room.hosted(), room.visited("Sam")
    eve = room.visited("Eve")
    eve.closes()
    cookie = "; ".join(f"{name}={value}" for name, value in eve.cookies.items())
    deaf = Stranger(
        room,
        cookie=cookie,
        origin=server.url,
        sockopt=((socket.SOL_SOCKET, socket.SO_RCVBUF, 2048),),
    )
    deaf.ws.send('40{"circle":"' + room.id + '"}')
    ria.sees(lambda v: [s["presence"] for s in v["desk"]["seats"]] == ["here"] * 3)
    before = server.memory_kb()

    def is_gone() -> bool:
        nonlocal locked, slowest
        began = time.monotonic()
        locked = not locked
        ria.does("lock_door", locked=locked)
        sam.sees(lambda v: v["room"]["door_locked"] is locked, 1)
        slowest = max(slowest, time.monotonic() - began)
        time.sleep(0.13)
        return ria.desk["seats"][2]["presence"] != "here"

    locked, slowest = False, 0.0
    until(is_gone, 90, "the deaf reader is let go")

    print(f"the slowest command meanwhile took {slowest * 1000:.0f} ms")
    assert slowest < 1
    assert server.memory_kb() - before < 10_000
    room.close()


@pytest.mark.slow
def test_a_half_open_line_is_noticed(server: Server) -> None:
    """A phone that fell off the net without a word counts as reconnecting within seconds."""
    room = server.open_circle("Ria")
    ria, sam = room.hosted(), room.visited("Sam")
    ria.sees(lambda v: [s["presence"] for s in v["desk"]["seats"]] == ["here", "here"])

    with sam.tab.changed:
        began = time.monotonic()
        ria.sees(lambda v: [s["presence"] for s in v["desk"]["seats"]][1] != "here", 30)

    print(f"noticed after {time.monotonic() - began:.1f} s")
    room.close()


@pytest.mark.slow
def test_a_slow_handshake_is_not_waited_for(room: Opened) -> None:
    """Whoever sends a header a second is let go, and a hundred of them stop nobody."""
    slow = []
    for _ in range(100):
        line = socket.create_connection(("127.0.0.1", room.server.port), timeout=1)
        line.sendall(b"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\n")
        slow.append(line)

    began = time.monotonic()
    noor = room.visited("Noor")
    print(f"somebody else came in within {time.monotonic() - began:.2f} s")
    noor.closes()

    def all_gone() -> bool:
        return all(_is_gone(line) for line in slow)

    until(all_gone, 20, "the slow ones are let go")


def _is_gone(line: socket.socket) -> bool:
    try:
        line.sendall(b"X-Slow: 1\r\n")
        line.settimeout(0.001)
        return line.recv(4096) == b"" or True
    except TimeoutError:
        return False
    except OSError:
        return True
