"""The `manumit` commands of exchange, one a file."""
