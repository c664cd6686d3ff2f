"""A private review of one's work against the codes, and a record its owner may show.

It knows sections by code and edition, and quotes none of them. It judges nobody.
"""
