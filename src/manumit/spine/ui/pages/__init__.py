"""Screens that belong to no module, one a file."""
