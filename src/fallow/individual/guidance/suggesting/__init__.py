"""From what weighs on someone to one or two suggestions that fit, with how sure each is.

It knows the rules of interventions.md §3 and no person. Human care comes before any suggestion.
"""
