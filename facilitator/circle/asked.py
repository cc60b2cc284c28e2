"""Who may ask what: every command by the kind of answer it gets. What is not listed is spoken into
the room.
"""

from __future__ import annotations

from facilitator.circle import commands, commands_care

OPT_OUTS = (*commands.OPT_OUTS, *commands_care.OPT_OUTS)
BY_FACILITATOR = (*commands.BY_FACILITATOR, *commands_care.BY_FACILITATOR)
BY_SYSTEM = commands.BY_SYSTEM
