"""How a measured week is told: the entries behind each figure, and the sentence about them.

It knows the same selections as the measures, so that a figure and its reasons cannot part.
"""
