"""Tests of locations and of reading from hosts and buckets."""
