"""What travels between the browsers and the server (docs/messages.md), with real sockets."""

import json
import time
from uuid import uuid4

import pytest
import requests
import socketio
from sqlalchemy import text

from facilitator.store.database import read
from facilitator.tokens import token_hash
from facilitator.use_cases.read_sign_in import read_sign_in_by_id
from facilitator.use_cases.sign_in import sign_in
from facilitator.use_cases.sign_out import sign_out
from facilitator.use_cases.take_seat import Seated, hold_as
from tests.circle.whitelist import DESK, ROOM, YOU, unknown
from tests.live.people import Opened, Person, Server, Tab, csrf_of, offered_first, until

WITHIN_A_SECOND = 1.0


def test_people_see_each_other(circle: Opened) -> None:
    """A name at the door, and every ring shows it."""
    ria, sam = circle.hosted(), circle.walked_in("Sam")

    for person in (ria, sam):
        person.sees(lambda v: [one["name"] for one in v["room"]["roster"]] == ["Ria", "Sam"])


def test_nothing_travels_that_is_not_on_the_list(circle: Opened) -> None:
    """Every part of every view has exactly the fields of docs/messages.md."""
    ria, sam, lee = (
        circle.hosted(),
        circle.visited("Sam", level="reflection"),
        circle.visited("Lee"),
    )
    ria.begins().goes_to_turns()
    first = offered_first(sam, lee)
    first.shares("The kettle sang.", level="presence")
    other = lee if first is sam else sam
    other.sees(lambda v: v["you"]["reply_to"])
    other.does(
        "reply", share=other.you["reply_to"]["share"], level="presence", text="with_you.here"
    )
    other.does("pause_please")
    other.passes()
    ria.does("pause_room").does("resume_room")
    first.sees(lambda v: v["you"]["shares"][0]["replies"])
    share = first.you["shares"][0]
    other.does("flag", share=share["id"]).does("keep_lighter", on=True)
    other.does("suggest_agreement", text="We go gently.")
    first.does("flag", share=share["id"], reply=share["replies"][0]["id"])
    ria.does("cover", share=share["id"], covered=True)
    ria.does("cover", share=share["id"], reply=share["replies"][0]["id"], covered=True)
    sam.does("write_privately", to=ria.seat, text="Are you there?")
    ria.does("signpost", to=sam.seat, text="There is a line one can call.")
    ria.does("private_offer", seat=lee.seat).does("write_to_facilitators", text="Going well.")
    sam.sees(lambda v: len(v["you"]["lines"][0]["messages"]) == 2)
    ria.sees(lambda v: v["desk"]["process"])

    for person, parts in ((ria, {"room", "you", "desk"}), (sam, {"room", "you"})):
        views = [body for event, body in person.tab.heard if event == "view"]
        assert len(views) > 5
        for view in views:
            assert view.keys() <= parts
            assert not unknown(view.get("room", ria.room), ROOM)
            assert not unknown(view.get("you", sam.you), YOU)
            assert not unknown(view.get("desk", ria.desk), DESK)


def test_only_what_changed_is_sent(circle: Opened) -> None:
    """A choice that concerns one person reaches that person's browser and no other."""
    ria, sam, lee = circle.hosted(), circle.visited("Sam"), circle.visited("Lee")
    for person in (ria, sam, lee):
        person.sees(lambda v: len(v["room"]["roster"]) == 3)
    before = {one: len(one.tab.heard) for one in (ria, sam, lee)}

    sam.does("set_reply_level", level="presence")
    sam.sees(lambda v: v["you"]["level"] == "presence")
    lee.does("set_reply_level", level="none")

    news = {one: [body for _, body in one.tab.heard[before[one] :]] for one in before}
    assert [body.keys() for body in news[sam]] == [{"you"}]
    assert news[lee] == []
    assert news[ria] == []


def test_the_same_command_happens_once(circle: Opened) -> None:
    """Sent again, also from a newer tab, it is answered again and nothing more happens."""
    ria = circle.hosted()
    agreement = {"id": str(uuid4()), "text": "We keep our phones face down."}

    answers = [ria.asks("add_agreement", **agreement) for _ in range(2)]
    ria.reloads()
    answers.append(ria.asks("add_agreement", **agreement))

    assert answers == [{"ok": True}] * 3
    assert ria.room["agreements"]["added"] == [agreement["text"]]


