"""An invented practice: four teams, 24 clinicians, 26 weeks, made from a seed.

It emits files that the real readers read. Benchmarks and tests make it larger.
"""
