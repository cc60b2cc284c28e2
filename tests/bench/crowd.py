"""Many browsers in one loop: plain sockets, frames by hand, messages counted and dropped."""

import select
import socket
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field

CONNECT_S = 10
UPGRADE = (
    "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
    "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: http://127.0.0.1:{port}\r\n{more}\r\n"
)
NO_MASK = bytes(4)
PING, PONG = b"2", "3"
TEXT, DEFLATED, DEFLATE_END = 0x81, 0xC1, b"\0\0\xff\xff"


@dataclass(eq=False)
class Seat:
    """One browser. `views` counts what it was shown."""

    circle: "Ring"
    sock: socket.socket
    joined: bool = False
    views: int = 0
    unread: bytes = b""
    inflate: Callable[[bytes], bytes] | None = None


@dataclass(eq=False)
class Ring:
    """The seats of one circle, and when each thing asked in it was sent."""

    name: str
    seats: list[Seat] = field(default_factory=list)
    sent: list[float] = field(default_factory=list)
    arrived: int = 0
    begun: bool = False

    @property
    def told(self) -> bool:
        """Everybody has seen everything that was asked so far."""
        return self.arrived == len(self.sent) * len(self.seats)


class Crowd:
    """Every seat of every ring. `on_view` hears of each view: its ring, and seconds it took."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._epoll = select.epoll()
        self._by_fd: dict[int, Seat] = {}
        self.rings: list[Ring] = []
        self.counting = False
        self.heard = 0
        self.surprises: list[str] = []
        self.on_view: Callable[[Ring, float], None] = lambda _ring, _took: None

    def sit_down(self, ring: Ring, hello: str, more: str = "") -> Seat:
        """A browser more is connected, and has said `hello`; the answer is awaited in `pump`."""
        sock = socket.create_connection(("127.0.0.1", self._port), timeout=CONNECT_S)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        sock.sendall(UPGRADE.format(port=self._port, more=more).encode())
        head = b""
        while b"\r\n\r\n" not in head:
            heard = sock.recv(4096)
            if not heard:
                raise SystemExit("the server hung up")
            head += heard
        if not head.startswith(b"HTTP/1.1 101"):
            raise SystemExit(f"not a websocket: {head[:60]!r}")
        head, _, unread = head.partition(b"\r\n\r\n")
        seat = Seat(ring, sock, unread=unread)
        if b"permessage-deflate" in head:
            seat.inflate = zlib.decompressobj(-zlib.MAX_WBITS).decompress
        sock.setblocking(False)
        self._by_fd[sock.fileno()] = seat
        self._epoll.register(sock.fileno(), select.EPOLLIN)
        ring.seats.append(seat)
        self.send(seat, hello)
        return seat

    def send(self, seat: Seat, text: str) -> None:
        """The text is on its way as one frame, masked with zeros, which costs nothing."""
        body = text.encode()
        size = len(body)
        head = bytes((0x81, 0x80 | size)) if size < 126 else b"\x81\xfe" + size.to_bytes(2, "big")
        seat.sock.send(head + NO_MASK + body)

    def ask(self, seat: Seat, text: str) -> None:
        """The text is sent, and its ring counts the views that follow."""
        seat.circle.sent.append(time.perf_counter())
        self.send(seat, text)

    def pump(self, timeout: float) -> None:
        """What has arrived is counted."""
        for fd, _ in self._epoll.poll(max(0.0, timeout)):
            seat = self._by_fd[fd]
            try:
                seat.unread += seat.sock.recv(1 << 16)
            except BlockingIOError:
                continue
            self._read(seat)

    def pump_until(self, done: Callable[[], bool], seconds: float) -> None:
        until = time.perf_counter() + seconds
        while not done():
            if time.perf_counter() > until:
                raise SystemExit(f"no end in {seconds} s; surprises: {self.surprises[:3]}")
            self.pump(0.05)

    def close(self) -> None:
        for seat in self._by_fd.values():
            seat.sock.close()
        self._epoll.close()

    def _read(self, seat: Seat) -> None:
        data, at, end = seat.unread, 0, len(seat.unread)
        while end - at >= 2:
            size, start = data[at + 1], at + 2
            if size == 126:
                size, start = int.from_bytes(data[at + 2 : at + 4], "big"), at + 4
            elif size == 127:
                size, start = int.from_bytes(data[at + 2 : at + 10], "big"), at + 10
            if start + size > end:
                break
            if data[at] == TEXT:
                self._hear(seat, data[start : start + size])
            elif data[at] == DEFLATED and seat.inflate:
                self._hear(seat, seat.inflate(data[start : start + size] + DEFLATE_END))
            else:
                self.surprises.append("the server closed a socket")
            at = start + size
        seat.unread = data[at:]

    def _hear(self, seat: Seat, text: bytes) -> None:
        kind = text[:2]
        if kind == b"42":
            self.heard += 1
            if self.counting:
                self._view(seat)
        elif kind == PING:
            self.send(seat, PONG)
        elif kind == b"40" or text == b"430[true]":
            seat.joined = True
        elif text[:1] != b"0" and (kind != b"43" or b'"ok":false' in text):
            self.surprises.append(text[:200].decode())

    def _view(self, seat: Seat) -> None:
        ring = seat.circle
        if seat.views >= len(ring.sent):
            self.surprises.append("a view that nobody asked for")
            return
        took = time.perf_counter() - ring.sent[seat.views]
        seat.views += 1
        ring.arrived += 1
        self.on_view(ring, took)
