"""Says where something went wrong and of what kind it was, never with which values.

An error's own words may quote what was being read: a name, a title, an address. So logs and the
results of background work are written by this module, and by nothing else.
"""

import logging
import traceback
from types import TracebackType

Raised = tuple[type[BaseException], BaseException, TracebackType | None]


def explain_quietly(error: BaseException) -> str:
    """This will give the kinds and places of an error and of those behind it, innermost first."""
    told = []
    current: BaseException | None = error
    while current is not None:
        told.append("\n".join([*_places(current), f"  {type(current).__qualname__}"]))
        current = current.__cause__ or (
            None if current.__suppress_context__ else current.__context__
        )
    return "\n".join(reversed(told))


def _places(error: BaseException) -> list[str]:
    frames = traceback.extract_tb(error.__traceback__)
    return [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]


class QuietFormatter(logging.Formatter):
    """A log line with the places of an error and without its words."""

    def formatException(  # noqa: N802 - the library's name
        self, ei: Raised | tuple[None, None, None]
    ) -> str:
        return explain_quietly(ei[1]) if ei[1] is not None else ""


class RouteFilter(logging.Filter):
    """Names the pattern of an address instead of the address, which may hold a link's secret."""

    def filter(self, record: logging.LogRecord) -> bool:
        request = getattr(record, "request", None)
        if request is not None and isinstance(record.args, tuple):
            match = request.resolver_match
            where = f"/{match.route}" if match else "an address that is not here"
            record.args = tuple(where if told == request.path else told for told in record.args)
        return True
