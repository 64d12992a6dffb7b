"""`manumit search ...`."""
