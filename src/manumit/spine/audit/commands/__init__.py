"""The `manumit audit` commands, one a file: `arguments` declares its options, `run` returns the exit status."""
