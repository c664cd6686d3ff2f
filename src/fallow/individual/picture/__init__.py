"""One's own picture: answers and weeks of work side by side, drawn and said in plain sentences.

It knows what a room keeps and the models next door; it knows no page and nobody else's answers.
"""
