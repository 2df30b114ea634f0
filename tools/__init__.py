"""Tools of the repository: set-up, demo, test products, exporters, packager; not shipped."""