def test_ids_belong_to_their_seat(circle: Opened) -> None:
    """Two browsers that happen to make the same id both have what they asked for."""
    ria, sam, lee = circle.hosted(), circle.visited("Sam"), circle.visited("Lee")
    same = str(uuid4())

    for person in (sam, lee):
        assert person.asks("choose_mode", id=same, mode="listening") == {"ok": True}
        person.sees(lambda v: v["you"]["mode"] == "listening")
    assert ria.asks("lock_door", id=same, locked=True) == {"ok": True}
    ria.sees(lambda v: v["room"]["door_locked"])


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"do": "begin", "with_few": True}, "role/facilitator"),
        ({"do": "lock_door", "locked": True}, "role/facilitator"),
        ({"do": "remove_seat", "seat": "f1"}, "role/facilitator"),
        ({"do": "emergency_close"}, "role/facilitator"),
        ({"do": "end_circle"}, "role/facilitator"),
        ({"do": "hand_over", "to": "f1"}, "role/facilitator"),
        ({"do": "take_turn", "turn": 1, "how": "write"}, "circle/not_begun"),
        ({"do": "accept_agreements", "version": 99}, "seat/agreements"),
        ({"do": "drop_every_line"}, "wire/unclear"),
        ({"do": "close_now"}, "wire/unclear"),
        ({"do": "take_seat", "seat": "s9", "name": "Eve"}, "wire/unclear"),
        ({"do": "raise_line", "seat": "f1"}, "wire/unclear"),
        ({"do": "pass"}, "wire/unclear"),
        ({"do": "pass", "round": "0"}, "wire/unclear"),
        ({"do": "pass", "round": 0, "seat": "f1"}, "wire/unclear"),
        ({"do": "pause_please", "mark": "f1"}, "wire/unclear"),
        ({"do": "choose_mode", "mode": "invisible"}, "wire/unclear"),
        ({"do": ["pass"]}, "wire/unclear"),
        ({}, "wire/unclear"),
    ],
)
def test_every_refusal_has_a_code_and_a_sentence(
    refused: Person, asked: dict[str, object], code: str
) -> None:
    """What a participant may not ask is refused in words, and nothing changes."""
    before = json.dumps(refused.tab.view)

    answer = refused.tab.answer(refused.tab.sends("command", {"id": str(uuid4()), **asked}))

    assert answer["ok"] is False
    assert answer["code"] == code
    assert answer["text"].endswith((".", "?"))
    assert json.dumps(refused.tab.view) == before


@pytest.fixture(scope="module")
def refused(server: Server) -> Person:
    """Somebody who will be refused, in a circle that nobody has begun."""
    circle = server.open_circle("Ria")
    circle.hosted()
    return circle.visited("Sam")


def test_a_late_double_click_skips_nobody(circle: Opened) -> None:
    """A command names what it means, so the second of two clicks is refused or changes nothing."""
    ria, sam, lee = circle.hosted(), circle.visited("Sam"), circle.visited("Lee")
    ria.begins().goes_to_turns()
    first = offered_first(sam, lee)
    turn = first.you["turn"]["id"]

    ria.does("skip_kindly", turn=turn)
    second = lee if first is sam else sam
    second.offered()
    again = ria.asks("skip_kindly", turn=turn)

    assert again["code"] == "turn/not_now"
    assert second.you["asked"] == "offered"


def test_the_newest_tab_wins(circle: Opened) -> None:
    """The older one is told so and closed: nobody sits in a circle twice (I22, S15)."""
    ria, sam = circle.hosted(), circle.visited("Sam")
    older = sam.tab

    sam.opens()
    until(lambda: not older.open, what="the older tab is closed")
    sam.does("choose_mode", mode="listening")
    sam.sees(lambda v: v["you"]["mode"] == "listening")

    assert [event for event, _ in older.heard][-1] == "elsewhere"
    assert [seat["presence"] for seat in ria.desk["seats"]] == ["here", "here"]


@pytest.mark.parametrize("cookies", ["none", "another circle's", "made up"])
def test_without_a_seat_nothing_is_heard(server: Server, circle: Opened, cookies: str) -> None:
    """A socket that shows no seat of this circle is refused with a code, hears nothing, and is
    closed (I22, S15)."""
    sam = circle.visited("Sam")
    other = server.open_circle("Ria").visited("Eve")
    (token,) = other.cookies.values()
    shown = {
        "none": {},
        "another circle's": {f"seat-{circle.id}": token, **other.cookies},
        "made up": {f"seat-{circle.id}": "x" * 32},
    }[cookies]

    eve = Tab(circle, shown)
    sam.does("choose_mode", mode="listening")
    until(lambda: not eve.open, what="the socket is closed")

    expected = "seat/none" if cookies == "none" else "seat/removed"
    assert eve.heard == [("refused", {"message": expected})]


