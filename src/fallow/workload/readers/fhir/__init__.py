"""Reads FHIR R4 Appointment, as a Bundle or as NDJSON: when, who treats, how it ended.

It knows nothing of servers; one named field after another is read, and no free text.
"""

from fallow.workload.readers.fhir.reader import read_fhir

__all__ = ["read_fhir"]
