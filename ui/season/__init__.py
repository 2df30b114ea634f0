"""Show the dates of a season as a table and a chart."""
