"""What Continued Presence does."""
