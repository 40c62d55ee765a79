"""Many sets checked in partitions, here or on a Dask cluster, with one table of findings in Parquet.

Read in this order: work (what is done with an article and with a set: pure functions), table (rows and
columns, part files, what is done already), engines and cluster (who does it), run (all of it together).
"""
