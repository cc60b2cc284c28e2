from dataclasses import dataclass

from facilitator.content.agenda_codec import template_from_json, template_to_json
from facilitator.content.agendas import AGENDAS, AgendaTemplate
from facilitator.schedule.rule import Rule, rule_from_json, rule_to_json
from facilitator.store.meeting_tables import Series


@dataclass(frozen=True, slots=True)
class SeriesWish:
    """What somebody would like a series to be. An empty agenda stands for one that is as long."""

    rule: Rule
    starts_local: str
    zone: str
    minutes: int
    seats_max: int = 8
    medium: str = "mixed"
    agenda: str = ""  # JSON: content.agenda_codec
    # Person and part (lead, co).
    holders: tuple[tuple[str, str], ...] = ()
    shorter_time: bool = False

    @property
    def template(self) -> AgendaTemplate:
        if self.agenda:
            return template_from_json(self.agenda)
        as_long = (one for one in AGENDAS.values() if one.minutes == self.minutes)
        return next(as_long, AGENDAS["standard_hour"])


def wish_of(series: Series, holders: tuple[tuple[str, str], ...]) -> SeriesWish:
    """A series as what somebody once wished it to be."""
    return SeriesWish(
        rule=rule_from_json(series.rule),
        starts_local=series.starts_local,
        zone=series.zone,
        minutes=series.minutes,
        seats_max=series.seats_max,
        medium=series.medium,
        agenda=series.agenda,
        holders=holders,
        shorter_time=series.shorter_time,
    )


def take_wish(series: Series, wish: SeriesWish, *, now: int) -> None:
    """The series is as it was wished to be; its dates and its holders are not touched."""
    series.rule = rule_to_json(wish.rule)
    series.zone, series.starts_local = wish.zone, wish.starts_local
    series.minutes, series.seats_max = wish.minutes, wish.seats_max
    series.medium, series.shorter_time = wish.medium, wish.shorter_time
    series.agenda = template_to_json(wish.template)
    series.changed_at = now