def test_late_at_the_door(circle: Opened) -> None:
    """Who comes while somebody shares waits, disturbs nobody, and never reads what was given
    before (S4, I19, I20)."""
    ria, sam, lee = circle.hosted(), circle.visited("Sam"), circle.visited("Lee")
    ria.begins().goes_to_turns()
    first = offered_first(sam, lee)
    first.does("take_turn", turn=first.you["turn"]["id"], how="write")
    first.sees(lambda v: v["you"]["asked"] == "sharing")
    for person in (sam, lee):
        person.sees(lambda v: v["room"]["space"]["phase"] == "sharing")
    before = len(lee.tab.heard), len(sam.tab.heard)

    noor = circle.visited("Noor")

    assert noor.you["place"] == "door"
    assert noor.room["roster"] == []
    assert noor.room["space"] is None
    assert (len(lee.tab.heard), len(sam.tab.heard)) == before
    first.does("publish_share", turn=first.you["turn"]["id"], text="It rained.", level="none")
    noor.sees(lambda v: v["you"]["place"] == "circle")
    noor.sees(lambda v: len(v["room"]["roster"]) == 4)
    ria.sees(lambda v: v["room"]["shares"][0]["text"] == "It rained.")
    assert not noor.reads("It rained.")
    assert not noor.reloads().reads("It rained.")


def test_shares_reach_their_audience_after_a_reload(circle: Opened) -> None:
    """Who received it reads it again; who was out does not, whatever they reload (I19)."""
    ria, sam, lee, noor = circle.hosted(), *(circle.visited(n) for n in ("Sam", "Lee", "Noor"))
    ria.begins().goes_to_turns()
    noor.does("step_out")
    first = offered_first(sam, lee)
    first.shares("A door stayed open.")
    reached = [ria, lee if first is sam else sam]
    for person in reached:
        person.sees(lambda v: v["room"]["shares"][0]["text"] == "A door stayed open.")
    noor.does("come_back")
    noor.sees(lambda v: v["you"]["place"] == "circle")

    for person in reached:
        assert person.reloads().reads("A door stayed open.")
    assert first.reloads().you["shares"][0]["text"] == "A door stayed open."
    assert not noor.reads("A door stayed open.")
    assert not noor.reloads().reads("A door stayed open.")


def test_a_private_line_is_between_two(server: Server) -> None:
    """Written, opened, answered and wiped: whoever else is there hears nothing at all (I28)."""
    circle = server.open_circle("Ria", "Tom")
    ria, tom, sam, lee = (
        circle.hosted(0),
        circle.hosted(1),
        circle.visited("Sam"),
        circle.visited("Lee"),
    )
    for person in (ria, tom, sam, lee):
        person.sees(lambda v: len(v["room"]["roster"]) == 4)
    sam.sees(lambda v: [r["name"] for r in v["you"]["receivers"]] == ["Ria", "Tom"])
    before = {one: len(one.tab.heard) for one in (ria, tom, sam, lee)}

    assert ria.asks("write_privately", to=sam.seat, text="A word?")["code"] == "line/not_open"
    sam.does("write_privately", to=ria.seat, text="The kettle is too loud.")
    ria.sees(lambda v: v["you"]["lines"][0]["messages"][0]["text"] == "The kettle is too loud.")
    ria.does("open_line", **{"with": sam.seat})
    ria.does("write_privately", to=sam.seat, text="It is off now.")
    sam.sees(lambda v: v["you"]["lines"][0]["messages"][1]["text"] == "It is off now.")
    sam.does("wipe_line", **{"with": ria.seat})
    ria.sees(lambda v: v["you"]["lines"] == [])

    assert [body.keys() for _, body in ria.tab.heard[before[ria] :]] == [{"you"}] * 4
    for other in (tom, lee):
        assert other.tab.heard[before[other] :] == []
    assert sealed_in(circle) == 0


def test_no_row_names_who_sent_a_signal(circle: Opened) -> None:
    """Nor which two signals are one person's; sent twice, each happens once (I15)."""
    ria, sam, lee = circle.hosted(), circle.visited("Sam"), circle.visited("Lee")
    told = rows_of(circle)
    for do, more in (
        ("pause_please", {}),
        ("keep_lighter", {"on": True}),
        ("suggest_agreement", {"text": "We go gently."}),
    ):
        id_ = str(uuid4())
        assert sam.asks(do, id=id_, **more) == {"ok": True}
        assert sam.asks(do, id=id_, **more) == {"ok": True}
    ria.sees(lambda v: len(v["desk"]["signals"]) == 3)
    ria.does("answer_signal", signal=1, how="seen")
    rows = rows_of(circle) - told

    assert len(rows) > 6
    assert not [row for row in rows if sam.seat in row or lee.seat in row]
    with read(circle.house.database) as session:
        kept = circle.house.circles.load(session, circle.id)
    assert kept is not None
    assert len({signal.mark for signal in kept.circle.signals}) == 2


