from facilitator.house import House
from facilitator.store import groups
from facilitator.store.database import write
from facilitator.use_cases.make_group import GroupWords


def change_group(house: House, group_id: str, words: GroupWords, by: str) -> bool:
    """The group reads so from now on; False when `by` doesn't facilitate it."""
    with write(house.database) as session:
        group = groups.group(session, group_id)
        place = groups.place(session, group_id, by)
        if group is None or place is None:
            return False
        group.name = words.name
        group.contact = words.contact
        group.other_support = words.other_support
        place.role_words = words.role_words
    return True
