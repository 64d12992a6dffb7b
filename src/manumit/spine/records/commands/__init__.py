"""The `manumit` commands of records, one a file: `arguments` declares its options, `run` returns the exit status."""
