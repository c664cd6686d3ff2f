"""Laws of scoring: bounded, monotone, the same whatever the order of the answers."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from fallow.individual.instruments.catalog import list_instruments
from fallow.individual.instruments.instrument import Instrument
from fallow.individual.instruments.score import score


@st.composite
def answered_forms(draw: Any) -> tuple[Instrument, dict[str, float]]:
    """A form of the registry with some of its questions answered."""
    form = draw(st.sampled_from(list_instruments()))
    asked = draw(st.lists(st.sampled_from([item.key for item in form.items]), unique=True))
    values = {key: form.anchors_of(form.find_item(key)).values for key in asked}
    return form, {key: draw(st.sampled_from(values[key])) for key in asked}


@given(answered_forms())
def test_a_score_lies_between_its_edges(given_form: tuple[Instrument, dict[str, float]]) -> None:
    form, answers = given_form

    for found in score(form, answers):
        assert found.value is None or found.least <= found.value <= found.most
        assert (found.value is None) == bool(found.reason)


@given(answered_forms(), st.randoms(use_true_random=False))
def test_order_never_matters(given_form: tuple[Instrument, dict[str, float]], chance: Any) -> None:
    form, answers = given_form
    shuffled = list(answers.items())
    chance.shuffle(shuffled)

    assert score(form, dict(shuffled)) == score(form, answers)


@given(answered_forms(), st.data())
def test_a_higher_answer_never_lowers_a_score_unless_it_is_reversed(
    given_form: tuple[Instrument, dict[str, float]], data: Any
) -> None:
    form, answers = given_form
    if not answers:
        return
    key = data.draw(st.sampled_from(sorted(answers)))
    item = form.find_item(key)
    higher = [v for v in form.anchors_of(item).values if v >= answers[key]]
    raised = answers | {key: data.draw(st.sampled_from(higher))}

    pairs = zip(score(form, answers), score(form, raised), strict=True)
    moved = [after.value - before.value for before, after in pairs if before.value is not None]

    assert all(step <= 1e-9 if item.is_reversed else step >= -1e-9 for step in moved)
