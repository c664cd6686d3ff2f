"""What this could be, as its page asks: never alone, never without what it was tested on."""

from tests.spec.individual.asking.room import TODAY, ask, example
from tests.spec.individual.picture.room import checkin

from fallow.individual.asking.could_be import CouldBeDesk
from fallow.individual.picture.answering import PictureDesk


def test_under_eight_weeks_nothing_is_said_but_that() -> None:
    answer = ask("could_be", checkins=example()["checkins"][-3:])

    assert answer["fits"] == []
    assert "too early" in answer["verdict"]


def test_what_it_was_tested_on_stands_under_every_answer() -> None:
    early, full = ask("could_be", checkins=[]), ask("could_be", **example())

    for answer in (early, full):
        assert "simulated people, not on clinicians" in answer["always"][0]
        assert "depression, illness, grief, home" in answer["always"][1]


def test_something_else_is_always_among_the_patterns_and_each_has_its_figures() -> None:
    fits = ask("could_be", **example())["fits"]

    assert "something_else" in [fit["pattern"] for fit in fits]
    assert {fit["words"] for fit in fits} <= {"fits well", "fits partly", "fits little"}
    assert all(fit["figures"].startswith("Of 100 simulated people") for fit in fits)


def test_where_the_correlations_come_from_is_said_with_every_pattern() -> None:
    """Seven of the thirteen loadings in correlations.toml are a choice of Fallow's."""
    fits = ask("could_be", **example())["fits"]

    assert {fit["source"] for fit in fits} == {
        "The figures come from simulated people. About half of the correlations behind them come "
        "from studies; the others are our choice."
    }


def test_a_yes_that_was_given_is_not_asked_again() -> None:
    asked = ask("could_be", **example())["telling"]
    (question, *_) = [one["key"] for one in asked if one["kind"] == "question"]

    again = ask("could_be", **example(), facts={question: True})["telling"]

    assert question not in [one["key"] for one in again]


def test_less_of_a_good_thing_is_read_as_heavier_and_less_of_a_burden_as_lighter() -> None:
    """All is "often" for twenty weeks, and then "never": accomplishment too."""
    weeks = [checkin(place, 3 if place < 20 else 0) for place in range(25)]

    _, readings = CouldBeDesk(PictureDesk()).formulate({"checkins": weeks, "today": TODAY})

    heavier = {one.construct: one.heavier_by_sds > 0 for one in readings}
    assert heavier["accomplishment"]
    assert not heavier["exhaustion"]


def test_every_page_that_is_offered_can_be_opened_and_names_its_sources() -> None:
    pages = ask("could_be", checkins=[])["pages"]

    opened = [ask("construct_page", page=page["key"])["page"] for page in pages]

    assert len(opened) >= 7
    assert all(page["sources"] for page in opened)


def test_someone_who_is_much_heavier_than_usual_is_not_told_of_ordinary_weeks() -> None:
    """The example's last weeks lie 1.5 to 3 of its ordinary weeks above its usual."""
    fits = ask("could_be", **example())["fits"]

    assert fits[0]["pattern"] != "ordinary"
