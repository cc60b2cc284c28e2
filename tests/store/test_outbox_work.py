"""Leasing, on each kind of database there is."""

import threading

from facilitator.house import House
from facilitator.store.database import write
from facilitator.store.outbox import MailKind, post
from facilitator.use_cases.lease_mail import lease_mail
from facilitator.use_cases.settle_mail import Fate, Outcome, settle_mail
from tests.calendar_rows import a_group, belongs
from tests.store.houses import StandingClock

MINUTE_MS = 60_000


def notes(house: House, number: int) -> None:
    group = a_group(house)
    person = belongs(house, group, "jo@example.org")
    with write(house.database) as session:
        for one in range(number):
            post(
                session,
                MailKind.NOTE,
                once_key=f"note:{one}",
                person_id=person,
                group_id=group,
                facts={"said": "Hello"},
                now=house.clock.now(),
            )


def test_each_mail_is_leased_to_one_worker(house: House) -> None:
    """Eight workers at once: nobody gets what another has, and nothing is left."""
    notes(house, 40)
    had: list[str] = []

    def work(worker: str) -> None:
        while mail := lease_mail(house, worker, MINUTE_MS):
            had.append(mail.once_key)
            settle_mail(house, mail, worker, Outcome(Fate.SENT))

    workers = [threading.Thread(target=work, args=(f"worker {n}",)) for n in range(8)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()

    assert sorted(had) == sorted(f"note:{one}" for one in range(40))


def test_a_lease_that_is_over_goes_to_another(house: House, clock: StandingClock) -> None:
    """With the mark of a possible repeat; and whoever comes too late changes nothing."""
    notes(house, 1)
    first = lease_mail(house, "slow", MINUTE_MS)
    nobody = lease_mail(house, "quick", MINUTE_MS)
    clock.at += MINUTE_MS
    second = lease_mail(house, "quick", MINUTE_MS)
    assert first is not None
    assert second is not None
    settle_mail(house, first, "slow", Outcome(Fate.NEVER, "address/unknown"))
    settle_mail(house, second, "quick", Outcome(Fate.SENT))
    clock.at += MINUTE_MS

    assert nobody is None
    assert (first.maybe_twice, second.maybe_twice) == (False, True)
    assert lease_mail(house, "third", MINUTE_MS) is None


def test_a_mail_that_was_put_off_comes_after_its_pause(house: House, clock: StandingClock) -> None:
    """And remembers that the line went away when it may have been there already."""
    notes(house, 1)
    mail = lease_mail(house, "one", MINUTE_MS)
    assert mail is not None
    settle_mail(house, mail, "one", Outcome(Fate.LATER, "server/away", maybe_there=True))
    at_once = lease_mail(house, "one", MINUTE_MS)
    clock.at += MINUTE_MS
    again = lease_mail(house, "one", MINUTE_MS)

    assert at_once is None
    assert again is not None
    assert (again.tries, again.maybe_twice) == (1, True)
