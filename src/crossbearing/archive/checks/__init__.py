"""The parts of a check of an archive against its own ledger: one module for what each table holds."""
