"""The assets of others that we ship: where they come from, and how they are trimmed and repeated.

Run `python -m manumit.spine.ui.assets FOLDER`, where FOLDER holds the tarballs named in `sources.csv`
(`npm pack PACKAGE@VERSION` writes them). Each tarball's sha256 is checked; then `static/ui/vendor` is rewritten and
`outputs.csv` names every file with its size and sha256. Nothing here runs when the product does.
"""
