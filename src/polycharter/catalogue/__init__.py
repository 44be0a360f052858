"""Catalogues: the template from the charter's messages, merging, and `.po` and `.mo` files read and written.

The only room that knows polib, and it only in `interchange.py`. Every function is pure: bytes and values in,
bytes and values out.
"""
