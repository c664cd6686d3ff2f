"""What runs when: polling feeds, forgetting what is old, pruning results.

It lists; the work itself is done by the rooms that own it.
"""
