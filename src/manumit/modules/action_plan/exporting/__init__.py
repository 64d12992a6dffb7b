"""Formats the public's promises are written in, one a file."""
