"""Reading other systems' files into cases.

`namus_layout`, `namus_row` know one format; `planning` and `writing` compare what a file says with what stands and write
the difference, batch by batch, each batch with its leaves in one transaction. A run that is killed is run again.
"""
