"""HTTP: pages and forms. Every blueprint is in this list."""

from flask import Flask

from facilitator.web import (
    accounts,
    agendas,
    agreements,
    assets,
    calendar,
    carry,
    circle,
    clock,
    compression,
    counts,
    dates,
    door,
    errors,
    feedback,
    feeds,
    group_words,
    groups,
    health,
    holding,
    invitations,
    joining,
    journal,
    language,
    later,
    mail_choices,
    meet,
    meetings,
    my,
    notices,
    outbox,
    people,
    rehearsal,
    safety,
    signed_in,
    start,
    support,
    way_out,
)
from facilitator.web.extensions import csrf, limiter

BLUEPRINTS = (
    start.pages,
    accounts.pages,
    groups.pages,
    people.pages,
    invitations.pages,
    group_words.pages,
    agreements.pages,
    support.pages,
    joining.pages,
    meetings.pages,
    dates.pages,
    agendas.pages,
    my.pages,
    holding.pages,
    calendar.pages,
    meet.pages,
    notices.pages,
    counts.pages,
    feeds.pages,
    carry.pages,
    outbox.pages,
    mail_choices.pages,
    door.pages,
    circle.pages,
    clock.pages,
    feedback.pages,
    later.pages,
    rehearsal.pages,
    journal.pages,
    way_out.pages,
    health.pages,
)


def join(app: Flask) -> None:
    """The app answers HTTP."""
    # What is asked first here answers last: compression is the last hand on an answer.
    compression.join(app)
    assets.join(app)
    later.join(app)
    safety.join(app)
    errors.join(app)
    language.join(app)
    csrf.init_app(app)
    limiter.init_app(app)
    signed_in.join(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
