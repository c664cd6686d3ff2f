"""Words set side by side as they are said."""

import pytest

from fallow.base.sentences import join_words


@pytest.mark.parametrize(
    ("words", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_words_are_joined_as_they_are_said(words: list[str], said: str) -> None:
    assert join_words(words) == said
