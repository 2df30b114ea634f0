"""Tools of the repository: set-up, demo, products for tests, the packager. None of them is shipped."""
