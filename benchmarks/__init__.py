"""Benchmarks: each prints one JSON line with our figures and those of the peer measured in the same run."""
