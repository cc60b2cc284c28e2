from facilitator.house import House
from facilitator.store import groups
from facilitator.store.database import write
from facilitator.use_cases.make_group import GroupWords, write_words


def change_group(house: House, group_id: str, words: GroupWords) -> bool:
    """The group reads so from now on; False when there is no such group. Other support and cards
    have pages of their own."""
    with write(house.database) as session:
        group = groups.group(session, group_id)
        if group is None:
            return False
        write_words(group, words)
    return True


def change_card(house: House, group_id: str, person_id: str, role_words: str) -> bool:
    """This person's card at the door says so; False for somebody who holds nothing there."""
    with write(house.database) as session:
        place = groups.place(session, group_id, person_id)
        if place is None or not place.holds:
            return False
        place.role_words = role_words
    return True
