"""Check the structure of JPEG 2000 files, and open them without the files beside them."""
