"""The command line: one small file for each command. It parses, calls the domain, and prints.

It is the one room of the domain that may ask the clock.
"""
