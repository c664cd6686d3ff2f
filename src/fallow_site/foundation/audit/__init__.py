"""Who read or changed what: append-only, chained, readable by the person it is about.

It knows actions and references, never a value that was read or changed.
"""
