"""Manumit: the open case platform for the work against human trafficking."""

__version__ = "0.1.0"
