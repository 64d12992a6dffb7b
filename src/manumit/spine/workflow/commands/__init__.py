"""The `manumit` commands of procedures, one a file: `arguments` declares its options, `run` returns the exit status."""
