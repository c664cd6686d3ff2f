"""Did it help: one thing tried, from a day, on one measure, and an honest answer on a chosen day.

It knows one person's weeks and nothing of others. "Cannot tell" and "made it worse" are answers.
"""
