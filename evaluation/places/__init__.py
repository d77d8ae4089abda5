"""What the room `places` is measured with, and the scripts that learn its weights."""
