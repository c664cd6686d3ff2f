"""Published forms on one's picture: scores over time, and which changes are more than error.

It knows records and the keys of forms; it knows no band, no cut-off and nobody else's scores.
"""
