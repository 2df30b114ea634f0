"""Compare the files of products with the checksums that came with them."""
