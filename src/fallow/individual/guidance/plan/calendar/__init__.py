"""The plan and the calendar on the same device: what is given to it, and what is read from it.

It knows times and kinds of entries. Nothing here knows a title, a client or how anyone feels.
"""
