"""Builds the private room: the static page, its Python, its fonts, in a folder named by hash.

It knows files and packages that are installed here, and nothing of Django.
The same sources give the same bytes, so that anyone can compare what a server sends.
"""
