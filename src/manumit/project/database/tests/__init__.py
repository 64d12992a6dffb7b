"""How the embedded database and its roles behave."""
