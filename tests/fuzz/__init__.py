"""Fuzzing: files that nobody would write."""
