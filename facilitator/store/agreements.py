"""What groups have agreed on, version by version."""

import json
from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from facilitator.store.group_tables import AgreementVersion


@dataclass(frozen=True, slots=True)
class Agreed:
    """One version. `version` 0: the group has added nothing to what every circle rests on."""

    version: int = 0
    lines: tuple[str, ...] = ()
    passed_on: str = ""
    made_at: int = 0

    @property
    def added(self) -> tuple[str, ...]:
        """What a circle of the group rests on besides the twelve."""
        return (*((self.passed_on,) if self.passed_on else ()), *self.lines)


def versions(session: Session, group_id: str) -> list[Agreed]:
    """Every version the group has had, the newest first."""
    asked = _of(group_id)
    return [_agreed(row) for row in session.scalars(asked)]


def newest(session: Session, group_id: str) -> Agreed:
    """What counts now."""
    row = session.scalars(_of(group_id).limit(1)).first()
    return Agreed() if row is None else _agreed(row)


def add_version(
    session: Session, group_id: str, lines: tuple[str, ...], passed_on: str, now: int
) -> int:
    """From now on this counts; gives its number."""
    version = newest(session, group_id).version + 1
    session.add(
        AgreementVersion(
            group_id=group_id,
            version=version,
            lines=json.dumps(lines),
            passed_on=passed_on,
            made_at=now,
        )
    )
    session.flush()
    return version


def _of(group_id: str) -> Select[AgreementVersion]:
    return (
        select(AgreementVersion)
        .where(AgreementVersion.group_id == group_id)
        .order_by(AgreementVersion.version.desc())
    )


def _agreed(row: AgreementVersion) -> Agreed:
    return Agreed(row.version, tuple(json.loads(row.lines)), row.passed_on, row.made_at)
