"""Compare masks of the plugin with those of the packages of other systems."""
