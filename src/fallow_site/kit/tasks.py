"""Background work, wrapped once: Django 6's interface over two small packages.

It knows queues; `fallow_site.jobs` lists what runs when. What fails is told by place and kind.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django_tasks import task

from fallow_site.kit.failing.quiet import explain_quietly

WHEN_IDLE = -10  # after all that someone waits for


class WorkFailed(Exception):
    """Background work met an error that nobody foresaw; it says where, and no value."""


def background(*, priority: int = 0) -> Callable[[Callable[..., None]], Any]:
    """This will make a function one that `enqueue`s itself in the same database transaction."""

    def wrap(function: Callable[..., None]) -> Any:
        @wraps(function)
        def run(*arguments: Any, **named: Any) -> None:
            try:
                function(*arguments, **named)
            except Exception as error:
                raise WorkFailed(explain_quietly(error)) from None

        return task(priority=priority)(run)

    return wrap
