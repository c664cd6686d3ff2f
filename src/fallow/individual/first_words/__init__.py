"""What is said after one check-in: a person's own answers in words, and one thing within reach.

It knows one week's answers and makes nothing of them that one week cannot carry.
"""
