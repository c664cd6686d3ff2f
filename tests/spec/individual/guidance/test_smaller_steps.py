"""A task taken apart: what comes next, how much is left, and which steps are still large."""

from dataclasses import replace

import pytest

from fallow.base.errors import ValueRefused
from fallow.individual.guidance.plan.steps import (
    PROMPTS,
    StepwiseTask,
    TaskStep,
    explain_next,
    find_large,
)

OPEN, DRAFT, SEND = (
    TaskStep(text="open the file", minutes=5),
    TaskStep(text="write a first page", minutes=30),
    TaskStep(text="read it and send it", minutes=20),
)
REPORT = StepwiseTask(what="court report", steps=(OPEN, DRAFT, SEND))


def _done(step: TaskStep) -> TaskStep:
    return replace(step, is_done=True)


def test_the_next_step_is_the_first_that_is_open() -> None:
    # 5 + 30 + 20 minutes
    assert explain_next(REPORT) == (
        "Next: open the file, about 5 minutes. About 55 minutes are left in all."
    )


def test_what_is_done_is_behind_and_no_longer_counted() -> None:
    task = StepwiseTask(what="court report", steps=(_done(OPEN), DRAFT, SEND))

    assert task.next_step == DRAFT
    assert task.minutes_left == 50  # 30 + 20


def test_a_finished_task_says_so() -> None:
    done = StepwiseTask(what="court report", steps=(_done(OPEN), _done(DRAFT), _done(SEND)))

    assert explain_next(done) == "All of it is done."


def test_two_steps_of_the_same_words_are_two_steps() -> None:
    call = TaskStep(text="call", minutes=5)
    twice = StepwiseTask(what="calls", steps=(_done(call), call))

    assert twice.next_step == call
    assert twice.minutes_left == 5


def test_a_task_without_steps_is_begun_with_a_question() -> None:
    assert explain_next(StepwiseTask(what="report", steps=())) == PROMPTS[0]


def test_a_long_step_is_worth_taking_apart() -> None:
    long = TaskStep(text="write all of it", minutes=31)

    assert find_large(StepwiseTask(what="report", steps=(OPEN, long, SEND))) == (long,)
    assert find_large(REPORT) == ()


def test_a_beginning_has_to_be_smaller_than_what_follows() -> None:
    slow = TaskStep(text="sort the desk", minutes=11)

    assert find_large(StepwiseTask(what="report", steps=(slow, DRAFT))) == (slow,)
    begun = StepwiseTask(what="report", steps=(_done(OPEN), slow, DRAFT))
    assert find_large(begun) == ()


@pytest.mark.parametrize(("text", "minutes"), [("", 5), ("call", 0)])
def test_a_step_says_what_and_how_long(text: str, minutes: int) -> None:
    with pytest.raises(ValueRefused):
        TaskStep(text=text, minutes=minutes)
