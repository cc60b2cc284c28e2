from collections.abc import Callable, Iterable
from typing import TypeVar

from facilitator.logs import log_uncaught

Thing = TypeVar("Thing")


def one_by_one(deed: Callable[[Thing], int | bool], things: Iterable[Thing]) -> int:
    """The deed was tried on each; what went wrong with one is written down as a kind of error and
    keeps no other from its turn. Gives what the deeds that went well add up to."""
    return sum(_tried(deed, thing) for thing in things)


def _tried(deed: Callable[[Thing], int | bool], thing: Thing) -> int:
    try:
        return deed(thing)
    except Exception as wrong:  # noqa: BLE001 -- whatever it is, it is about this one alone
        log_uncaught(type(wrong), wrong, wrong.__traceback__)
        return 0
