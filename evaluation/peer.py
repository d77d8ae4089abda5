"""Runs Flee 3.1 as it lies on PyPI on an instance, and prints its CPU seconds and people by day and camp as JSON.

Run by a Python of its own, that has Flee but not this project: `make peer` sets it up, `make bench` calls it as
`build/peer/bin/python evaluation/peer.py INSTANCE SETTINGS`. Flee's names are looked up when it runs, since this module
is checked where Flee is not installed.
"""

import contextlib
import importlib
import io
import json
import random
import sys
import time
from pathlib import Path


def run(instance: Path, settings: Path) -> dict[str, object]:
    """Run Flee's serial code over the whole period of an instance, once, with the seed 1."""
    flee, spawning = (importlib.import_module(f"flee.{name}") for name in ("flee", "spawning"))
    period, table = (importlib.import_module(f"flee.datamanager.{n}") for n in ("read_period", "handle_refugee_data"))
    geography = importlib.import_module("flee.InputGeography").InputGeography()
    inputs = instance / "input_csv"
    random.seed(1)
    importlib.import_module("numpy").random.seed(1)
    start, days = period.read_conflict_period(str(inputs / "sim_period.csv"))
    flee.SimulationSettings.ReadFromYML(str(settings))
    flee.SimulationSettings.ConflictInputFile = str(inputs / "conflicts.csv")
    world = flee.Ecosystem()
    geography.ReadLocationsFromCSV(str(inputs / "locations.csv"))
    geography.ReadLinksFromCSV(str(inputs / "routes.csv"))
    geography.ReadClosuresFromCSV(str(inputs / "closures.csv"))
    world, places = geography.StoreInputGeographyInEcosystem(world)
    counts = table.RefugeeTable(
        csvformat="generic", data_directory=str(instance / "source_data"), start_date=start,
        data_layout="data_layout.csv",
        population_scaledown_factor=flee.SimulationSettings.optimisations["PopulationScaleDownFactor"])
    counts.ReadL1Corrections(str(inputs / "registration_corrections.csv"))
    camps = list(world.get_camp_names())
    for camp in camps:
        spawning.add_initial_refugees(world, counts, places[camp])
    people = []
    begun = time.process_time()
    for day in range(days):
        geography.AddNewConflictZones(world, day)
        spawning.spawn_daily_displaced(world, day, counts, SumFromCamps=True)
        spawning.refresh_spawn_weights(world)
        world.enact_border_closures(day)
        world.evolve()
        people.append([int(places[camp].numAgents) for camp in camps])
    return {"seconds": time.process_time() - begun, "camps": camps, "people": people}


if __name__ == "__main__":
    with contextlib.redirect_stdout(io.StringIO()):
        told = run(Path(sys.argv[1]), Path(sys.argv[2]))
    print(json.dumps(told))
