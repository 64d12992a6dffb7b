"""Commands of Continued Presence."""
