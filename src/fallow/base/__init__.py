"""What every room of the domain stands on: errors, estimates, periods and working time.

It knows nothing of therapy, of files or of pages.
"""
