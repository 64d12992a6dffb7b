"""What tips do."""
