"""Smaller steps: one task, taken apart until the next thing to do is small.

It knows a task's steps and their minutes as their owner guessed them. That smaller steps are
easier to begin is from the article that Fallow follows (article.md); the sizes are a choice.
"""

from dataclasses import dataclass

from fallow.base.errors import ValueRefused

FIRST_STEP_MINUTES = 10
"""How long a first step may take. (a choice: what fits between two sessions)"""
STEP_MINUTES = 30
"""How long any step may take before it is worth taking apart again. (a choice)"""
PROMPTS = (
    "What would your hands do first?",
    "What has to be there before you can begin?",
    "What would be good enough?",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskStep:
    """One step of a task, with the minutes it may take."""

    text: str
    minutes: int
    is_done: bool = False

    def __post_init__(self) -> None:
        if not self.text.strip() or self.minutes < 1:
            raise ValueRefused("A step is empty or takes no time.", "Say what, and how long.")


@dataclass(frozen=True, slots=True, kw_only=True)
class StepwiseTask:
    """A task and its steps, in the order they are done."""

    what: str
    steps: tuple[TaskStep, ...]

    @property
    def next_step(self) -> TaskStep | None:
        return next((step for step in self.steps if not step.is_done), None)

    @property
    def minutes_left(self) -> int:
        left = 0
        for step in self.steps:
            left += 0 if step.is_done else step.minutes
        return left


def find_large(task: StepwiseTask) -> tuple[TaskStep, ...]:
    """This will give the open steps worth taking apart: long ones, and a long beginning."""
    waiting = [step for step in task.steps if not step.is_done]
    has_begun = len(waiting) < len(task.steps)
    return tuple(
        step
        for place, step in enumerate(waiting)
        if step.minutes > (FIRST_STEP_MINUTES if place == 0 and not has_begun else STEP_MINUTES)
    )


def explain_next(task: StepwiseTask) -> str:
    """This will say what comes next and how much is left."""
    following = task.next_step
    if not task.steps:
        return PROMPTS[0]
    if following is None:
        return "All of it is done."
    return (
        f"Next: {following.text}, about {following.minutes} minutes. "
        f"About {task.minutes_left} minutes are left in all."
    )
