"""Answers after a circle: each waits until there are enough to be added up as one.

Whoever reads the file finds no order in it: what waits is written anew, shuffled, whenever
something joins it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import delete, insert, select
from sqlalchemy.exc import IntegrityError

from facilitator.store.database import Transaction
from facilitator.store.feedback_tables import AnswerCount, UsedTicket, WaitingAnswer
from facilitator.store.group_tables import Group
from facilitator.tokens import fresh_id

# A question's name, and one of its answers.
Answer = tuple[str, str]


def use_ticket(session: Transaction, ticket_hash: str, given_on: int) -> bool:
    """Nobody can use the ticket again; False when somebody had."""
    try:
        with session.begin_nested():
            session.execute(insert(UsedTicket), {"ticket_hash": ticket_hash, "given_on": given_on})
    except IntegrityError:
        return False
    return True


def forget_tickets(session: Transaction, before: int) -> bool:
    """Whether used tickets from before that day were there, and are forgotten."""
    old = UsedTicket.given_on < before
    gone = session.scalars(delete(UsedTicket).where(old).returning(UsedTicket.ticket_hash))
    return bool(gone.all())


def add_answers(
    session: Transaction, group_id: str, answers: Iterable[Answer], *, enough: int
) -> bool:
    """The answers wait, or are added up together with those that waited for them; False when
    there is no such group."""
    # One after the other, so that two that come at once don't count what waited twice.
    locked = select(Group.id).where(Group.id == group_id).with_for_update()
    if session.scalar(locked) is None:
        return False
    by_question = _waiting(session, group_id)
    for question, answer in answers:
        by_question[question].append(answer)
    session.execute(delete(WaitingAnswer).where(WaitingAnswer.group_id == group_id))
    still = []
    for question, given in by_question.items():
        if len(given) >= enough:
            _add_up(session, group_id, question, given)
        else:
            still += [(question, answer) for answer in given]
    _let_wait(session, group_id, still)
    return True


def counts(session: Transaction, group_id: str) -> Mapping[Answer, int]:
    """How many gave each answer, of those that were added up."""
    rows = session.scalars(select(AnswerCount).where(AnswerCount.group_id == group_id))
    return {(row.question, row.answer): row.number for row in rows}


def _waiting(session: Transaction, group_id: str) -> defaultdict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for question, answer in session.execute(
        select(WaitingAnswer.question, WaitingAnswer.answer).where(
            WaitingAnswer.group_id == group_id
        )
    ):
        found[question].append(answer)
    return found


def _let_wait(session: Transaction, group_id: str, answers: list[Answer]) -> None:
    # In the order of their new ids, which is no order.
    for drawn, (question, answer) in sorted((fresh_id(), one) for one in answers):
        session.execute(
            insert(WaitingAnswer),
            {"group_id": group_id, "id": drawn, "question": question, "answer": answer},
        )


def _add_up(session: Transaction, group_id: str, question: str, given: list[str]) -> None:
    for answer in sorted(set(given)):
        row = session.get(AnswerCount, (group_id, question, answer))
        if row is None:
            row = AnswerCount(group_id=group_id, question=question, answer=answer, number=0)
            session.add(row)
        row.number += given.count(answer)
