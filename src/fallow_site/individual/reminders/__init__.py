"""A weekly note to a personal address, off until its reader asks for it.

It knows an address, a day and an hour. Whether anything was answered or written, it cannot know.
"""
