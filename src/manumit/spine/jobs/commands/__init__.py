"""The `manumit` commands of jobs, one a file: `arguments` declares its options, `run` returns the exit status."""
