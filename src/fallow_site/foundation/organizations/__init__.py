"""Practices, teams, memberships with roles, supervision, invitations.

It knows who belongs where and who may do what, nothing of anyone's week.
"""
