"""Sends what is in the outbox: leases a mail, sends it, says what became of it; then the next.

There is no transaction open while it talks to a mail server. It may be killed at any moment: what
it had in its hands is sent by another worker when the lease is over, marked as a possible repeat.
"""

from collections.abc import Callable
from email.message import EmailMessage
from typing import NamedTuple

from facilitator.house import House
from facilitator.logs import log_uncaught
from facilitator.mail.carriers import SERVER_TROUBLES, Carrier, resting
from facilitator.mail.envelope import Unclear
from facilitator.store.outbox_work import Leased
from facilitator.tokens import fresh_id
from facilitator.use_cases.lease_mail import lease_mail
from facilitator.use_cases.settle_mail import Fate, Outcome, settle_mail

LEASE_MS = 60_000
LOOK_EVERY_S = 2.0
# After the mail server was away.
PAUSE_S = 30.0


class Addressed(NamedTuple):
    """A message, ready to leave, and whom it is for."""

    message: EmailMessage
    to: str


class Round(NamedTuple):
    sent: int
    all_well: bool


# What writes a mail; None when what it would tell isn't so any more.
Writes = Callable[[Leased], Addressed | None]


class Worker:
    def __init__(
        self, house: House, writes: Writes, carrier: Carrier, *, lease_ms: int = LEASE_MS
    ) -> None:
        self._house = house
        self._writes = writes
        self._carrier = carrier
        self._lease_ms = lease_ms
        self._name = fresh_id()
        self._stopping = False

    def run(self, sleep: Callable[[float], None]) -> None:
        """Mail leaves as it comes due, until `stop` was called."""
        while not self._stopping:
            pause = PAUSE_S
            try:
                pause = LOOK_EVERY_S if self.send_due().all_well else PAUSE_S
            except Exception as wrong:  # noqa: BLE001 -- a bad moment of the store must not end all mail
                log_uncaught(type(wrong), wrong, wrong.__traceback__)
            sleep(pause)

    def stop(self) -> None:
        """The mail in hand still leaves, and no other."""
        self._stopping = True

    def send_due(self) -> Round:
        """Everything that is due was sent or put off; the round ends early when the mail server
        itself is in trouble."""
        done = 0
        with resting(self._carrier):
            while not self._stopping:
                mail = lease_mail(self._house, self._name, self._lease_ms)
                if mail is None:
                    break
                outcome = self._send(mail)
                settle_mail(self._house, mail, self._name, outcome)
                done += outcome.fate is Fate.SENT
                if outcome.trouble in SERVER_TROUBLES:
                    return Round(done, all_well=False)
        return Round(done, all_well=True)

    def _send(self, mail: Leased) -> Outcome:
        try:
            addressed = self._writes(mail)
        except Unclear:
            return Outcome(Fate.NEVER, "address/unclear")
        except Exception as wrong:  # noqa: BLE001 -- one letter that can't be written keeps no other
            log_uncaught(type(wrong), wrong, wrong.__traceback__)
            return Outcome(Fate.NEVER, "letter/unclear")
        if addressed is None:
            return Outcome(Fate.MOOT)
        return self._carrier.carry(mail.id, addressed.message, addressed.to)
