"""Reads iCalendar files and feeds (RFC 5545): what fills a week, and never what it says.

It knows nothing of how the file came here. Recurrence is written out by `recurring-ical-events`.
"""

from fallow.workload.readers.icalendar.reader import read_icalendar

__all__ = ["read_icalendar"]
