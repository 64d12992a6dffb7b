"""What leaves in files, and what does not."""
