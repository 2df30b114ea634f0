"""Filter the rows of both tables, and do things with the selected ones, by mouse and keyboard."""
