"""The organization's door: promises about work, in everyone's sight.

It cannot reach the individual door; a contract keeps it so.
"""
