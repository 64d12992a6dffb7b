"""How fast files become cases, and in how much memory."""
