"""The nouns of jobs; the queue's own tables are procrastinate's."""

from .deed import Deed

__all__ = ["Deed"]
