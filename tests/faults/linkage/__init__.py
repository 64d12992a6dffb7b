"""Linkage killed at work: an index that is written, a batch that is scored, a model that is learned."""
