"""Single cells of a table: dates and clock times, lengths by code, words for an ending.

They know nothing of rows and columns.
"""
