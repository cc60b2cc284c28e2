"""Somebody with a journal: what they write, what their browser stores, and all that leaves it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Self

from playwright.sync_api import BrowserContext, Locator, Request

from tests.browser.people import Person, named

PASSPHRASE = "slow water and flat stones"
JOURNAL = "/journal"

# Every database of this origin and both storages as one text, which holds a word that is there in
# a usual encoding.
STORED = """async () => {
  const found = [localStorage, sessionStorage].flatMap((storage) => Object.entries(storage).flat())
  const asked = (request) => new Promise((done, not) => {
    request.onsuccess = () => done(request.result)
    request.onerror = not
  })
  const inside = (value) => Object.entries(value).map(([name, one]) => name + " " + text(one))
  const text = (value) => {
    if (value instanceof Uint8Array) {
      return ["utf-8", "utf-16le"].map((how) => new TextDecoder(how).decode(value)).join("\\n")
    }
    return value && typeof value === "object" ? inside(value).join("\\n") : String(value)
  }
  for (const { name, version } of await indexedDB.databases()) {
    const database = await asked(indexedDB.open(name, version))
    for (const store of database.objectStoreNames) {
      const all = database.transaction(store).objectStore(store)
      found.push(name, store, text(await asked(all.getAllKeys())))
      found.push(...(await asked(all.getAll())).map(text))
    }
    database.close()
  }
  return found.join("\\n")
}"""


class Writer(Person):
    """Somebody at their journal. All that leaves their browser is taken down."""

    def __init__(self, context: BrowserContext, name: str, address: str) -> None:
        super().__init__(context, name, address)
        self.sent: list[bytes] = []
        context.on("request", self._take_down)
        self.page.on("websocket", self._listen)

    def opens_the_journal(self, path: str = JOURNAL) -> Self:
        return self.goes_to(path).reads("A page for yourself")

    def puts_down(self, after: str = "", **words: str) -> Self:
        """A page with these words, by the first words of each question."""
        self.jots(after, **words)
        return self._add()

    def jots(self, after: str = "", **words: str) -> Self:
        """The words stand on the paper, unfinished."""
        labels = {
            "safe": "What felt safe?",
            "unsafe": "What didn’t?",
            "helped": "What helped?",
            "landed": "How did it land in you?",
        }
        lists = {
            "support": "What kind of support?",
            "round": "Which round?",
            "silence": "Which silence?",
        }
        for field, value in words.items():
            if field in labels:
                self.writes(labels[field], value)
            else:
                self.page.get_by_label(lists[field]).select_option(label=value)
        if after:
            self.page.get_by_label(after, exact=True).check()
        return self

    def keeps_it(self, passphrase: str = PASSPHRASE, shared: str = "No, only me") -> Self:
        """Through the questions, to a sealed journal that is open."""
        self.presses("Keep it on this device")
        self.page.get_by_label(shared).check()
        self.presses("Go on").gives(passphrase, "Choose a passphrase")
        self.gives(passphrase, "The same once more").presses("Seal it and keep it")
        return self.reads("Your journal is open.", within_s=30)

    def gives(self, passphrase: str, label: str = "Your passphrase") -> Self:
        self.page.get_by_label(named(label)).filter(visible=True).fill(passphrase)
        return self

    def opens_it(self, passphrase: str = PASSPHRASE) -> Self:
        self.gives(passphrase).presses("Open it")
        return self.reads("Your journal is open.", within_s=30)

    def unfolds_pages(self) -> Self:
        sheets = self.page.locator(".sheet-of-paper")
        sheets.evaluate_all("(all) => { for (const one of all) one.open = true }")
        return self

    def chooses_to_wipe_on_exit(self) -> Self:
        words = "Wipe the journal from this device whenever I leave fast"
        self.page.get_by_role("checkbox", name=words).check()
        return self

    def field(self, label: str) -> Locator:
        return self.page.get_by_label(named(label))

    def stored(self) -> str:
        return str(self.page.evaluate(STORED))

    def is_sealed_in(self, folder: Path, *words: str) -> None:
        """The words left this browser in no form, and are stored readable nowhere."""
        self.page.wait_for_load_state()
        here = self.stored()
        there = b"\n".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())
        for word in words:
            assert word not in here, f"{word!r} is readable in the browser's storage"
            for how in ("utf-8", "utf-16le"):
                raw = word.encode(how)
                assert not [one for one in self.sent if raw in one], f"{word!r} was sent"
                assert raw not in there, f"{word!r} is on the server"

    def _add(self) -> Self:
        button = self.page.locator(".paper button[type=submit]")
        button.click()
        return self.reads("It’s below, with the other pages.")

    def _take_down(self, request: Request) -> None:
        self.sent += [request.url.encode(), repr(request.headers).encode()]
        body: Any = request.post_data_buffer
        self.sent.append(body or b"")

    def _listen(self, socket: Any) -> None:
        socket.on(
            "framesent",
            lambda frame: self.sent.append(frame if isinstance(frame, bytes) else frame.encode()),
        )
