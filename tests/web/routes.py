"""Which route is whose. A new route needs a row here, or tests/web/test_who_may.py says so."""

from enum import Enum


class For(Enum):
    """Whom a route is for; everyone else finds nothing there."""

    ANYBODY = "whoever asks"
    KEY = "whoever has the key in its address, whatever else they are"
    SEAT = "whoever sits in that circle"
    ACCOUNT = "whoever is signed in"
    MEMBER = "whoever has joined the group, by their link or signed in"
    NO_PASSWORD = "whoever works for the group and came by their link: nobody among the roles"
    WORKER = "whoever organizes the group or holds its circles"
    HOLDER = "whoever may hold the group's circles"
    ORGANIZER = "whoever organizes the group"


WHO = {
    # The house.
    "static": For.ANYBODY,
    "start.start": For.ANYBODY,
    "start.join": For.ANYBODY,
    "start.other_support": For.ANYBODY,
    "way_out.leave": For.ANYBODY,
    "clock.now": For.ANYBODY,
    "later.words": For.ANYBODY,
    "health.health": For.ANYBODY,
    "accounts.sign_in": For.ANYBODY,
    "accounts.send_sign_in": For.ANYBODY,
    "accounts.sign_out": For.ANYBODY,
    "accounts.begin": For.KEY,
    "rehearsal.show": For.ANYBODY,
    "rehearsal.begin": For.ANYBODY,
    "journal.notes": For.ANYBODY,
    "journal.self_check": For.ANYBODY,
    "journal.debrief": For.ANYBODY,
    "journal.read_sealed": For.ACCOUNT,
    "journal.put_sealed": For.ACCOUNT,
    "journal.wipe_sealed": For.ACCOUNT,
    "feedback.take": For.ANYBODY,
    # Doors and rooms.
    "door.show": For.KEY,
    "door.come_in": For.KEY,
    "door.hold": For.KEY,
    "meet.show": For.KEY,
    "circle.room": For.SEAT,
    "circle.leave": For.ANYBODY,
    # Groups.
    "groups.list_groups": For.ACCOUNT,
    "groups.show": For.WORKER,
    "groups.ask_what_to_open": For.HOLDER,
    "groups.open_now": For.HOLDER,
    "groups.opened": For.HOLDER,
    "groups.hold": For.HOLDER,
    "groups.make_link": For.ORGANIZER,
    "group_words.new": For.ACCOUNT,
    "group_words.make": For.ACCOUNT,
    "group_words.change": For.ORGANIZER,
    "group_words.keep_change": For.ORGANIZER,
    "group_words.card": For.HOLDER,
    "group_words.keep_card": For.HOLDER,
    "agreements.show": For.WORKER,
    "agreements.keep": For.ORGANIZER,
    "support.show": For.ORGANIZER,
    "support.add": For.ORGANIZER,
    "support.checked": For.ORGANIZER,
    "support.change": For.ORGANIZER,
    "support.keep_change": For.ORGANIZER,
    "support.remove": For.ORGANIZER,
    "notices.show": For.WORKER,
    "notices.write": For.ORGANIZER,
    "counts.show": For.WORKER,
    "calendar.show": For.ACCOUNT,
    # People.
    "people.show": For.ORGANIZER,
    "people.one": For.ORGANIZER,
    "people.change": For.ORGANIZER,
    "people.letter": For.ORGANIZER,
    "people.link": For.ORGANIZER,
    "people.ask_to_remove": For.ORGANIZER,
    "people.remove": For.ORGANIZER,
    "invitations.show": For.ORGANIZER,
    "invitations.invite": For.ORGANIZER,
    "invitations.open_link": For.ORGANIZER,
    "invitations.close_link": For.ORGANIZER,
    # Who holds what.
    "holding.mine": For.ACCOUNT,
    "holding.show": For.WORKER,
    "holding.ask": For.ORGANIZER,
    "holding.answer": For.HOLDER,
    "holding.stand_in": For.HOLDER,
    "holding.look_for_stand_in": For.HOLDER,
    "holding.swap": For.ORGANIZER,
    # Meetings.
    "meetings.new": For.ORGANIZER,
    "meetings.make": For.ORGANIZER,
    "meetings.preview": For.ORGANIZER,
    "meetings.show": For.ORGANIZER,
    "meetings.change": For.ORGANIZER,
    "meetings.keep_change": For.ORGANIZER,
    "meetings.drop": For.ORGANIZER,
    "meetings.publish": For.ORGANIZER,
    "meetings.following": For.ORGANIZER,
    "meetings.keep_following": For.ORGANIZER,
    "meetings.ending": For.ORGANIZER,
    "meetings.end": For.ORGANIZER,
    "dates.show": For.WORKER,
    "dates.skipping": For.ORGANIZER,
    "dates.skip": For.ORGANIZER,
    "dates.moving": For.ORGANIZER,
    "dates.move": For.ORGANIZER,
    "dates.cancelling": For.ORGANIZER,
    "dates.cancel": For.ORGANIZER,
    "dates.changing": For.ORGANIZER,
    "dates.change": For.ORGANIZER,
    "agendas.show_all": For.ORGANIZER,
    "agendas.new": For.ORGANIZER,
    "agendas.make": For.ORGANIZER,
    "agendas.change": For.ORGANIZER,
    "agendas.keep_change": For.ORGANIZER,
    "agendas.remove": For.ORGANIZER,
    # Lists in and out.
    "carry.choose": For.ORGANIZER,
    "carry.take": For.ORGANIZER,
    "carry.show": For.ORGANIZER,
    "carry.carry_all": For.ORGANIZER,
    "carry.carry_some": For.ORGANIZER,
    "carry.drop": For.ORGANIZER,
    "carry.about_export": For.ORGANIZER,
    "carry.export": For.ORGANIZER,
    # Calendars elsewhere.
    "feeds.calendar": For.KEY,
    "feeds.public_list": For.ANYBODY,
    "feeds.show": For.ORGANIZER,
    "feeds.make": For.ORGANIZER,
    "feeds.end": For.ORGANIZER,
    "feeds.listing": For.ORGANIZER,
    "feeds.keep_what_is_listed": For.ORGANIZER,
    "feeds.make_mine": For.MEMBER,
    "feeds.end_mine": For.MEMBER,
    # Mail.
    "outbox.show": For.ORGANIZER,
    "outbox.letter": For.ORGANIZER,
    "outbox.again": For.ORGANIZER,
    "outbox.leave_it": For.ORGANIZER,
    "mail_choices.mine": For.MEMBER,
    "mail_choices.keep_mine": For.MEMBER,
    "mail_choices.show": For.KEY,
    "mail_choices.keep": For.KEY,
    "mail_choices.ask_to_stop": For.ANYBODY,
    "mail_choices.stop": For.KEY,
    # Members.
    "joining.invitation": For.KEY,
    "joining.accept": For.KEY,
    "joining.ask_to_decline": For.KEY,
    # Whoever says no to an invitation that isn't there (any more) is thanked as well.
    "joining.decline": For.ANYBODY,
    "joining.not_me": For.KEY,
    "joining.joining": For.KEY,
    "joining.join": For.KEY,
    "joining.written": For.ANYBODY,
    "joining.mine": For.KEY,
    "joining.account": For.MEMBER,
    "joining.begin_account": For.NO_PASSWORD,
    "my.mine": For.ANYBODY,
    "my.left": For.ANYBODY,
    "my.erased": For.ANYBODY,
    "my.show": For.MEMBER,
    "my.me": For.MEMBER,
    "my.keep_me": For.MEMBER,
    "my.keep_clock": For.MEMBER,
    "my.answer": For.MEMBER,
    "my.offer": For.MEMBER,
    "my.leave": For.MEMBER,
    "my.leave_now": For.MEMBER,
    "my.export": For.MEMBER,
    "my.erase": For.MEMBER,
    "my.erase_now": For.MEMBER,
}

# Forms that carry no token: what they do is decided by something nobody else can know.
WITHOUT_TOKEN = {
    "feedback.take": "the ticket of the circle that has closed",
    "mail_choices.stop": "the key in its address, as mail programs send it (RFC 8058)",
    "circle.leave": "the seat's own token, sent as a browser goes away",
}

# Some pages are there for a thing in one state only: which of the furnished house's they are asked.
ASKED_OF = {
    "meetings.change": {"series_id": "draft"},
    "meetings.keep_change": {"series_id": "draft"},
    "meetings.publish": {"series_id": "draft"},
    "meetings.drop": {"series_id": "draft"},
}

# What else has to be named for there to be something: in the address, or in the form.
SENT = {
    "meetings.following": {"from": "meeting_id"},
    "meetings.keep_following": {"from": "meeting_id"},
}
