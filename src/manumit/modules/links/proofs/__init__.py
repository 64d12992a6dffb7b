"""Proofs that links tell nothing of what is hidden."""
