"""Calendars and tables in, `Appointment` out, and nothing else.

Text and identity are used while reading and dropped; no reader keeps a name or a title.
"""
