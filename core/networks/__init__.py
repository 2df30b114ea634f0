"""Keep network files: fetched packages converted, models of the user checked and stored."""
