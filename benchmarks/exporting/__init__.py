"""How fast cases leave in each format, and in how much memory."""
