"""What signed-in people and their calendar programs see of work beside records."""
