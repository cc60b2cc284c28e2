"""What somebody answered after a circle is kept, with nothing that says who."""

from collections.abc import Mapping
from enum import Enum

from facilitator.content.feedback import CROSSED, ENOUGH, QUESTIONS, TOGETHER
from facilitator.house import House
from facilitator.store import feedback
from facilitator.store.database import write
from facilitator.tickets import day_of, oldest_taken, read_ticket
from facilitator.tokens import token_hash
from facilitator.use_cases.give_ticket import ticket_secret
from facilitator.use_cases.leave_no_traces import leave_no_traces


class Outcome(Enum):
    TAKEN = "taken"
    NO_TICKET = "no ticket"
    UNCLEAR = "unclear"


def take_answers(house: House, ticket_text: str, answers: Mapping[str, str]) -> Outcome:
    """The answers count once, however often they are sent. Each question waits by itself for
    others, so that nobody's answers stay together."""
    ticket = read_ticket(ticket_secret(house), ticket_text)
    now = house.clock.now()
    if ticket is None or not oldest_taken(now) <= ticket.given_on <= day_of(now):
        return Outcome.NO_TICKET
    if any(answer not in QUESTIONS.get(name, ()) for name, answer in answers.items()):
        return Outcome.UNCLEAR
    told = _apart(answers)
    if not told:
        return Outcome.TAKEN
    with write(house.database) as session:
        feedback.forget_tickets(session, oldest_taken(now))
        if feedback.use_ticket(session, token_hash(ticket_text), ticket.given_on):
            there = feedback.add_answers(session, ticket.group_id, told, enough=ENOUGH)
        else:
            there = True
    # SQLite's log would show which answers came together, and when.
    leave_no_traces(house)
    return Outcome.TAKEN if there else Outcome.NO_TICKET


def forget_used_tickets(house: House) -> None:
    """Nothing is left of tickets that would not be taken any more anyway."""
    with write(house.database) as session:
        gone = feedback.forget_tickets(session, oldest_taken(house.clock.now()))
    if gone:
        leave_no_traces(house)


def _apart(answers: Mapping[str, str]) -> list[feedback.Answer]:
    alone = [(name, answer) for name, answer in answers.items() if name not in CROSSED]
    pair = [answers[name] for name in CROSSED if name in answers]
    # One without the other would tell nothing that is asked.
    return [*alone, (TOGETHER, "+".join(pair))] if len(pair) == len(CROSSED) else alone
