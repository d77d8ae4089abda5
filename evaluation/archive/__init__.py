"""What the archive must hold: kills at any moment, changes of any byte, and size."""
