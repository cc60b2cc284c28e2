from tests.live.people import Opened


def test_somebody_is_in_the_room(circle: Opened) -> None:
    """A name at the door, and the ring shows it."""
    ria, sam = circle.hosted(), circle.visited("Sam")

    sam.sees(lambda view: [one["name"] for one in view["room"]["roster"]] == ["Ria", "Sam"])
    ria.begins()
    sam.sees(lambda view: view["room"]["phase"] == "live")
