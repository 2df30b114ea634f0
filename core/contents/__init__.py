"""List and open the files of products, in folders, in archives and behind addresses."""
