"""Did it help, and the review, as their pages ask."""

from typing import Any

from tests.spec.individual.asking.room import ask, example


def _trial(**given: Any) -> dict[str, Any]:
    told = {
        "what": "A walk at noon",
        "measure": "exhaustion",
        "start_date": "2026-08-03",
        "look_date": "2026-11-02",
        "onset_weeks": 4,
        "works_through_load": False,
    }
    return told | given


def test_a_trial_is_whole_before_it_begins() -> None:
    """The catalog gives relaxation 2 to 4 weeks until its first effect; eight more are waited."""
    asked = {"intervention": "relaxation-breathing", "measure": "stress"}

    answer = ask("trial", **asked, start_date="2026-12-01", **example())

    assert answer["trial"]["look_date"] == "2027-02-23"
    assert answer["trial"]["measure"] == "stress"
    assert "would be told in 8 looks of 10" in answer["reach"]


def test_before_the_day_to_look_nothing_is_looked_at() -> None:
    (look,) = ask("trials", trials=[_trial(look_date="2027-01-04")], **example())["looks"]

    assert look["answer"] == "too_early"
    assert not look["is_due"]


def test_cannot_tell_is_an_answer_with_its_interval() -> None:
    """The example grows heavier after the eighteenth week, whatever is tried in the tenth."""
    (look,) = ask("trials", trials=[_trial()], **example())["looks"]

    assert look["answer"] == "cannot_tell"
    assert look["sentences"][0].startswith("Cannot tell. With it, exhaustion may be between")


def test_without_weeks_from_before_it_cannot_tell_either() -> None:
    (look,) = ask("trials", trials=[_trial()], checkins=[])["looks"]

    assert look["sentences"] == [
        "Cannot tell: there are too few weeks from before, so your usual is not known."
    ]


def test_two_things_at_once_are_named() -> None:
    trials = [_trial(), _trial(what="Fewer evenings", start_date="2026-09-07")]

    looks = ask("trials", trials=trials, **example())["looks"]

    assert [look["beside"] for look in looks] == [["Fewer evenings"], ["A walk at noon"]]


def test_what_ended_before_its_day_is_looked_at_and_closed() -> None:
    told = {"look_date": "2027-01-04", "end_date": "2026-10-25", "ending": "felt_better"}

    running, ended = ask("trials", trials=[_trial(look_date="2027-01-04"), _trial(**told)],
                         **example())["looks"]  # fmt: skip

    assert (running["can_end"], running["is_due"]) == (True, False)
    assert (ended["can_end"], ended["is_due"]) == (False, True)
    assert ended["sentences"][1].startswith("You stopped after 12 weeks, not 22. A day on which")


def test_what_did_not_begin_yet_cannot_end() -> None:
    coming = _trial(start_date="2026-12-07", look_date="2027-03-01")

    (look,) = ask("trials", trials=[coming], **example())["looks"]

    assert not look["can_end"]


def test_what_works_only_while_it_is_kept_may_be_done_again_after_a_pause() -> None:
    begun = _trial(washout_weeks=1)

    lasting, look = ask("trials", trials=[_trial(), begun], **example())["looks"]

    assert lasting["again"] is None
    assert look["again"]["end_date"] == "2026-11-26"
    assert look["again"]["phase"] == {"start_date": "2027-02-01", "look_date": "2027-05-03"}
    assert "answer in the pause too" in look["again"]["says"]


def test_what_is_done_again_is_looked_at_together_when_both_times_are_over() -> None:
    first = {"end_date": "2026-06-28", "start_date": "2026-04-06", "look_date": "2026-06-29"}
    again = [{"start_date": "2026-09-07", "look_date": "2026-11-30"}]

    (look,) = ask("trials", trials=[_trial(**first, washout_weeks=1, again=again)], checkins=[])[
        "looks"
    ]

    assert look["sentences"] == [
        "It is too early to tell. All times are looked at together on 30 November 2026."
    ]


def test_what_is_not_privileged_is_said_before_anything_else() -> None:
    for about in ("self", "colleague", "supervisee"):
        assert "not legally privileged" in ask("review", about=about)["notices"][0]


def test_the_record_has_dates_and_topics_and_no_words() -> None:
    kept = {
        "written_date": "2026-11-01",
        "notice_read_date": "2026-11-01",
        "about": "self",
        "sections": ["apa_2_06"],
        "words": "Marigold",
    }

    plain = ask("review_record", reflections=[kept], with_words=False)["table"]
    whole = ask("review_record", reflections=[kept], with_words=True)["table"]

    assert plain.splitlines()[1].startswith("2026-11-01,self,")
    assert "Marigold" not in plain
    assert "Marigold" in whole
