"""What goes on beside the room: private lines, words between those who hold it, an open question.

As everywhere in the state there is only structure here; the words themselves are in the vault.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PrivateMessage:
    """That something was written on a line, and by which end. Ids begin anew on each line, so that
    no line tells how much is written on another (I28).
    """

    id: int
    by: str
    at: int
    signpost: bool = False


@dataclass(frozen=True, slots=True)
class PrivateLine:
    """Between one participant and one of those who facilitate. `waiting`: what the participant
    wrote has not been opened for too long, or nobody was there to open it.
    """

    seat: str
    holder: str
    messages: tuple[PrivateMessage, ...] = ()
    read_by_seat: int = 0
    read_by_holder: int = 0
    waiting: bool = False

    @property
    def ends(self) -> tuple[str, str]:
        return (self.seat, self.holder)

    def unread_by(self, end: str) -> tuple[PrivateMessage, ...]:
        """What the other end wrote and this one has not opened."""
        read = self.read_by_seat if end == self.seat else self.read_by_holder
        return tuple(m for m in self.messages if m.by != end and m.id > read)


@dataclass(frozen=True, slots=True)
class ProcessNote:
    """One message between those who facilitate, about the process."""

    id: int
    by: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A round could go deeper. In circle time, so that a pause takes nobody's time to object."""

    round: int
    depth: int
    by: str
    began: int
    length: int
