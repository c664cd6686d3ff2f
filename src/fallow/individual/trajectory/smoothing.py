"""Looking back: what a week was like, now that later weeks are known.

A backward pass without any inverse (Durbin & Koopman 2012, §4.4). It knows steps and nothing else.
"""

from fallow.individual.trajectory.filtering import State, Step

Triple = tuple[float, float, float]
Six = tuple[float, float, float, float, float, float]


def look_back(steps: tuple[Step, ...], *, lasting: float) -> tuple[State, ...]:
    """This will give, for each week, what is believed of it in the light of all weeks."""
    seen: list[State] = []
    pull: Triple = (0.0, 0.0, 0.0)
    weight: Six = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    for step in reversed(steps):
        pull, weight = _a_week_back(pull, weight, lasting)
        if step.surprise is not None:
            pull, weight = _add_week(step, step.surprise, pull, weight)
        seen.append(_revise(step.expected, pull, weight))
    return tuple(reversed(seen))


def _a_week_back(pull: Triple, weight: Six, lasting: float) -> tuple[Triple, Six]:
    """Through the transition, which shortens movements alone."""
    level, move, slope = pull
    ll, lm, ls, mm, ms, ss = weight
    shorter = (ll, lasting * lm, ls, lasting * lasting * mm, lasting * ms, ss)
    return (level, lasting * move, slope), shorter


def _add_week(step: Step, surprise: float, pull: Triple, weight: Six) -> tuple[Triple, Six]:
    load, (gain_l, gain_m, gain_s) = step.load, step.gains
    level, move, slope = pull
    ll, lm, ls, mm, ms, ss = weight
    to_l = ll * gain_l + lm * gain_m + ls * gain_s
    to_m = lm * gain_l + mm * gain_m + ms * gain_s
    to_s = ls * gain_l + ms * gain_m + ss * gain_s
    told = 1 / step.spread + gain_l * to_l + gain_m * to_m + gain_s * to_s
    more = surprise / step.spread - gain_l * level - gain_m * move - gain_s * slope
    return (level + more, move + more, slope + load * more), (
        ll - 2 * to_l + told,
        lm - to_l - to_m + told,
        ls - load * to_l - to_s + load * told,
        mm - 2 * to_m + told,
        ms - load * to_m - to_s + load * told,
        ss - 2 * load * to_s + load * load * told,
    )


def _revise(expected: State, pull: Triple, weight: Six) -> State:
    level, move, slope, ll, lm, ls, mm, ms, ss = expected
    rows = ((ll, lm, ls), (lm, mm, ms), (ls, ms, ss))
    means = (level, move, slope)
    moved = [means[i] + _dot(rows[i], pull) for i in range(3)]
    through = [_times(weight, row) for row in rows]
    left = [
        rows[i][j] - _dot(through[i], rows[j])
        for i, j in ((0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2))
    ]
    return (moved[0], moved[1], moved[2], left[0], left[1], left[2], left[3], left[4], left[5])


def _times(weight: Six, row: Triple) -> Triple:
    ll, lm, ls, mm, ms, ss = weight
    level, move, slope = row
    return (
        ll * level + lm * move + ls * slope,
        lm * level + mm * move + ms * slope,
        ls * level + ms * move + ss * slope,
    )


def _dot(first: Triple, second: Triple) -> float:
    return first[0] * second[0] + first[1] * second[1] + first[2] * second[2]
