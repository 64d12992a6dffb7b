"""Sample data: the commitments of the 2024 fact sheet and statement, as facts in words of our own."""