def rows_of(circle: Opened) -> set[str]:
    """Every fact and every remembered answer of that circle, as it is stored."""
    with read(circle.house.database) as session:
        facts = session.execute(
            text("select version, body from circle_events where circle_id = :id order by version"),
            {"id": circle.id},
        )
        answers = session.execute(
            text("select seat_id, command_id from command_answer where circle_id = :id"),
            {"id": circle.id},
        )
        return {str(tuple(row)) for row in (*facts, *answers)}


def test_taken_back_is_gone_within_a_second(circle: Opened) -> None:
    """From every screen, from every later picture and from the vault (I23)."""
    ria, sam, lee = circle.hosted(), circle.visited("Sam"), circle.visited("Lee")
    ria.begins().goes_to_turns()
    first = offered_first(sam, lee)
    other = lee if first is sam else sam
    share = first.shares("I was wrong about him.", level="presence")
    other.sees(lambda v: v["you"]["reply_to"])
    other.does("reply", share=share, level="presence", text="with_you.here")
    assert sealed_in(circle) == 2

    first.does("take_back_share", share=share)

    for person in (ria, sam, lee):
        person.sees(lambda v: not v["room"]["shares"] and not v["you"]["shares"], WITHIN_A_SECOND)
        assert not person.reads("I was wrong")
        assert not person.reloads().reads("I was wrong")
    assert sealed_in(circle) == 0


def sealed_in(circle: Opened) -> int:
    with read(circle.house.database) as session:
        asked = text("select count(*) from sealed_word where circle_id = :id")
        return int(session.scalar(asked, {"id": circle.id}) or 0)


def test_a_removed_seat_is_cut(circle: Opened) -> None:
    """Within a second, and what it held opens nothing any more (I49)."""
    ria, sam = circle.hosted(), circle.visited("Sam")

    ria.does("remove_seat", seat=sam.seat)
    until(lambda: not sam.tab.open, WITHIN_A_SECOND, "Sam's socket is closed")
    again = Tab(circle, sam.cookies)
    until(lambda: not again.open)

    assert sam.tab.heard[-1] == ("over", {"page": "removed"})
    assert again.heard == [("refused", {"message": "seat/removed"})]
    assert (
        requests.get(f"{circle.server.url}/circle/{circle.id}", cookies=sam.cookies).status_code
        == 403
    )


def test_a_deaf_browser_does_not_stay(circle: Opened) -> None:
    """Who ignores that it is over, and goes on sending, changes nothing and is closed."""
    ria, sam = circle.hosted(), circle.visited("Sam")
    ria.does("remove_seat", seat=sam.seat)
    sam.hears("over")

    number = sam.tab.sends("command", {"id": str(uuid4()), "do": "step_out"})

    assert (sam.tab.answer(number) or {"ok": False})["ok"] is False
    until(lambda: not sam.tab.open, 3)


def test_signing_out_elsewhere_leaves_the_room(server: Server, circle: Opened) -> None:
    """A facilitator who came by account is out within a second, also when another process heard
    it."""
    house = server.house
    key = sign_in(house, "ria@example.org", "correct horse")
    ria, sam = come_by_account(circle, token_hash(key or "")), circle.visited("Sam")

    sign_out(house, token_hash(key or ""))
    until(lambda: not ria.tab.open, WITHIN_A_SECOND, "Ria's socket is closed")

    assert ria.tab.heard[-1] == ("over", {"page": "signed_out"})
    assert sam.tab.open


def test_signing_out_leaves_the_room(server: Server, circle: Opened) -> None:
    """By the button on the page, just as fast."""
    browser = requests.Session()
    form = {"csrf_token": csrf_of(browser.get(f"{server.url}/sign-in").text)}
    form |= {"email": "ria@example.org", "password": "correct horse"}
    browser.post(f"{server.url}/sign-in", data=form, allow_redirects=False)
    with read(server.house.database) as session:
        newest = session.scalar(text("select id from sign_in order by created_at desc limit 1"))
    ria = come_by_account(circle, str(newest))

    page = browser.get(f"{server.url}/groups").text
    browser.post(f"{server.url}/sign-out", data={"csrf_token": csrf_of(page)})
    until(lambda: not ria.tab.open, WITHIN_A_SECOND, "Ria's socket is closed")

    assert ria.tab.heard[-1] == ("over", {"page": "signed_out"})


