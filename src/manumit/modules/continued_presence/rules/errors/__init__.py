"""Rules whose findings are errors."""
