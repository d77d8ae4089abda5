"""The one place that knows the order: take in, read, weigh. Resumable, and nothing that is done is done again."""

from crossbearing.pipeline.choice import RULES, Choice, Progress, build_gazetteer, make_rules, rules_version
from crossbearing.pipeline.executors import ClusterMissing, WorkerLost, available_cores
from crossbearing.pipeline.reading import CHUNK, FEW, Unreadable, read, readers
from crossbearing.pipeline.run import BATCH, Summary, Told, run
from crossbearing.pipeline.versions import version_of
from crossbearing.pipeline.weighing import weigh_again

__all__ = [
    "BATCH", "CHUNK", "FEW", "RULES", "Choice", "ClusterMissing", "Progress", "Summary", "Told", "Unreadable",
    "WorkerLost", "available_cores", "build_gazetteer", "make_rules", "read", "readers", "rules_version", "run",
    "version_of", "weigh_again",
]  # fmt: skip
