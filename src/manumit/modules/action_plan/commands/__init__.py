"""The `manumit` commands of the action plan, one a file: `arguments` declares its options, `run` returns the status."""
