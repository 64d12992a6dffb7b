"""Worlds are fair: their own tables, what their tables say, the same again for the same seed."""
