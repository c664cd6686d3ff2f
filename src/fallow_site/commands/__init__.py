"""The product's commands: serve, demo, backup, restore, doctor. Each joins `fallow` by entry point.

They know the machine, its processes and files; what they start is the product itself.
"""
