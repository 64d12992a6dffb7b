"""`manumit bench audit`: verifying a long log, and what the log costs concurrent writers."""
