"""Where a practice's appointments come from: one folder for each kind of source.

It knows files and addresses, nothing of what is kept; each kind gives the bytes of a calendar.
"""
