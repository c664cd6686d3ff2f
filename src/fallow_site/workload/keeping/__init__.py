"""From what a source told to what is kept, and from there to posted weeks.

It knows rows and the domain's values, never who is looking.
"""
