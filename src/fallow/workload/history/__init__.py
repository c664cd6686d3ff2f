"""What sources told over time, and one week out of several sources.

It knows identities and times of appointments, nothing of what they add up to.
"""
