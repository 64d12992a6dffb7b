"""Faults: what is left after processes and the database are killed."""
