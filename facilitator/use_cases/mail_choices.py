"""What somebody hears about by mail in a group: read, and changed."""

from dataclasses import asdict, dataclass

from facilitator.house import House
from facilitator.store import groups, links
from facilitator.store.database import Transaction, read, write
from facilitator.store.group_tables import GroupPlace
from facilitator.store.links import LinkKind
from facilitator.store.outbox import MailKind


@dataclass(frozen=True, slots=True)
class MailChoices:
    """The choices, by the names of their columns."""

    mail_meetings: bool
    mail_day_before: bool
    mail_hour_before: bool
    mail_notes: bool


NOTHING = MailChoices(False, False, False, False)

# Kinds that aren't named here are about what somebody does for the group, or asked for just now.
CHOICE_OF = {
    MailKind.NEW_MEETINGS: "mail_meetings",
    MailKind.CHANGED: "mail_meetings",
    MailKind.CANCELLED: "mail_meetings",
    MailKind.HOLDERS_CHANGED: "mail_meetings",
    MailKind.PLACE_OFFERED: "mail_meetings",
    MailKind.PLACE_YOURS: "mail_meetings",
    MailKind.PLACE_PASSED_ON: "mail_meetings",
    MailKind.ENDING: "mail_meetings",
    MailKind.DAY_BEFORE: "mail_day_before",
    MailKind.HOUR_BEFORE: "mail_hour_before",
    MailKind.NOTE: "mail_notes",
}


@dataclass(frozen=True, slots=True)
class ChoicesOf:
    """Whose choices these are, and what they are."""

    group_id: str
    person_id: str
    group_name: str
    joined: bool
    works_here: bool
    choices: MailChoices


def read_choices(house: House, group_id: str, person_id: str) -> ChoicesOf | None:
    """What this person hears about; None for somebody who doesn't belong to the group."""
    with read(house.database) as session:
        return _choices(session, group_id, person_id)


def read_choices_behind(house: House, key: str) -> ChoicesOf | None:
    """The same, for whoever has the link from a mail."""
    with read(house.database) as session:
        link = links.link_behind(session, LinkKind.MAIL, key, now=house.clock.now())
        return None if link is None else _choices(session, link.group_id, link.person_id)


def choose_mail(house: House, group_id: str, person_id: str, choices: MailChoices) -> None:
    """From now on this person hears about these things and no others (`wants` is asked again when a
    mail is about to leave). Who was only invited, and wants nothing, isn't invited any more."""
    with write(house.database) as session:
        place = groups.place(session, group_id, person_id)
        if place is None:
            return
        for name, wanted in asdict(choices).items():
            setattr(place, name, wanted)
        if place.joined_at is None and choices == NOTHING:
            links.close_link(session, LinkKind.INVITATION, group_id, person_id)


def wants(place: GroupPlace | None, kind: MailKind) -> bool:
    """Whether somebody with this place (still) hears about this. Who holds or organizes the group
    reads of its meetings in any case."""
    choice = CHOICE_OF.get(kind)
    if place is None:
        return False
    if kind is MailKind.INVITATION:
        return bool(place.mail_meetings)
    if choice is None or (choice == "mail_meetings" and (place.organizes or place.holds)):
        return True
    return bool(getattr(place, choice))


def _choices(session: Transaction, group_id: str, person_id: str) -> ChoicesOf | None:
    place = groups.place(session, group_id, person_id)
    group = groups.group(session, group_id)
    if place is None or group is None:
        return None
    return ChoicesOf(
        group_id,
        person_id,
        group.name,
        place.joined_at is not None,
        place.organizes or bool(place.holds),
        MailChoices(
            place.mail_meetings, place.mail_day_before, place.mail_hour_before, place.mail_notes
        ),
    )
