"""What the practice keeps of work: sources, appointments without text, acuity, policy, weeks.

It knows nothing derived about a person: evenings, runs and rest are computed on their own device.
"""
