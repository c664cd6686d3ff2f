"""A plan of one's own: what to keep, smaller steps, notes waiting, rest, time kept free.

It knows tasks and times as their owner wrote them. Nothing of it leaves the device by itself.
"""
