"""What may help: interventions with their evidence, suggestions, a plan, finding help, a review.

It knows constructs and published effects, never who a person is, and nothing here decides for one.
"""
