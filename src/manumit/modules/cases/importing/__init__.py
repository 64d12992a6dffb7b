"""Reading other systems' files into cases.

`namus_layout` and `namus_row` know one format; `weighing` compares what a file says with what stands, and `writing`
writes the difference, batch by batch, each batch with its leaves in one transaction. A run that is killed is run again.
"""
