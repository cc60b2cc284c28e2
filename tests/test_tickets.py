import pytest

from facilitator.tickets import Ticket, read_ticket, write_ticket

SECRET = "s" * 40


def test_a_ticket_says_again_what_it_was_given() -> None:
    """Any process with the house's key reads it."""
    given = Ticket("c0ffee", 20_000)

    assert read_ticket(SECRET, write_ticket(SECRET, given)) == given


@pytest.mark.parametrize(
    "forged",
    [
        "",
        ".",
        "ü.ü",
        "x" * 100_000,
        write_ticket("another key" * 4, Ticket("g", 1)),
        write_ticket(SECRET, Ticket("g", 1)).replace(".", ".A"),
        "W10." + write_ticket(SECRET, Ticket("g", 1)).partition(".")[2],
    ],
)
def test_only_our_own_tickets_are_read(forged: str) -> None:
    """One that names another group than it was given for is not ours."""
    assert read_ticket(SECRET, forged) is None
