"""The product's commands: serve, demo, backup, doctor, verify-site. Each joins `fallow`.

They know the machine, its processes and files; what they start is the product itself.
"""
