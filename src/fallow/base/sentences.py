"""Words set side by side as they are said.

It knows nothing of what they name.
"""

from collections.abc import Sequence


def join_words(words: Sequence[str]) -> str:
    """This will join words as they are said: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
