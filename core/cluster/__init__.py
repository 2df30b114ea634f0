"""The masking of many scenes by the workers of a Dask cluster, and the table of their outcomes."""
