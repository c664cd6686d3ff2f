"""What every room of the product stands on: environment, keys, clock, tasks, pages.

It knows nothing of practices or people.
"""
