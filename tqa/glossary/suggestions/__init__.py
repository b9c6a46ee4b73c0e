"""Concepts that a glossary lacks, read out of articles and their translations."""
