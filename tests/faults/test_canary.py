"""Words that are like no others go through a whole circle. While it runs they are in clear nowhere
but on screens; when it is over they are nowhere at all (I31)."""

import base64
import threading
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from tests.live.people import Person, Server, offered_first, until

PACE = 1 / 30
KINDS = (
    "check-in",
    "share",
    "written-over",
    "taken-back",
    "reply",
    "closing-word",
    "goodbye",
    "private-there",
    "private-back",
    "signpost",
    "wiped",
    "suggestion",
    "process",
    "flagged",
    "refused",
    "never-sent",
)
NEVER_SEEN = {"written-over", "refused", "never-sent"}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server whose minutes last two seconds."""
    server = Server(tmp_path, scale=PACE).start()
    yield server
    server.stop()


def canary(kind: str) -> str:
    """A word that nobody ever wrote. Short, because a check-in has forty characters."""
    return f"{kind[:6]}-{uuid4().hex[:20]}"


def disguises(word: str) -> list[bytes]:
    """The ways in which it could lie in a file."""
    plain = word.encode()
    shifted = [base64.b64encode(b"." * n + plain)[4:-4] for n in range(3)]
    return [plain, plain.hex().encode(), word.encode("utf-16-le"), *shifted]


def found_in(folder: Path, words: dict[str, str]) -> list[tuple[str, str]]:
    """(kind of words, file), for every word that lies somewhere below."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [
        (kind, path.name)
        for path in files
        for body in [_read(path)]
        for kind, word in words.items()
        if any(disguise in body for disguise in disguises(word))
    ]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def test_the_search_finds_what_is_there(tmp_path: Path) -> None:
    """Otherwise it would be no comfort that it finds nothing."""
    words = {kind: canary(kind) for kind in ("clear", "hex", "base64", "utf-16")}
    (tmp_path / "clear").write_text("…" + words["clear"] + "…")
    (tmp_path / "hex").write_text(words["hex"].encode().hex())
    (tmp_path / "base64").write_bytes(
        base64.b64encode(b"some" + words["base64"].encode() + b"more")
    )
    (tmp_path / "utf-16").write_bytes(words["utf-16"].encode("utf-16-le"))

    assert sorted(found_in(tmp_path, words)) == sorted((kind, kind) for kind in words)


class Search:
    """Looks through the whole folder without pause while a circle runs."""

    def __init__(self, folder: Path, words: dict[str, str]) -> None:
        self.folder, self.words = folder, words
        self.looks = 0
        self.found: set[tuple[str, str]] = set()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> "Search":
        self._thread.start()
        return self

    def __exit__(self, *_wrong: object) -> None:
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._over.wait(0.05):
            self.found |= set(found_in(self.folder, self.words))
            self.looks += 1


@pytest.mark.slow
def test_a_whole_circle_leaves_no_word(server: Server) -> None:
    """From the check-in to the goodbye, with a share that is taken back and one that is refused,
    and what is said beside it: on private lines, between facilitators, to them by nobody.
    """
    words = {kind: canary(kind) for kind in KINDS}
    names = {"Sam's name": f"Sam {uuid4().hex[:12]}", "Lee's name": f"Lee {uuid4().hex[:12]}"}
    circle = server.open_circle("Ria", agenda="short")
    ria = circle.hosted()
    sam = circle.walked_in(names["Sam's name"], level="presence")
    lee = circle.visited(names["Lee's name"], level="reflection")

    with Search(server.folder, words) as search:
        ria.begins()
        check_in(ria, sam, lee, words)
        beside(ria, sam, lee, words)
        sharing(ria, sam, lee, words)
        assert (server.keys / f"{circle.id}.key").exists()
        parting(ria, sam, lee, words)
        for person in (ria, sam, lee):
            until(lambda of=person: not of.tab.open, 20, "the circle is over")
    until(lambda: not list(server.keys.iterdir()), 2, "the key is gone")

    assert search.found == set()
    assert search.looks > 20
    said = "".join(message for one in (ria, sam, lee) for message in one.tab.raw)
    assert {kind for kind, word in words.items() if word in said} == set(KINDS) - NEVER_SEEN
    assert found_in(server.folder, {**words, **names}) == []
    server.stop()
    assert found_in(server.folder, {**words, **names}) == []
    print(f"{len(words)} kinds of words and {len(names)} names, looked for {search.looks} times")


def check_in(ria: Person, sam: Person, lee: Person, words: dict[str, str]) -> None:
    while ria.room["round"]["step"] is not None:
        ria.moves_on()
    ria.introduces(1)
    for person, kind in ((sam, "written-over"), (sam, "check-in"), (lee, "check-in")):
        person.sees(lambda v: v["room"]["round"]["step"] == "choosing")
        step = {"round": 1, "step": "choosing"}
        person.does("show_together", **step, text=f"own:{words[kind]}"[:40])
    ria.does("pass", round=1)
    lee.sees(lambda v: any(words["check-in"] in shown for _, shown in v["room"]["round"]["words"]))


