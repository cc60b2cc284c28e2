"""What asking costs, in measures of a seat's bucket: most things one, what reaches somebody else
each time a good deal more.

Nobody writes several messages a second, or changes a wish that often. Without this, somebody could
write to a facilitator without end, and their picture of the room would stutter.
"""

from facilitator.circle import commands as c
from facilitator.circle import commands_care as cc

ONE = 1
# A new line of a seat: a phone between two cells, and a few reloads.
COMING = 5
COSTS: dict[type[c.Command], int] = {
    cc.WritePrivately: 5,
    cc.Signpost: 5,
    cc.WriteToFacilitators: 5,
    cc.KeepLighter: 3,
    cc.Flag: 3,
    cc.CancelFlag: 3,
    cc.SuggestAgreement: 3,
    cc.NoPrivateOffers: 3,
    c.PausePlease: 3,
    c.CancelPausePlease: 3,
    c.Stay: 3,
}


def cost_of(command: c.Command) -> int:
    return COSTS.get(type(command), ONE)
