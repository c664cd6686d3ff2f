"""Who someone is: an account with an e-mail, a name to be called by, and ways to sign in.

It knows nothing of practices. Flows come from django-allauth; the look is ours.
"""
