"""Where the doors meet: sealed rows and the slots that open them, as bytes nobody here can read.

It knows an owner, a size and a day, and nothing of what is inside.
"""
