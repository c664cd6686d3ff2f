"""Looking back: what a week was like, now that later weeks are known.

A backward pass without any inverse (Durbin & Koopman 2012, §4.4). It knows steps and nothing else.
What is left of doubt hangs on what was asked alone, as in the filter.
"""

from collections.abc import Sequence

from fallow.individual.trajectory.filtering import Doubt, Means, Step, Sureness


def look_back(steps: Sequence[Step], *, lasting: float) -> tuple[Means, ...]:
    """This will give, for each week, the means that are believed in the light of all weeks."""
    seen: list[Means] = []
    to_level = to_move = to_slope = 0.0  # how later weeks pull at the state of this one
    for week, expected, _, surprise in reversed(steps):
        to_move *= lasting
        if surprise is not None:
            gain_l, gain_m, gain_s = week.gains
            more = surprise / week.spread
            more = more - gain_l * to_level - gain_m * to_move - gain_s * to_slope
            to_level += more
            to_move += more
            to_slope += week.load * more
        level, move, slope = expected
        ll, lm, ls, mm, ms, ss = week.expected
        seen.append(
            (
                level + (ll * to_level + lm * to_move + ls * to_slope),
                move + (lm * to_level + mm * to_move + ms * to_slope),
                slope + (ls * to_level + ms * to_move + ss * to_slope),
            )
        )
    seen.reverse()
    return tuple(seen)


def look_back_on_doubt(weeks: Sequence[Sureness], *, lasting: float) -> tuple[Doubt, ...]:
    """This will give, for each week, the doubt that is left in the light of all weeks."""
    left: list[Doubt] = []
    weight: Doubt = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    for week in reversed(weeks):
        ll, lm, ls, mm, ms, ss = weight
        weight = (ll, lasting * lm, ls, lasting * lasting * mm, lasting * ms, ss)
        if week.is_answered:
            weight = _add_week(week, weight)
        left.append(_revise(week.expected, weight))
    left.reverse()
    return tuple(left)


def _add_week(week: Sureness, weight: Doubt) -> Doubt:
    load, (gain_l, gain_m, gain_s) = week.load, week.gains
    ll, lm, ls, mm, ms, ss = weight
    to_l = ll * gain_l + lm * gain_m + ls * gain_s
    to_m = lm * gain_l + mm * gain_m + ms * gain_s
    to_s = ls * gain_l + ms * gain_m + ss * gain_s
    told = 1 / week.spread + gain_l * to_l + gain_m * to_m + gain_s * to_s
    return (
        ll - 2 * to_l + told,
        lm - to_l - to_m + told,
        ls - load * to_l - to_s + load * told,
        mm - 2 * to_m + told,
        ms - load * to_m - to_s + load * told,
        ss - 2 * load * to_s + load * load * told,
    )


def _revise(expected: Doubt, weight: Doubt) -> Doubt:
    ll, lm, ls, mm, ms, ss = expected
    level, move, slope = (ll, lm, ls), (lm, mm, ms), (ls, ms, ss)
    of_level, of_move, of_slope = _times(weight, level), _times(weight, move), _times(weight, slope)
    return (
        ll - _dot(of_level, level),
        lm - _dot(of_level, move),
        ls - _dot(of_level, slope),
        mm - _dot(of_move, move),
        ms - _dot(of_move, slope),
        ss - _dot(of_slope, slope),
    )


def _times(weight: Doubt, row: Means) -> Means:
    ll, lm, ls, mm, ms, ss = weight
    level, move, slope = row
    return (
        ll * level + lm * move + ls * slope,
        lm * level + mm * move + ms * slope,
        ls * level + ms * move + ss * slope,
    )


def _dot(first: Means, second: Means) -> float:
    return first[0] * second[0] + first[1] * second[1] + first[2] * second[2]
