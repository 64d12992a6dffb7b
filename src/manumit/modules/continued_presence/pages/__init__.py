"""The screens of Continued Presence, one a file."""
