"""Laws of guidance: the practice's part is always there, care comes first, nothing is lost."""

from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from tests.properties.strategies import MONDAYS

from fallow.individual.guidance.interventions import find_intervention, list_interventions
from fallow.individual.guidance.interventions.intervention import Target
from fallow.individual.guidance.plan.triage import WaitingNote, sort_notes
from fallow.individual.guidance.suggesting.need import DRIVERS, Circumstances, Feasibility, Need
from fallow.individual.guidance.suggesting.suggest import suggest

KEYS = sorted({needed.key for one in list_interventions() for needed in one.prerequisites})
IDS = [one.id for one in list_interventions()]

needs = st.builds(
    Need,
    targets=st.lists(st.sampled_from(Target), unique=True, max_size=4).map(tuple),
    drivers=st.lists(st.sampled_from(DRIVERS), unique=True, max_size=3).map(tuple),
    is_severe=st.booleans(),
    is_worsening=st.booleans(),
    asks_for_care=st.booleans(),
)


@st.composite
def circumstances(draw: st.DrawFn) -> Circumstances:
    states = {key: draw(st.sampled_from(("has", "lacks", "unsaid"))) for key in KEYS}
    eased = draw(st.dictionaries(st.sampled_from(IDS), st.sampled_from(Feasibility), max_size=5))
    return Circumstances(
        has=frozenset(key for key in KEYS if states[key] == "has"),
        lacks=frozenset(key for key in KEYS if states[key] == "lacks"),
        declined=draw(st.frozensets(st.sampled_from(IDS), max_size=5)),
        decides_alone=draw(st.booleans()),
        feasible=tuple(eased.items()),
    )


@given(needs, circumstances())
def test_nothing_that_one_does_stands_without_the_practices_part(
    need: Need, given_now: Circumstances
) -> None:
    told = suggest(need, given_now)

    for one in (*told.ranked, *told.unranked, *told.needing):
        assert one.counterpart is not None or one.intervention.is_organizational
        assert one.counterpart is None or one.counterpart.practice


@given(needs, circumstances())
def test_where_work_drives_it_and_any_change_of_work_can_be_ranked_one_stands_first(
    need: Need, given_now: Circumstances
) -> None:
    told = suggest(need, given_now)

    if need.drivers and any(one.intervention.changes_work for one in told.ranked):
        assert told.ranked[0].intervention.changes_work


@given(needs, circumstances())
def test_severe_or_asking_never_meets_something_to_do_alone(
    need: Need, given_now: Circumstances
) -> None:
    told = suggest(need, given_now)
    every = (*told.ranked, *told.unranked, *told.needing)

    assert told.care_first == (need.is_severe or need.is_worsening or need.asks_for_care)
    if need.is_severe or need.asks_for_care:
        assert {one.intervention.number for one in every}.isdisjoint(map(str, range(1, 15)))
    if told.care_first:
        assert "talk with a person first" in told.warnings[0]


@given(needs, circumstances())
def test_each_is_told_once_and_what_lacks_something_is_never_ranked(
    need: Need, given_now: Circumstances
) -> None:
    told = suggest(need, given_now)
    shown = [one.intervention.id for one in (*told.ranked, *told.unranked, *told.needing)]

    assert len(set(shown)) == len(shown)
    for one in (*told.ranked, *told.unranked):
        keys = {needed.key for needed in one.intervention.prerequisites}
        assert keys.isdisjoint(given_now.lacks)
    assert all(one.chance is not None and 0 <= one.rank <= 1 for one in told.ranked)


@given(needs, circumstances(), st.sampled_from(IDS))
def test_calling_something_easier_never_moves_it_down(
    need: Need, given_now: Circumstances, key: str
) -> None:
    def rank(said: Feasibility) -> float:
        eased = (*(pair for pair in given_now.feasible if pair[0] != key), (key, said))
        told = suggest(
            need,
            Circumstances(has=given_now.has, lacks=given_now.lacks, feasible=eased),
        )
        return next((o.rank for o in told.ranked if o.intervention.id == key), 0.0)

    assert rank(Feasibility.EASY) >= rank(Feasibility.POSSIBLE) >= rank(Feasibility.HARD)
    assert find_intervention(key).id == key


@st.composite
def waiting(draw: st.DrawFn) -> list[WaitingNote]:
    days = draw(st.lists(st.sampled_from(MONDAYS), max_size=12))
    return [
        WaitingNote(reference=f"n{place}", session_date=day, minutes=draw(st.integers(1, 90)))
        for place, day in enumerate(days)
    ]


@given(waiting(), st.one_of(st.none(), st.just(7)), st.randoms(use_true_random=False))
def test_no_note_is_lost_and_the_order_they_came_in_does_not_matter(
    notes: list[WaitingNote], due_days: int | None, chance: Random
) -> None:
    shuffled = list(notes)
    chance.shuffle(shuffled)

    ordered = sort_notes(notes, today=MONDAYS[-1], due_days=due_days)
    again = sort_notes(shuffled, today=MONDAYS[-1], due_days=due_days)

    assert sorted(note.reference for note in ordered) == sorted(note.reference for note in notes)
    assert [_sort_key(note) for note in again] == [_sort_key(note) for note in ordered]


def _sort_key(note: WaitingNote) -> tuple[date, int]:
    return note.session_date, note.minutes
