"""What runs on the clinician's own device and on no other: what is asked, and what it may mean.

It knows answers, never who gave them. Nothing that decides about work can reach it.
"""
