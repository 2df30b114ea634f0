"""Download of published networks from their authors, in pieces that can be continued, and their check."""
