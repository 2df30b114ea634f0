"""List the products to mask, with their state."""
