"""Accounts, organizations, audit, resources, and the door to the private room.

It knows who someone is and where they belong, nothing of their work.
"""