def beside(ria: Person, sam: Person, lee: Person, words: dict[str, str]) -> None:
    """Lee and Ria write to each other, Sam wipes what he wrote, a line is suggested, notes are
    made."""
    lee.does("write_privately", to=ria.seat, text=words["private-there"])
    ria.sees(lambda v: v["you"]["lines"][0]["messages"][0]["text"] == words["private-there"])
    ria.does("write_privately", to=lee.seat, text=words["private-back"])
    ria.does("signpost", to=lee.seat, text=words["signpost"])
    lee.sees(lambda v: v["you"]["lines"][0]["messages"][2]["text"] == words["signpost"])
    sam.does("write_privately", to=ria.seat, text=words["wiped"])
    ria.sees(lambda v: len(v["you"]["lines"]) == 2)
    sam.does("wipe_line", **{"with": ria.seat})
    ria.sees(lambda v: len(v["you"]["lines"]) == 1)
    sam.does("suggest_agreement", text=words["suggestion"])
    ria.sees(lambda v: v["desk"]["signals"][0]["text"] == words["suggestion"])
    ria.does("write_to_facilitators", text=words["process"])
    ria.sees(lambda v: v["desk"]["process"][0]["text"] == words["process"])


def flagged(ria: Person, sam: Person, lee: Person, word: str) -> None:
    """Lee takes back what Sam had pointed to: it stays with Ria until the end."""
    share = lee.shares(word)
    sam.sees(lambda v: any(s["text"] == word for s in v["room"]["shares"]))
    sam.does("flag", share=share)
    ria.sees(lambda v: any(s["text"] == word for s in v["desk"]["signals"]))
    lee.does("take_back_share", share=share)
    sam.sees(lambda v: all(s["text"] != word for s in v["room"]["shares"]))
    assert ria.reloads().reads(word)


def sharing(ria: Person, sam: Person, lee: Person, words: dict[str, str]) -> None:
    while ria.room["round"]["step"] is not None:
        ria.moves_on()
    ria.does("set_aside_round", index=2)
    ria.introduces(3)
    while ria.room["round"]["step"] != "turns":
        ria.moves_on()
    first = offered_first(sam, lee)
    other = lee if first is sam else sam
    refused = other.asks("publish_share", turn=1, text=words["refused"], level="none")
    assert not refused["ok"]
    too_long = first.asks("publish_share", turn=1, text=words["refused"] * 500, level="none")
    assert too_long["code"] in ("wire/unclear", "turn/not_sharing", "text/long")
    share = first.shares(words["share"], level="reflection")
    other.sees(lambda v: v["you"]["reply_to"]["share"] == share, 4)
    other.does("reply", share=share, level="reflection", text=words["reply"])
    first.sees(lambda v: v["you"]["shares"][0]["replies"][0]["text"] == words["reply"])
    taken_back = other.shares(words["taken-back"])
    first.sees(lambda v: any(s["text"] == words["taken-back"] for s in v["room"]["shares"]))
    other.does("take_back_share", share=taken_back)
    first.sees(lambda v: all(s["text"] != words["taken-back"] for s in v["room"]["shares"]))


def parting(ria: Person, sam: Person, lee: Person, words: dict[str, str]) -> None:
    """The closing opens by itself, if nobody was faster."""
    if ria.room["round"]["kind"] != "closing":
        ria.sees(lambda v: v["room"]["round"]["step"] is None, 20)
        if ria.room["round"]["kind"] != "closing":
            ria.asks("introduce_round", index=4)
    ria.sees(lambda v: v["room"]["round"]["kind"] == "closing", 30)
    sam.sees(lambda v: v["room"]["round"]["step"] == "words", 30)
    sam.does("reclaim", round=4)
    lee.does("reclaim", round=4)
    sam.shares(words["closing-word"])
    lee.sees(lambda v: any(s["text"] == words["closing-word"] for s in v["room"]["shares"]))
    flagged(ria, sam, lee, words["flagged"])
    lee.sees(lambda v: v["room"]["round"]["step"] == "goodbye", 30)
    lee.does("show_together", round=4, step="goodbye", text="own:" + words["goodbye"])
    sam.sees(lambda v: any(words["goodbye"] in said for _, said in v["room"]["round"]["words"]), 20)
    ends = ria.asks("end_circle")
    while not ends["ok"]:
        assert ends["code"] == "circle/too_soon", ends
        ends = ria.asks("end_circle")
        threading.Event().wait(0.2)
