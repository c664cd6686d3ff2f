"""What is asked and how it is scored: our own weekly items, and the keys of published instruments.

It knows keys, directions and license classes. No wording of others is in it (instruments.md §1).
"""
