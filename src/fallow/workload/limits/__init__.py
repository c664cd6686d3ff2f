"""Weights, caps and limits as dated, cited catalog entries, and what a practice chose of them.

It knows nothing of any one person's week.
"""
