import gzip
import re
from collections.abc import Callable

import pytest
from flask import Flask

from facilitator.web.addresses import network_of
from tests.web.visitors import PASSWORD, Visitor

ONCE_MORE = "Please send that once more"


@pytest.mark.parametrize(
    "path", ["/", "/sign-in", "/exit", "/nowhere", "/healthz", "/begin/nothing", "/groups"]
)
def test_every_answer_keeps_nothing_and_asks_nobody_else(somebody: Visitor, path: str) -> None:
    """A page, a redirect, an error: the same headers."""
    headers = somebody.opens(path).headers

    policy = headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "microphone=()" in headers["Permissions-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "connect-src 'self' ws://localhost wss://localhost;" in policy


def test_a_nonce_is_used_once(somebody: Visitor) -> None:
    """The script of a page carries the nonce of its own answer."""
    first, second = somebody.opens("/exit"), somebody.opens("/exit")

    nonces = [re.findall(r'nonce="([^"]+)"', page.text) for page in (first, second)]
    assert nonces[0] != nonces[1]
    assert f"'nonce-{nonces[0][0]}'" in first.headers["Content-Security-Policy"]


def test_pages_ask_no_other_site(ria: Visitor) -> None:
    """No page names an address outside, but for the way out."""
    ria.signs_in()
    for path in ("/", "/groups", "/groups/new", "/other-support", "/nowhere"):
        assert "://" not in ria.opens(path).text.replace("http://www.w3.org", "")


@pytest.mark.parametrize("host", ["evil.example; script-src *", "a b", "x" * 5000, "[::1", "\0"])
def test_a_strange_host_stays_out_of_the_policy(app: Flask, host: str) -> None:
    """Whatever a client calls this server, its policy holds nothing but a host."""
    answer = app.test_client().get("/other-support", headers={"Host": host})

    policy = answer.headers.get("Content-Security-Policy", "")
    assert answer.status_code in {200, 400}
    assert "script-src *" not in policy
    assert policy.count(";") == 7


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/sign-in", {"email": "ria@example.org", "password": PASSWORD}),
        ("/sign-out", {}),
        ("/groups/new", {"name": "x"}),
        ("/join", {"link": "/door/abcdefgh"}),
    ],
)
def test_a_form_without_its_token_changes_nothing(
    ria: Visitor, path: str, fields: dict[str, str]
) -> None:
    """It gets a kind page that says what to do."""
    for token in ({}, {"csrf_token": ""}, {"csrf_token": "made-up"}, {"csrf_token": "\0" * 50}):
        answer = ria.posts(path, **fields, **token)

        assert answer.status_code == 400
        assert ONCE_MORE in ria.reads
        assert ria.opens("/groups").status_code == 302


def test_a_token_of_another_browser_is_none(ria: Visitor, app: Flask) -> None:
    """Tokens belong to the cookie they were made with."""
    other = Visitor(app.test_client())
    page = other.opens("/sign-in").text
    token = re.findall(r'name="csrf_token" value="([^"]+)"', page)[0]
    ria.opens("/sign-in")

    answer = ria.posts("/sign-in", email="ria@example.org", password=PASSWORD, csrf_token=token)

    assert answer.status_code == 400


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "http://localhost.evil.example"},
        {"Origin": "garbage"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Origin": "null", "Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_post_from_another_site_changes_nothing(ria: Visitor, headers: dict[str, str]) -> None:
    """Even when it knows the token."""
    answer = ria.sends("/sign-in", headers=headers, email="ria@example.org", password=PASSWORD)

    assert answer.status_code == 403
    assert "This page isn't open to you" in ria.reads
    assert ria.opens("/groups").status_code == 302


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"},
        {"Origin": "null", "Sec-Fetch-Site": "same-origin"},
        {"Origin": "null"},
        {},
    ],
)
def test_our_own_forms_reach_us_in_any_browser(ria: Visitor, headers: dict[str, str]) -> None:
    """With a Referrer-Policy of no-referrer, browsers call our own origin null."""
    answer = ria.sends("/sign-in", headers=headers, email="ria@example.org", password=PASSWORD)

    assert answer.status_code == 303


def test_behind_https_cookies_belong_to_this_host_alone(make_house: Callable[..., Flask]) -> None:
    """__Host-, Secure, and browsers stay with https."""
    app = make_house(HOLDSPACE_PUBLIC_URL="https://circle.example.org")

    answer = app.test_client().get("/sign-in", base_url="https://circle.example.org")

    assert answer.headers["Set-Cookie"].startswith("__Host-holdspace=")
    assert "Secure" in answer.headers["Set-Cookie"]
    assert "max-age" in answer.headers["Strict-Transport-Security"]


def test_a_proxys_word_counts_only_when_it_is_trusted(make_house: Callable[..., Flask]) -> None:
    """Without a trusted proxy, a forwarded address is a claim that anybody can make."""
    forged = [{"X-Forwarded-For": f"203.0.113.{number}"} for number in range(21)]
    for trusted, last in (("0", 429), ("1", 422)):
        somebody = Visitor(make_house(HOLDSPACE_TRUSTED_PROXIES=trusted).test_client())

        answers = [
            somebody.sends(
                "/sign-in",
                headers=headers,
                email=f"p{number}@example.org",
                password="guess",
            ).status_code
            for number, headers in enumerate(forged)
        ]

        assert answers[-1] == last


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("198.51.100.7", "198.51.100.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("", "unknown"),
        ("a\0b", "unknown"),
    ],
)
def test_a_limit_counts_for_one_household(address: str, network: str) -> None:
    """One IPv4 address, or the 64 bits of IPv6 that one connection is given."""
    assert network_of(address) == network


def test_text_travels_compressed_to_those_who_can_read_it(somebody: Visitor) -> None:
    """The same words, fewer bytes."""
    plain = somebody.opens("/other-support")
    packed = somebody.opens("/other-support", **{"Accept-Encoding": "br, gzip;q=0.8"})

    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert len(packed.data) < len(plain.data) / 1.5
    assert "Accept-Encoding" in packed.headers["Vary"]
