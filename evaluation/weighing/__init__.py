"""Learns the match weights of the room `weighing` from labelled reports, and says how well they tell pairs apart."""
