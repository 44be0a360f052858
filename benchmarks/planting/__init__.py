"""Mistakes to plant in finished translations: what is planted where, by kind, language and a seed."""
