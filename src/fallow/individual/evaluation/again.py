"""Doing one thing again after a pause: when it would begin, and when all of it is looked at.

It knows days and no answers. Done on and off, what helps has to show each time: trials of one
person are built so (CENT 2015, BMJ 350:h1738; Kravitz & Duan 2014), for what works only while on.
"""

from datetime import date, timedelta

from fallow.base.periods import monday_of
from fallow.individual.evaluation.looking import Answer
from fallow.individual.evaluation.trial import Ending, Phase, Trial
from fallow.individual.evaluation.weeks import LEAST_IN_PART

PAUSE_WEEKS = LEAST_IN_PART + 3
"""Weeks of a pause that count: as many as are asked of each part, and three that may be missed,
since people miss about a quarter (core.md §6)."""


def propose_again(trial: Trial, answer: Answer, *, today: date) -> Phase | None:
    """This will propose the next time, as long as the first; None before the look.

    None also where what it does lasts on, so that a pause could show nothing, and for what made it
    worse or did not suit: nobody is asked to do that again.
    """
    if trial.washout_weeks is None or today < trial.last.last_date:
        return None
    if answer is Answer.MADE_IT_WORSE or trial.last.ending is Ending.DID_NOT_SUIT:
        return None
    ended = monday_of(trial.last.end_date or today)
    earliest = monday_of(today) + timedelta(weeks=1)
    start = max(ended + timedelta(weeks=1 + trial.washout_weeks + PAUSE_WEEKS), earliest)
    first = trial.phases[0]
    return Phase(start_date=start, look_date=start + (first.look_date - first.start_date))
