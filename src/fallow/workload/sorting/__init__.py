"""From titles and source fields to kinds of work, while the text is still in memory.

It never guesses at a client's condition.
"""
