"""Headroom by team: what is left below the caps, and for how many it is not known.

It knows posted weeks alone, and adds ranges end by end.
"""

from dataclasses import dataclass

from fallow.base.estimate import Estimate
from fallow_site.workload.queries import PostedLine


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamHeadroom:
    """One team: its known headroom, how many members are not known, and how many only partly."""

    team: str
    members: int
    unknown: int
    partly: int
    headroom: Estimate | None


def sum_headroom(lines: tuple[PostedLine, ...]) -> tuple[TeamHeadroom, ...]:
    """This will add up headroom by team, alphabetically; the unknown are counted, not guessed."""
    teams = sorted({line.team for line in lines})
    return tuple(_sum_team(team, [x for x in lines if x.team == team]) for team in teams)


def _sum_team(team: str, lines: list[PostedLine]) -> TeamHeadroom:
    known = [x.week.headroom_hours for x in lines if x.week.headroom_hours is not None]
    low = high = 0.0
    for headroom in known:
        low += headroom.low
        high += headroom.high
    total = Estimate(
        value=low if low == high else None,
        low=low,
        high=high,
        unit="weighted hours",
        source="posted list",
    )
    return TeamHeadroom(
        team=team or "no team",
        members=len(lines),
        unknown=len(lines) - len(known),
        partly=len([x for x in lines if x.is_partly_seen]),
        headroom=total if known else None,
    )
