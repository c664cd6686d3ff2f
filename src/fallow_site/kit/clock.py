"""The one place of the product that asks what time it is.

It knows nothing of zones of people; they are passed along with what was asked.
"""

from datetime import UTC, datetime


def now() -> datetime:
    """This will give the present moment in UTC."""
    return datetime.now(UTC)
