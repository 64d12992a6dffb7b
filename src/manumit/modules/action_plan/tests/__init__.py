"""What the action plan does."""
