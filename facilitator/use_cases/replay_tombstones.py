from facilitator.house import House
from facilitator.store import retention, tombstones
from facilitator.store.database import read, write
from facilitator.use_cases.erase_person import forget, leave_nothing


def replay_tombstones(house: House) -> int:
    """Whoever was erased is not here, though a backup may have brought them back; how many it
    had."""
    erased = tombstones.buried(house.settings.instance_dir)
    if not erased:
        return 0
    with read(house.database) as session:
        back = retention.among(session, erased)
    for person_id in back:
        with write(house.database) as session:
            ended, mails = forget(session, person_id)
        leave_nothing(house, ended, mails)
    return len(back)
