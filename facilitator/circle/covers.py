"""Set aside for now: a facilitator takes words from everybody's eyes but their author's, and may
give them back (domain.md 2.5 R3, 2.7). Nothing is deleted, and nobody learns what led to it.
"""

from __future__ import annotations

from facilitator.circle import commands_care as cc
from facilitator.circle import events_care as ec
from facilitator.circle.refusals import Refusal
from facilitator.circle.state import Seat
from facilitator.circle.story import Story

Answer = Refusal | None


def cover(story: Story, _: Seat, command: cc.Cover) -> Answer:
    share = story.circle.shares.get(command.share)
    if share is None:
        return Refusal("share/gone")
    if command.reply is None:
        if share.covered is not command.covered:
            story.happen(ec.ShareCovered(share.id, command.covered))
        return None
    reply = next((r for r in share.replies if r.id == command.reply), None)
    if reply is None:
        return Refusal("share/gone")
    if reply.covered is not command.covered:
        story.happen(ec.ReplyCovered(share.id, reply.id, command.covered))
    return None
