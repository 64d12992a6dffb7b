"""The nouns of the shared screens."""

from .draft import Draft

__all__ = ["Draft"]
