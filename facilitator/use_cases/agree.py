from facilitator.house import House
from facilitator.store import agreements, groups
from facilitator.store.database import write


def agree(
    house: House, group_id: str, lines: tuple[str, ...], passed_on: str, *, seen: int
) -> bool:
    """The group's circles rest on these lines from the next one on, as a new version; the same
    lines again are the same version. False when somebody made another version after the one that
    was `seen`."""
    with write(house.database) as session:
        groups.locked(session, group_id)
        now = agreements.newest(session, group_id)
        if (now.lines, now.passed_on) == (lines, passed_on):
            return True
        if now.version != seen:
            return False
        agreements.add_version(session, group_id, lines, passed_on, house.clock.now())
    return True
