"""One's own account: making it, signing in, a second factor, the way back in, and leaving.

Flows come from django-allauth; what is asked, sealed, refused and forgotten is ours.
"""
