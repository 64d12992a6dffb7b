"""What the reader finds, and what it leaves alone."""
