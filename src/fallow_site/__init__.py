"""Fallow, the product: it carries the domain to people and to disk.

It knows Django; the rules themselves live in `fallow`.
"""
