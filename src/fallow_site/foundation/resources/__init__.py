"""Where help is: crisis and support lines, and what the practice itself pays for.

It knows places of help, never who looked for one.
"""
