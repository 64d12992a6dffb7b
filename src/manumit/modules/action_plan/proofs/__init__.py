"""Proofs about the whole: random ways through the procedure, each step foretold by a model."""
