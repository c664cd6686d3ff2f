"""Appointments in, weeks of exposure out.

It knows work alone: no names, no titles, no text, and nothing of how anyone feels.
Weights, caps and limits are cited catalog entries.
"""
