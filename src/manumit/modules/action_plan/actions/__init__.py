"""What may be done in the action plan, one verb a file."""
