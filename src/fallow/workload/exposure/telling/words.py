"""Numbers as words: minutes as hours, one and many, shares.

It knows nothing of what is counted.
"""

Forms = tuple[str, str]
"""A word for one, and for many."""

ENTRIES: Forms = ("entry", "entries")
SESSIONS: Forms = ("session", "sessions")
PAUSES: Forms = ("pause", "pauses")
DAYS: Forms = ("day", "days")


def hours_words(minutes: int | None) -> str:
    """This will say minutes as hours and minutes, or "not known"."""
    if minutes is None:
        return "not known"
    hours, rest = divmod(minutes, 60)
    if hours == 0:
        return f"{rest} min"
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def counted(count: int, forms: Forms) -> str:
    """This will say "1 session" or "3 sessions"."""
    one, many = forms
    return f"1 {one}" if count == 1 else f"{count} {many}"


def share_words(share: float) -> str:
    """This will say a share in whole percent."""
    return f"{share:.0%}"
