"""Gathers what readers find: entries with text in, appointments without text out.

It knows nothing of any one format.
"""

from fallow.workload.readers.gathering.entry import Entry
from fallow.workload.readers.gathering.gather import Gathering

__all__ = ["Entry", "Gathering"]
