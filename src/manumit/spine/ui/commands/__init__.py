"""The `manumit` commands of the screens, one a file: `arguments` declares its options, `run` returns the exit status."""
