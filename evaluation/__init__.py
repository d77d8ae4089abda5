"""Quality gates: what the real command line finds in labelled corpora, scored and held against checked-in baselines."""
