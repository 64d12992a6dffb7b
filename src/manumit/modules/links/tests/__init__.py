"""What links promise."""
