"""Pictures of every state of the circle and its door, and what axe-core says about each.

    python -m tests.browser.gallery --out screenshots [--only offered,composer] [--axe node_modules/axe-core/axe.min.js]

The page is the real one; only the Socket.IO module is another, which plays a prepared view.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

from flask import Flask, render_template, request
from flask_babel import get_locale
from jinja2 import StrictUndefined
from markupsafe import Markup
from playwright.sync_api import Page, sync_playwright
from werkzeug.serving import make_server

from facilitator.content.microcopy import (
    circle_content,
    first_content,
    first_texts,
    later_content,
    later_texts,
    said,
)
from facilitator.content.texts.rounds import KINDS
from facilitator.web.ahead import Moment
from facilitator.web.catalogues import HouseBabel
from tests.browser.gallery_care import CARE_AFTER, CARE_STATES
from tests.browser.gallery_desk import DESK_AFTER, DESK_STATES
from tests.browser.gallery_own import OWN_AFTER, OWN_STATES
from tests.browser.gallery_states import AFTER, MINUTE, STATES

ROOT = Path(__file__).resolve().parents[2]
STATES |= CARE_STATES | DESK_STATES | OWN_STATES
AFTER |= CARE_AFTER | DESK_AFTER | OWN_AFTER
SIZES = {"320": (320, 640), "768": (768, 1024), "1280": (1280, 720)}
THEMES = ("light", "dark")
SUPPORT = "Telephone counselling, day and night: 0800 111 0 111.\nIn danger right now: 112."
DOOR_PAGES = (
    "door",
    "door_errors",
    "door_closed",
    "full",
    "locked",
    "parting",
    "finished",
    "removed",
    "not_open",
)

NEVER_STANDS = {"arriving", "at-the-door", "out", "returning", "left"}

FAKE_SOCKET = """
export function io() {
  const on = {}
  const socket = {
    connected: false,
    on: (event, action) => { on[event] = action; return socket },
    emit: (event, payload, answer) => {
      window.sent.push([event, payload])
      if (event === "clock") answer({ sent: payload.sent, server: Date.now() })
      else if (window.refusing) answer({ ok: false, code: "turn/not_now", text: "That turn has come to its end." })
      else if (!window.deaf) setTimeout(() => answer({ ok: true }), 20)
    },
    connect: () => { socket.connected = true; on.connect?.() },
    disconnect: () => { socket.connected = false },
  }
  window.sent = window.sent ?? []
  window.play = (event, payload) => { if (event === "disconnect") socket.connected = false; on[event]?.(payload) }
  setTimeout(() => { socket.connect(); if (window.firstView) on.view(window.firstView) }, 0)
  return socket
}
"""


def gallery_app() -> Flask:
    """A small app that renders the real templates with what the routes will give them."""
    app = Flask(
        "gallery",
        root_path=str(ROOT),
        template_folder=str(ROOT / "templates"),
        static_folder=str(ROOT / "static"),
    )
    app.config["SECRET_KEY"] = "gallery"
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = 600  # hundreds of pictures of the same files
    app.jinja_env.undefined = StrictUndefined
    # A picture in another language: a cookie says which.
    HouseBabel(app, locale_selector=lambda: request.cookies.get("language", "en"))
    app.jinja_env.globals.update(
        asset=lambda name: f"/static/{name}",
        import_map=lambda *_: Markup('{"imports":{}}'),
        csp_nonce=lambda: "gallery",
        csrf_token=lambda: "gallery",
        locale=get_locale,
        languages=list,
        said=said,
    )

    @app.after_request
    def same_policy(response: Any) -> Any:
        response.headers["Content-Security-Policy"] = (
            "default-src 'none'; script-src 'self' 'nonce-gallery'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'"
        )
        return response

    app.add_url_rule("/other-support", "start.other_support", lambda: "")
    app.add_url_rule("/leave", "leave", lambda: ("", 204), methods=["POST"])
    app.add_url_rule("/exit", "exit", lambda: "<!doctype html><title>.</title>")
    app.add_url_rule("/circle", "circle", circle)
    app.add_url_rule("/clock", "clock", lambda: {"server": int(time.time() * 1000)})
    app.add_url_rule(
        "/later.json", "later", lambda: {"texts": later_texts(), "content": later_content()}
    )
    app.add_url_rule("/door/<name>", "door", door)
    return app


def circle() -> str:
    return render_template(
        "circle/room.html",
        circle_id="gallery",
        group_name="Wednesday circle",
        medium="mixed",
        minute=60_000,
        facilitates=request.args.get("holds") == "1",
        other_support=SUPPORT,
        organizer_contact="hello@example.org",
        ahead=None,
        leave_url="/leave",
        exit_url_path="/exit",
        later_url="/later.json",
        texts=first_texts(desk_too=True),
        content=first_content(),
    )


def door(name: str) -> str:
    now = int(time.time() * 1000)
    facts = {
        "group_name": "Wednesday circle",
        "holders": [{"name": "Ria", "role_words": "a peer facilitator"}],
        "starts_at_ms": now + 5 * MINUTE,
        "begins": Moment(now + 5 * MINUTE, "7:00 PM"),
        "ends": Moment(now + 35 * MINUTE, "7:30 PM (UTC)"),
        "topics": (),
        "agenda": [
            {"kind": kind, "minutes": n}
            for kind, n in (
                ("arrival", 4),
                ("check_in", 5),
                ("silence", 2),
                ("micro_sharing", 12),
                ("closing", 7),
            )
        ],
        "seats_max": 8,
        "medium": "mixed",
        "depth_max": 2,
        "agreements": circle_content()["agreements"],
        "other_support": SUPPORT,
        "organizer_contact": "hello@example.org",
        "unopened": False,
        "unheld": False,
        "ahead": None,
    }
    errors = (
        {
            "name": "A name has at least one visible character.",
            "adult": "This circle is for adults.",
        }
        if name == "door_errors"
        else {}
    )
    page = "door" if name == "door_errors" else name
    return render_template(
        f"door/{page}.html", door=facts, form={"values": {}, "errors": errors}, kinds=KINDS
    )


@contextmanager
def served() -> Iterator[str]:
    """The gallery's address, for as long as the block lasts."""
    server = make_server("127.0.0.1", 0, gallery_app(), threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


def open_state(page: Page, address: str, name: str) -> None:
    """The page shows that state, everything pressed that leads to it."""
    views = STATES[name](int(time.time() * 1000)).views()
    page.route(
        "**/static/vendor/socket.io.esm.min.js",
        lambda route: route.fulfill(body=FAKE_SOCKET, content_type="text/javascript"),
    )
    page.add_init_script(f"window.firstView = {to_js(None if name == 'arriving' else views)}")
    page.goto(f"{address}/circle?holds={int(bool(views['desk']))}")
    if name != "arriving":
        page.wait_for_function("document.querySelector('.strip li')")
    if views["desk"]:
        page.wait_for_selector("#desk .tray", state="attached")
    if name not in NEVER_STANDS:
        page.wait_for_selector(".stage-further > *", state="attached")
    for act, what in AFTER.get(name, []):
        do(page, act, what)
    page.wait_for_timeout(250)


def to_js(views: Any) -> str:
    import json

    return json.dumps(views)


def do(page: Page, act: str, what: str) -> None:
    if act == "press":
        page.get_by_role("button", name=what, exact=True).first.click()
    elif act == "press-label":
        page.get_by_text(what, exact=True).first.click()
    elif act == "refuse":
        page.evaluate("window.refusing = true")
        page.get_by_role("button", name=what, exact=True).first.click()
    elif act == "open":
        page.locator(what).first.click()
    elif act == "fill":
        page.locator("textarea:visible").first.fill(what)
    elif act == "scroll":
        page.locator(what).evaluate("(one) => one.scrollTo(0, one.scrollHeight)")
    elif act == "end":
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
    elif act == "lose":
        page.evaluate("window.play('disconnect')")
    elif act == "over":
        page.evaluate("page => window.play('over', { page })", what)
    else:
        page.evaluate("event => window.play(event, {})", act)


def axe_problems(page: Page, axe: str) -> list[str]:
    """What axe-core objects to on this page, one line each."""
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    return [f"{v['id']}: {node['html'][:140]}" for v in found["violations"] for node in v["nodes"]]


def main() -> int:
    asked = argparse.ArgumentParser()
    asked.add_argument("--out", default="screenshots")
    asked.add_argument("--only", default="")
    asked.add_argument("--sizes", default=",".join(SIZES))
    asked.add_argument("--themes", default=",".join(THEMES))
    asked.add_argument("--axe", default=str(ROOT / "node_modules/axe-core/axe.min.js"))
    given = asked.parse_args()
    out = Path(given.out)
    out.mkdir(parents=True, exist_ok=True)
    only = set(filter(None, given.only.split(",")))
    axe = Path(given.axe).read_text() if Path(given.axe).exists() else ""
    troubles = 0
    with served() as address, sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium")
        )
        for size in given.sizes.split(","):
            for theme in given.themes.split(","):
                width, height = SIZES[size]
                context = browser.new_context(
                    viewport={"width": width, "height": height}, color_scheme=theme
                )
                for name in [*STATES, *(f"door:{page}" for page in DOOR_PAGES)]:
                    if only and name not in only:
                        continue
                    page = context.new_page()
                    heard: list[str] = []
                    page.on(
                        "console",
                        lambda message, heard=heard: (
                            heard.append(message.text) if message.type == "error" else None
                        ),
                    )
                    page.on("pageerror", lambda error, heard=heard: heard.append(str(error)))
                    if name.startswith("door:"):
                        page.goto(f"{address}/door/{name[5:]}")
                    else:
                        open_state(page, address, name)
                    page.screenshot(
                        path=out / f"{name.replace(':', '-')}-{size}-{theme}.png",
                        full_page=name.startswith("door:"),
                    )
                    problems = [*heard, *(axe_problems(page, axe) if axe else [])]
                    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                        problems.append("wider than the screen")
                    for problem in problems:
                        print(f"{name} {size} {theme}: {problem}", flush=True)
                    troubles += len(problems)
                    page.close()
                context.close()
        browser.close()
    print(f"{troubles} problems")
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main())
