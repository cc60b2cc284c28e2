"""People who visit the house with a browser, and the clock on its wall."""

import re
from dataclasses import dataclass, field
from html import unescape

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

PASSWORD = "a quiet long sentence"
CSRF = re.compile(r'name="csrf_token" value="([^"]+)"')


@dataclass
class FixedClock:
    """Stands still until somebody moves it."""

    instant: int = 1_800_000_000_000

    def now(self) -> int:
        return self.instant

    def pass_days(self, days: float) -> None:
        self.instant += int(days * 24 * 60 * 60 * 1000)


@dataclass
class Visitor:
    """Somebody with a browser. Forms they send carry the token of the page they opened first."""

    client: FlaskClient
    address: str = "198.51.100.7"
    last: TestResponse = field(init=False)

    def opens(self, path: str, **headers: str) -> TestResponse:
        self.last = self.client.get(path, headers=headers, environ_base=self._where)
        return self.last

    def sends(
        self,
        path: str,
        *,
        page: str | None = None,
        headers: dict[str, str] | None = None,
        **fields: str,
    ) -> TestResponse:
        found = CSRF.search(self.opens(page or path).text)
        token = {"csrf_token": unescape(found.group(1))} if found else {}
        return self.posts(path, headers=headers, **token, **fields)

    def posts(
        self, path: str, *, headers: dict[str, str] | None = None, **fields: str
    ) -> TestResponse:
        """Sends exactly these fields."""
        self.last = self.client.post(path, data=fields, headers=headers, environ_base=self._where)
        return self.last

    def signs_in(self, email: str = "ria@example.org", password: str = PASSWORD) -> TestResponse:
        return self.sends("/sign-in", email=email, password=password)

    def signs_out(self) -> TestResponse:
        return self.sends("/sign-out", page="/groups")

    @property
    def reads(self) -> str:
        """The words on the page, as one line."""
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", self.last.text)).split())

    @property
    def cookie(self) -> str:
        found = self.client.get_cookie("holdspace")
        return found.value if found else ""

    @property
    def _where(self) -> dict[str, str]:
        return {"REMOTE_ADDR": self.address}
