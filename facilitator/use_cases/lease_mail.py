from facilitator.house import House
from facilitator.store import outbox_work
from facilitator.store.database import read, write
from facilitator.store.outbox_work import Leased


def lease_mail(house: House, worker: str, lease_ms: int) -> Leased | None:
    """The next mail that is due belongs to this worker for so many milliseconds; None when there is
    none. Whoever leases it says with `settle_mail` what became of it."""
    now = house.clock.now()
    # Most looks find nothing, and a look keeps no circle from writing.
    with read(house.database) as session:
        if not outbox_work.anything_due(session, now):
            return None
    with write(house.database) as session:
        return outbox_work.lease(session, worker, now=now, lease_ms=lease_ms)
