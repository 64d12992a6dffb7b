"""How the `manumit` command behaves."""
