"""A week of work measured: one definition for each figure, in the clinician's own zone.

It knows appointments and working hours, and nothing of how anyone feels.
"""
