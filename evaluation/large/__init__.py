"""Made-up archives of any size with the rates of real ones, and what weighing them costs."""
