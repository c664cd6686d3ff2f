"""The calendars that one open page holds, joined: entries, the days they speak for, working hours.

It knows no title and is gone when the page closes.
"""

from dataclasses import dataclass
from datetime import date

from fallow.base.working_time import WorkingHours
from fallow.workload.appointments import Appointment
from fallow.workload.exposure.setting import SourceSpan


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldCalendar:
    """One person's entries. A day is seen when every source speaks for it, as in a week."""

    appointments: tuple[Appointment, ...]
    spans: tuple[SourceSpan, ...]
    hours: WorkingHours

    @property
    def is_there(self) -> bool:
        return bool(self.spans)

    def speaks_for(self, day: date) -> bool:
        """This will say whether silence on that day means that nothing is there."""
        return self.is_there and all(span.speaks_for(day) for span in self.spans)
