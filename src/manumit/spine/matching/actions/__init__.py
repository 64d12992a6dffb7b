"""What may be asked of matching, logged."""
