"""A picture as a list of marks, with its sentence and its table.

It knows nothing of what is drawn, of colors or of screens: a mark names a class, never a style.
"""
