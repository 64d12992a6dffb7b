"""What may be done with suspects, by whom, and when it ends."""
