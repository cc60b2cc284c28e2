from facilitator.house import House
from facilitator.store import groups, meetings, notices
from facilitator.store.database import write
from facilitator.store.meeting_tables import Notice
from facilitator.store.outbox import MailKind, post_to_all


def post_notice(
    house: House, group_id: str, notice_id: str, said: str, meeting_id: str | None = None
) -> bool:
    """The group has been told this, and members who asked for notes get it by mail; sent again
    under the same id it is told once. False when the meeting isn't one of the group's to come."""
    now = house.clock.now()
    with write(house.database) as session:
        groups.locked(session, group_id)
        if notices.notice(session, notice_id) is not None:
            return True
        if meeting_id is not None:
            about = meetings.meeting(session, meeting_id)
            if about is None or about.group_id != group_id or about.state != "scheduled":
                return False
        session.add(
            Notice(
                id=notice_id,
                group_id=group_id,
                meeting_id=meeting_id,
                kind="note",
                said=said,
                made_at=now,
            )
        )
        session.flush()
        post_to_all(
            session,
            MailKind.NOTE,
            once=f"note:{notice_id}",
            person_ids=notices.who_reads_notes(session, group_id),
            group_id=group_id,
            facts={"said": said, "meeting": meeting_id},
            now=now,
        )
    return True
