"""Rules whose findings are warnings."""
