"""Meetings: the series they come from, who holds them, who comes, what was told about them."""

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from facilitator.store.database import Base, Instant


class Series(Base):
    """A rule, and what its meetings are like unless one of them says otherwise. A single meeting is
    a series of one."""

    __tablename__ = "meeting_series"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    group_id: Mapped[str] = mapped_column(
        ForeignKey("peer_group.id", ondelete="CASCADE"), index=True
    )
    # draft, published, ended
    state: Mapped[str] = mapped_column(String(12))
    # JSON of schedule.rule.Rule.
    rule: Mapped[str] = mapped_column(Text)
    zone: Mapped[str] = mapped_column(String(64))
    # Wall clock of the first meeting: 2027-01-12T19:00
    starts_local: Mapped[str] = mapped_column(String(16))
    minutes: Mapped[int]
    medium: Mapped[str] = mapped_column(String(8))
    seats_max: Mapped[int]
    # JSON of an AgendaTemplate, as it was when this was published.
    agenda: Mapped[str] = mapped_column(Text)
    # More seats than the full time is enough for: the organizer chose a shorter, equal one.
    shorter_time: Mapped[bool] = mapped_column(server_default=false())
    # iTIP: one more with each change that calendars are told.
    sequence: Mapped[int] = mapped_column(server_default="0")
    # What "this and following" made of its later dates: the group goes on there.
    followed_by: Mapped[str | None] = mapped_column(
        ForeignKey("meeting_series.id", ondelete="SET NULL"), index=True
    )
    # Occurrences up to this instant are stored.
    stored_until: Mapped[Instant]
    made_at: Mapped[Instant]
    changed_at: Mapped[Instant]


class SeriesHolder(Base):
    """Who holds the meetings of a series unless one of them says otherwise."""

    __tablename__ = "series_holder"

    series_id: Mapped[str] = mapped_column(
        ForeignKey("meeting_series.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[str] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    # lead, co
    part: Mapped[str] = mapped_column(String(8))


class Meeting(Base):
    """One date of a series."""

    __tablename__ = "meeting"
    __table_args__ = (
        UniqueConstraint("series_id", "recurrence"),
        Index("ix_meeting_group_starts", "group_id", "starts_at"),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    group_id: Mapped[str] = mapped_column(ForeignKey("peer_group.id", ondelete="CASCADE"))
    series_id: Mapped[str] = mapped_column(
        ForeignKey("meeting_series.id", ondelete="CASCADE"), index=True
    )
    # The wall clock the rule gives it; it stays when the meeting is moved (RECURRENCE-ID).
    recurrence: Mapped[str] = mapped_column(String(16))
    # 1 for the first of its series; skipped ones count.
    number: Mapped[int]
    starts_local: Mapped[str] = mapped_column(String(16))
    starts_at: Mapped[Instant] = mapped_column(index=True)
    ends_at: Mapped[Instant]
    # gap, fold, or empty: what the clock change does to its local time (RFC 5545, 3.3.5).
    clock_note: Mapped[str] = mapped_column(String(4), server_default="")
    # draft, scheduled, skipped, cancelled, over
    state: Mapped[str] = mapped_column(String(12), index=True)
    # How many of its series come after it; empty while the series has no end.
    left_after: Mapped[int | None]
    # Empty: as its series says.
    agenda: Mapped[str | None] = mapped_column(Text)
    medium: Mapped[str | None] = mapped_column(String(8))
    seats_max: Mapped[int | None]
    sequence: Mapped[int] = mapped_column(server_default="0")
    circle_id: Mapped[str | None] = mapped_column(
        ForeignKey("circle.id", ondelete="SET NULL"), index=True
    )
    changed_at: Mapped[Instant]


class MeetingHolder(Base):
    """Who was asked to hold a meeting, and what they said."""

    __tablename__ = "meeting_holder"

    meeting_id: Mapped[str] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[str] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    # lead, co, stand_in
    part: Mapped[str] = mapped_column(String(8))
    # asked, yes, no
    answer: Mapped[str] = mapped_column(String(5))
    # Whose part they take when they say yes, and what those who come are told then.
    stands_in_for: Mapped[str] = mapped_column(String(32), server_default="")
    said: Mapped[str] = mapped_column(Text, server_default="")
    asked_at: Mapped[Instant]


class MeetingReply(Base):
    """What somebody said about one meeting, without a reason; deleted when it is over."""

    __tablename__ = "meeting_reply"

    meeting_id: Mapped[str] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[str] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    # coming, maybe, not_this_time
    answer: Mapped[str] = mapped_column(String(16))
    # seat, waiting, offered, or empty.
    place: Mapped[str] = mapped_column(String(8), server_default="")
    # The order on the list, smallest first; drawn from a counter a meeting.
    line: Mapped[int] = mapped_column(server_default="0")
    offered_until: Mapped[Instant | None]
    changed_at: Mapped[Instant]


class Notice(Base):
    """What the people of a group were told about its meetings, in somebody's own words."""

    __tablename__ = "notice"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    group_id: Mapped[str] = mapped_column(
        ForeignKey("peer_group.id", ondelete="CASCADE"), index=True
    )
    meeting_id: Mapped[str | None] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), index=True
    )
    # note, moved, skipped, cancelled, changed, holders, last
    kind: Mapped[str] = mapped_column(String(12))
    said: Mapped[str] = mapped_column(Text)
    made_at: Mapped[Instant]


class MemberSeat(Base):
    """Which seat a member has in a closed group's circle, so that theirs stays one (domain.md
    6.19). Deleted when the circle closes."""

    __tablename__ = "member_seat"

    circle_id: Mapped[str] = mapped_column(
        ForeignKey("circle.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[str] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    seat_id: Mapped[str] = mapped_column(String(32))


class CarriedList(Base):
    """A list of meetings on its way in: what was read of it, and how far it has come."""

    __tablename__ = "carried_list"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    group_id: Mapped[str] = mapped_column(
        ForeignKey("peer_group.id", ondelete="CASCADE"), index=True
    )
    body: Mapped[str] = mapped_column(Text)
    total: Mapped[int]
    done: Mapped[int]
    made_at: Mapped[Instant]


class CarriedSeries(Base):
    """What of an earlier list became which series, so that the same list brings nothing twice."""

    __tablename__ = "carried_series"

    group_id: Mapped[str] = mapped_column(
        ForeignKey("peer_group.id", ondelete="CASCADE"), primary_key=True
    )
    # A hash of the row's UID, or of the whole row.
    mark: Mapped[str] = mapped_column(String(64), primary_key=True)
    series_id: Mapped[str] = mapped_column(
        ForeignKey("meeting_series.id", ondelete="CASCADE"), index=True
    )
