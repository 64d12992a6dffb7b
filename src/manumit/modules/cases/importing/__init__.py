"""Reading other systems' files into cases.

`readers` opens a file of any format and gives out drafts; `namus_layout` and `namus_row` know the tables of NamUs,
`namus_document` and its neighbours its documents. `weighing` compares what a file says with what stands, and `writing`
writes the difference, batch by batch, each batch with its leaves in one transaction. A run that is killed is run again.
"""
