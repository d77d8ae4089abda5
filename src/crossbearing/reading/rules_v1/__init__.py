"""The first reader: rules over a parse, with all its knowledge in readable data."""
