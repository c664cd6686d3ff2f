"""What the pages of a room ask of the models, question by question, answered in JSON.

It knows the values next door and the page's questions; it works out nothing of its own.
"""
