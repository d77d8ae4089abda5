"""Measures the reading of Arabic on short reports of our own writing, whose claims were labelled by hand."""
