"""Every figure of the model: from a published correlation, worked out again here, or a choice."""

from math import sqrt

import pytest

from fallow.base.errors import ValueRefused
from fallow.individual.formulation.catalog import (
    find_construct_page,
    list_construct_pages,
    list_published,
    list_questions,
    published_model,
)
from fallow.individual.instruments.catalog import OWN, find_instrument

EVIDENCE = {"verified", "secondary", "unverified", "derived", "assumption"}
MODEL = published_model()
LOADING = {one.construct: one.loading for one in MODEL.loadings}
R = {one.key: one.r for one in list_published()}


def burnout_loading() -> float:
    """The mean of exhaustion, distance and accomplishment, with general distress."""
    e, d, a = (LOADING[k] for k in ("exhaustion", "depersonalization", "accomplishment"))
    return (e + d + a) / sqrt(3 + 2 * (e * d + e * a + d * a))


def test_burnout_as_a_whole_goes_with_general_distress_at_846() -> None:
    # (.894 + .65 + .45) / sqrt(3 + 2 (.5811 + .4023 + .2925)) = 1.994 / 2.356
    assert burnout_loading() == pytest.approx(0.846, abs=0.001)


@pytest.mark.parametrize(
    ("construct", "key"),
    [
        ("secondary_traumatic_stress", "burnout_sts"),
        ("stress", "work_burnout_demands"),
        ("emotional_labor", "work_burnout_emotional_demands"),
        ("gave_back", "work_burnout_satisfaction"),
    ],
)
def test_the_model_gives_a_published_correlation_with_burnout_back(
    construct: str, key: str
) -> None:
    assert LOADING[construct] * burnout_loading() == pytest.approx(abs(R[key]), abs=0.006)


def test_exhaustion_and_mood_go_together_as_published() -> None:
    assert LOADING["exhaustion"] * LOADING["mood"] == pytest.approx(
        R["exhaustion_depression"], abs=0.002
    )


def test_burnout_and_depression_come_out_near_a_figure_that_was_not_used() -> None:
    """Baptista et al. 2022, latent .74: nothing in the model was made from it."""
    assert burnout_loading() * LOADING["mood"] == pytest.approx(
        R["burnout_depression_latent"], abs=0.02
    )


def test_the_overlap_is_varied_from_the_least_to_the_largest_published_figure() -> None:
    least, middle, largest = sorted({assumed.overlap for assumed in MODEL.assumed})

    together = burnout_loading() * LOADING["mood"]
    with_sts = burnout_loading() * LOADING["secondary_traumatic_stress"]
    assert middle == 1.0
    assert least**2 * together == pytest.approx(R["burnout_depression"], abs=0.005)
    assert largest**2 * with_sts == pytest.approx(R["burnout_sts_compassion_fatigue"], abs=0.006)


def test_about_half_of_the_loadings_are_made_from_studies_as_the_page_says() -> None:
    from_studies = [one for one in MODEL.loadings if one.evidence == "derived"]

    assert (len(from_studies), len(MODEL.loadings)) == (6, 13)
    assert all("choice" in one.source for one in MODEL.loadings if one.evidence == "assumption")


def test_no_construct_is_nothing_but_distress_under_any_overlap() -> None:
    most = max(assumed.overlap for assumed in MODEL.assumed)

    assert max(LOADING.values()) * most < 0.95


def test_each_construct_is_one_of_the_weekly_questions() -> None:
    assert set(MODEL.constructs) <= {scale.name for scale in find_instrument(OWN).scales}


def test_patterns_differ_in_contrasts_and_not_in_how_unwell() -> None:
    distress = {one.key: one.distress_sds for one in MODEL.patterns}

    assert distress.pop("ordinary") == 0.0
    assert len(set(distress.values())) == 1


def test_the_two_traumas_ask_for_different_things() -> None:
    answers = {one.key: one.answer for one in MODEL.patterns}

    assert "exposure" in answers["secondary_traumatic_stress"]
    assert "sleep" in answers["secondary_traumatic_stress"]
    assert "meaning" in answers["vicarious_trauma"]
    assert "exposure" not in answers["vicarious_trauma"]


def test_everything_has_its_source_and_says_how_sure_that_is() -> None:
    lines = [line for page in list_construct_pages() for line in page.sources]
    sourced = (*list_published(), *MODEL.loadings, *MODEL.patterns, *lines)

    assert [one for one in sourced if not one.source or one.evidence not in EVIDENCE] == []
    assert [question for question in list_questions() if not question.source] == []


def test_every_pattern_and_compassion_fatigue_has_its_page() -> None:
    for key in (*(pattern.key for pattern in MODEL.patterns), "compassion_fatigue"):
        page = find_construct_page(key)

        assert all((page.what, page.differs, page.tells_apart, page.answer, page.sources))


def test_compassion_fatigue_is_told_of_and_never_a_result() -> None:
    assert "compassion_fatigue" not in {pattern.key for pattern in MODEL.patterns}


def test_a_page_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueRefused, match="no page"):
        find_construct_page("weather")
