"""S15: one person has one place, and a stranger has none."""

from __future__ import annotations

from collections.abc import Callable

from tests.browser.people import Guest, Visitor
from tests.browser.rooms import People, Room

# What a bare socket without a seat is answered.
STRANGER = """(circle) => new Promise((tell) => {
  const heard = []
  const socket = new WebSocket(`ws://${location.host}/socket.io/?EIO=4&transport=websocket`)
  socket.onmessage = ({data}) => {
    heard.push(data)
    if (data.startsWith("0")) socket.send("40" + JSON.stringify({circle}))
    if (data.startsWith("44")) tell(heard)
  }
  socket.onclose = () => tell(heard)
})"""


def test_two_tabs_and_a_stranger(
    open_circle: Callable[..., Room], people: People, visitor: Callable[..., Visitor]
) -> None:
    """The newest tab lives, the older one says so, and a stranger's socket hears nothing (I22)."""
    room = open_circle(scale=0.2)
    sam, lee = room.joins("Sam"), room.joins("Lee")
    room.facilitator().begins()
    sam.reads("Settle in.")
    second = people.beside(sam, Guest).goes_to(room.join_url)
    second.reads("Settle in.")
    sam.reads("Open in another place", "One person has one place here.").is_well("elsewhere")
    assert [one["name"] for one in lee.shown("room")["roster"]] == ["Sam", "Lee", "Ria"]

    sam.presses("Use this screen instead").reads("Settle in.").no_longer_reads("Open in another")
    second.reads("Open in another place")
    heard = visitor().goes_to("/").page.evaluate(STRANGER, room.id)
    assert [one[:2] for one in heard] == ["0{", "44"]
    assert "seat/none" in heard[-1]
    assert "Sam" not in str(heard)
