"""Rules that refuse a change."""
