from collections.abc import Callable

from facilitator.house import House
from facilitator.logs import log_uncaught
from facilitator.use_cases.alert_organizers import alert_organizers
from facilitator.use_cases.end_meetings import close_changed_doors, end_meetings
from facilitator.use_cases.extend_horizons import extend_horizons
from facilitator.use_cases.lapse_offers import lapse_offers
from facilitator.use_cases.open_due_meetings import open_due_meetings
from facilitator.use_cases.post_reminders import post_reminders
from facilitator.use_cases.run_retention import run_retention

Step = Callable[[House], object]

# In this order: what has changed is closed before what is due now opens.
STEPS: tuple[Step, ...] = (
    close_changed_doors,
    open_due_meetings,
    alert_organizers,
    end_meetings,
    lapse_offers,
    post_reminders,
)
DAILY: tuple[Step, ...] = (extend_horizons, run_retention)


def keep_meetings(house: House) -> None:
    """Whatever meetings do by themselves has happened; asked every few seconds."""
    _each(house, STEPS)


def keep_the_day(house: House) -> None:
    """What is looked after once a day was."""
    _each(house, DAILY)


def _each(house: House, steps: tuple[Step, ...]) -> None:
    for step in steps:
        try:
            step(house)
        except Exception as wrong:  # noqa: BLE001 -- one step in trouble keeps no other from being taken
            log_uncaught(type(wrong), wrong, wrong.__traceback__)
