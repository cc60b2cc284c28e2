"""Who was invited and never answered isn't known here for ever."""

from sqlalchemy import select

from facilitator.house import House
from facilitator.store.database import read, write
from facilitator.store.group_tables import GroupPlace, LinkKey
from facilitator.store.links import LinkKind, close_link
from facilitator.store.people_tables import Person
from facilitator.use_cases.invite_people import INVITATION_LASTS_MS, invite_people
from facilitator.use_cases.run_retention import INVITED_KEPT_MS, run_retention
from tests.calendar_rows import a_group, belongs
from tests.store.houses import StandingClock

GOES_AFTER_MS = INVITATION_LASTS_MS + INVITED_KEPT_MS


def known(house: House) -> list[str]:
    with read(house.database) as session:
        return sorted(session.scalars(select(Person.email)))


def test_an_address_that_never_answered_goes(house: House, clock: StandingClock) -> None:
    """Thirty days after its invitation ended, with place, link and mail; members stay."""
    group = a_group(house)
    belongs(house, group, "ria@example.org", organizes=True)
    invite_people(house, group, ["jo@example.org"], "en")

    clock.at += GOES_AFTER_MS
    assert run_retention(house).invited == 0
    clock.at += 1
    assert run_retention(house).invited == 1

    assert known(house) == ["ria@example.org"]
    with read(house.database) as session:
        assert len(session.scalars(select(GroupPlace)).all()) == 1
        assert session.scalars(select(LinkKey)).all() == []


def test_invited_again_is_invited(house: House, clock: StandingClock) -> None:
    """What counts is the invitation that ended last."""
    group = a_group(house)
    invite_people(house, group, ["jo@example.org"], "en")
    clock.at += GOES_AFTER_MS
    invite_people(house, group, ["jo@example.org"], "en")
    clock.at += 1

    assert run_retention(house).invited == 0
    assert known(house) == ["jo@example.org"]


def test_somebody_who_belongs_elsewhere_stays_known(house: House, clock: StandingClock) -> None:
    """Only the place that was kept for them is gone."""
    group, elsewhere = a_group(house), a_group(house)
    jo = belongs(house, elsewhere, "jo@example.org")
    invite_people(house, group, ["jo@example.org"], "en")
    clock.at += GOES_AFTER_MS + 1

    assert run_retention(house).invited == 1

    assert known(house) == ["jo@example.org"]
    with read(house.database) as session:
        assert session.get(GroupPlace, (group, jo)) is None
        assert session.get(GroupPlace, (elsewhere, jo)) is not None


def test_an_address_that_wants_no_mail_is_not_kept_for_that(
    house: House, clock: StandingClock
) -> None:
    """Their invitation is closed, and the address goes like the others. A member elsewhere is known
    anyway: they aren't written to again."""
    group, elsewhere = a_group(house), a_group(house)
    belongs(house, elsewhere, "sam@example.org")
    invite_people(house, group, ["jo@example.org", "sam@example.org"], "en")
    with write(house.database) as session:
        for person_id in session.scalars(select(Person.id)):
            close_link(session, LinkKind.INVITATION, group, person_id)
    assert run_retention(house).invited == 0

    clock.at += GOES_AFTER_MS + 1

    assert run_retention(house).invited == 1
    assert known(house) == ["sam@example.org"]