def come_by_account(circle: Opened, sign_in_id: str) -> Person:
    found = read_sign_in_by_id(circle.house, sign_in_id)
    assert found is not None
    seated = hold_as(circle.house, circle.id, found.person_id, "Ria", "", sign_in_id)
    assert isinstance(seated, Seated)
    return Person(circle, "Ria", {f"seat-{circle.id}": seated.token}).opens()


def test_closed_from_the_terminal(circle: Opened) -> None:
    """The word of another process reaches every socket within a second."""
    people = [circle.hosted(), circle.visited("Sam")]

    circle.server.flask("circle", "close", circle.id)
    closed_at = time.monotonic()
    for person in people:
        until(lambda of=person: not of.tab.open, WITHIN_A_SECOND, "the socket is closed")

    print(f"closed within {time.monotonic() - closed_at:.2f} s of the command's end")
    for person in people:
        assert person.tab.heard[-1] == ("over", {"page": "closed"})
    assert not list(circle.server.keys.glob(f"{circle.id}*"))
    again = Tab(circle, people[1].cookies)
    until(lambda: not again.open)
    assert again.heard == [("refused", {"message": "circle/closed"})]


def test_the_real_client_is_understood(circle: Opened) -> None:
    """Socket.IO's own client connects, asks, hears the views and the server's clock."""
    sam = circle.visited("Sam")
    views: list[dict[str, object]] = []
    client = socketio.Client()
    client.on("view", views.append)
    cookie = "; ".join(f"{name}={value}" for name, value in sam.cookies.items())

    client.connect(
        circle.server.url,
        headers={"Cookie": cookie},
        auth={"circle": circle.id},
        transports=["websocket"],
    )
    try:
        until(lambda: views)
        answer = client.call(
            "command", {"id": str(uuid4()), "do": "choose_mode", "mode": "listening"}
        )
        clock = client.call("clock", {"sent": 1.5})
        until(lambda: any(view.get("you", {}).get("mode") == "listening" for view in views))
    finally:
        client.disconnect()

    assert answer == {"ok": True}
    assert clock["sent"] == 1.5
    assert abs(clock["server"] - time.time() * 1000) < 1000


def test_nobody_is_told_a_sockets_name(circle: Opened) -> None:
    """The engine's and the socket's id open a socket for whoever knows them, so nobody does."""
    ria, sam = circle.hosted(), circle.visited("Sam")
    sam.does("choose_mode", mode="listening")

    said = "".join(ria.tab.raw + sam.tab.raw)

    assert said.count('"sid":"-"') == 4
    assert said.count("sid") == 4


def test_the_log_holds_no_words_names_or_keys(server: Server) -> None:
    """After all these stories: lines of requests by their rule, and nothing else."""
    log = server.logged()

    for secret in (
        "Sam",
        "Noor",
        "kettle",
        "rained",
        "Are you there",
        "wrong about",
        "face down",
        "seat-",
        "sid",
    ):
        assert secret not in log
    assert "Traceback" not in log
    assert all("INFO holdspace.access: " in line for line in log.splitlines()), log


def test_whoever_does_not_stay_has_the_last_page(server: Server, circle: Opened) -> None:
    """After the farewell those who chose it are together; for the others it is over, everywhere."""
    ria, sam, lee = circle.hosted(), circle.visited("Sam"), circle.visited("Lee")
    ria.begins().does("short_close")
    sam.sees(lambda v: v["you"]["may_stay"], 20)
    sam.does("stay", on=True)
    ria.sees(lambda v: v["room"]["round"]["step"] == "leaving", 20)
    ria.does("end_circle")

    sam.sees(lambda v: v["room"]["phase"] == "quiet_after")
    assert lee.hears("over")["page"] == "closed"
    until(lambda: not lee.tab.open)
    again = Tab(circle, lee.cookies)
    until(lambda: not again.open)
    assert again.heard[-1] == ("over", {"page": "closed"})
    page = requests.get(f"{server.url}/circle/{circle.id}", cookies=lee.cookies)
    assert page.status_code == 410
    assert not unknown(sam.room, ROOM)
    ria.does("end_circle")
    assert sam.hears("over")["page"] == "closed"
