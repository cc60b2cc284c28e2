import json
from dataclasses import dataclass

from facilitator.house import House
from facilitator.store import links, support
from facilitator.store.database import Transaction, write
from facilitator.store.group_tables import Group, GroupPlace
from facilitator.store.links import LinkKind
from facilitator.tokens import fresh_id
from facilitator.use_cases.keep_support import HOW_CHARS, NAME_CHARS, SupportWords, put_down
from facilitator.use_cases.read_support import today_in


@dataclass(frozen=True)
class GroupWords:
    """What the people of a group read about it: at the door, and when a circle is over.

    `other_support` are lines, `role_words` the card of the person who asks.
    """

    name: str
    contact: str
    other_support: str
    role_words: str
    zone: str = "UTC"
    access: str = "open"
    topics: tuple[str, ...] = ()
    fallback_words: str = ""


def make_group(house: House, words: GroupWords, by: str) -> str:
    """There is a new group with a link for everybody, organized and held by the person who made it;
    gives the group's id."""
    with write(house.database) as session:
        group = Group(id=fresh_id(), other_support="", created_at=house.clock.now())
        write_words(group, words)
        session.add(group)
        session.flush()
        session.add(
            GroupPlace(
                group_id=group.id,
                person_id=by,
                organizes=True,
                holds="facilitator",
                role_words=words.role_words,
                joined_at=group.created_at,
            )
        )
        _put_down_support(session, group, words.other_support)
        links.kept_link(session, house.secret, LinkKind.GROUP, group.id, now=group.created_at)
    return group.id


def write_words(group: Group, words: GroupWords) -> None:
    """The group reads so."""
    group.name, group.contact = words.name, words.contact
    group.zone, group.access = words.zone, words.access
    group.topics = json.dumps(words.topics)
    group.fallback_words = words.fallback_words


def _put_down_support(session: Transaction, group: Group, text: str) -> None:
    """Each line is an entry; whoever wrote it down just now knows that it is there."""
    today = today_in(session, group.id, group.created_at)
    for line in filter(None, text.splitlines()):
        name, _, how = line.partition(": ")
        if len(name) > NAME_CHARS:
            name, how = line[:NAME_CHARS], line[NAME_CHARS:]
        put_down(session, group.id, SupportWords("", "other", name, how[:HOW_CHARS], today))
    support.keep_in_step(session, group.id)
