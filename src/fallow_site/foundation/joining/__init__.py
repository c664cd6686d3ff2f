"""How people come into a practice: a link that works once, made, withdrawn or followed.

It knows practices and roles. The link itself is shown once and is not kept.
"""
