"""What the formats hold."""
