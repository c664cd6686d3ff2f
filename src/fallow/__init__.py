"""Fallow, the domain: plain Python about work, rest and the promises between them.

It knows no web, no database and no clock.
Its rules come from the cited catalogs beside the code that uses them.
"""
