"""The screens of exchange, one a file."""
