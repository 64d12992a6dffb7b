"""`python -m manumit.project` is the `manumit` command."""

from manumit.project.command import main

if __name__ == "__main__":
    raise SystemExit(main())
