"""Tools of the repository: set-up, demo, test products, graph templates, packager; not shipped."""
