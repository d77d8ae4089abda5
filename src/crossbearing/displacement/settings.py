"""Settings of a Flee run (simsetting.yml), with Flee's own defaults."""

from pathlib import Path
from typing import Any, Literal

import msgspec
import yaml

from crossbearing.displacement.trouble import Findings


class Quirks(msgspec.Struct, frozen=True, kw_only=True):
    """What Flee 3.1 does though it is hardly meant; each may be switched off. All on: faithful.

    `intensity_changes_ignored`: a change between two positive intensities has no effect. `link_closures_dead`: closures
    of the type `link` close nothing. `day_0_fills_twice`: those who are in a camp on day 0 also reduce its capacity.
    `full_is_unlimited`: a camp whose remaining capacity is below one person takes any number. `speed_starts_anew`:
    behind each place the whole daily distance may be gone again. `redirection_doubles`: forced_redirection 1 adds the
    road twice.
    """

    intensity_changes_ignored: bool = True
    link_closures_dead: bool = True
    day_0_fills_twice: bool = True
    full_is_unlimited: bool = True
    speed_starts_anew: bool = True
    redirection_doubles: bool = True


class Spawning(msgspec.Struct, frozen=True, kw_only=True):
    """People set out by conflict instead of by the counts: `people` a day and zone (or per inhabitant)."""

    mode: Literal["constant", "pop_ratio", "poisson"] = "constant"
    people: float = 500.0


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All that flee_v3 reads of simsetting.yml; speeds in km a day, distances in km, chances per day.

    `conflict_spawn_decay` are factors by time since a zone was switched on, one for each
    `conflict_spawn_decay_interval` days, the last one for ever after.
    """

    take_from_population: bool = False
    insert_day0: bool = True
    empty_camps_on_day0: bool = False
    sum_from_camps: bool = True
    conflict_spawn_decay: tuple[float, ...] = (1.0,)
    conflict_spawn_decay_interval: int = 30
    conflict_driven_spawning: Spawning | None = None
    camps_are_sinks: bool = False
    max_move_speed: float = 360.0
    max_walk_speed: float = 35.0
    foreign_weight: float = 1.0
    camp_weight: float = 1.0
    conflict_weight: float = 0.1**0.5
    conflict_movechance: float = 1.0
    camp_movechance: float = 0.001
    idpcamp_movechance: float = 0.1
    default_movechance: float = 0.3
    awareness_level: int = 1
    capacity_buffer: float = 0.9
    capacity_scaling: float = 1.0
    avoid_short_stints: bool = False
    start_on_foot: bool = False
    softening: float = 10.0
    distance_power: float = 1.0
    weight_softening: float = 0.0
    weight_power: float = 1.0
    pruning_threshold: float = 1.0
    movechance_pop_base: float = 10000.0
    movechance_pop_scale_factor: float = 0.0
    hasten: int = 1
    quirks: Quirks = Quirks()


SECTIONS = ("spawn_rules", "move_rules", "optimisations")
SILENT = {"average_social_connectivity", "conflict_zone_spawning_only", "max_crossing_speed"}
"""Keys that change nothing in the serial rules as long as what is not modelled is off."""
NOT_MODELLED = {
    "two_system_decision_making", "use_economic_pull", "harvest_months", "flee_when_starving", "flood_rules",
    "avoid_food_deprived_locations", "stay_close_to_home", "use_pop_for_loc_weight", "fixed_routes",
    "ChildrenAvoidHazards", "BoysTakeRisk", "WomenAvoidHazards", "ElderlyAvoidHazards", "MatchCampEthnicity",
}
CHANCES = ("conflict_movechance", "camp_movechance", "idpcamp_movechance", "default_movechance", "capacity_buffer")
POSITIVE = ("max_move_speed", "max_walk_speed", "capacity_scaling", "conflict_spawn_decay_interval", "awareness_level",
            "hasten", "movechance_pop_base")
MOST_AWARE = 6
"""Steps; beyond, the number of routes grows past any memory."""


def read_settings(path: Path) -> tuple[Settings, tuple[str, ...]]:
    """Return the settings in a simsetting.yml and remarks on keys that were passed over.

    Raises InstanceTrouble for what is no YAML, has the wrong type, is out of range or asks for what flee_v3 lacks.
    """
    findings = Findings()
    file = path.name
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        findings.error(file, None, f"it is no YAML ({' '.join(str(error).split())[:120]})", "mend its layout")
        findings.settle()
    except OSError as error:
        findings.error(str(path), None, f"it cannot be read ({error.strerror})", "name a simsetting.yml")
        findings.settle()
    if not isinstance(raw, dict):
        findings.error(file, None, "it has no sections", f"write sections {', '.join(SECTIONS)}")
        findings.settle()
    values: dict[str, Any] = {}
    for section, content in raw.items():
        if section in NOT_MODELLED and content:
            findings.error(file, None, f"{section} is not modelled", "leave it out, or run Flee itself")
        elif section in SECTIONS and isinstance(content, dict):
            for key, value in content.items():
                _take(str(key), value, values, file, findings)
        elif section in SECTIONS and content is not None:
            findings.error(file, None, f"{section} is no section", "write `key: value` lines below it")
    settings = Settings()
    if not findings.errors:
        try:
            settings = msgspec.convert(values, Settings, strict=False)
        except msgspec.ValidationError as error:
            findings.error(file, None, str(error), "write a value of that type")
        else:
            _check(settings, file, findings)
    return settings, tuple(map(str, findings.settle()))


def _take(key: str, value: Any, values: dict[str, Any], file: str, findings: Findings) -> None:
    if key in NOT_MODELLED:
        if value:
            findings.error(file, None, f"{key} is not modelled", "leave it out, or run Flee itself")
    elif key == "camps_are_sicks":  # the key that Flee reads, by a slip of its own
        values["camps_are_sinks"] = value
    elif key == "conflict_driven_spawning":
        if isinstance(value, dict):
            mode = value.get("spawn_mode", "constant")
            people = value.get("displaced_per_conflict_day", 0.01 if mode == "pop_ratio" else 500.0)
            values[key] = {"mode": mode, "people": people}
    elif key in Settings.__struct_fields__ and key not in {"quirks", "camps_are_sinks"}:
        if value is not None:
            values[key] = value
    elif key not in SILENT:
        findings.remark(file, None, f"{key} is passed over", "see docs/methods/arrivals.md for the keys that count")


def _check(settings: Settings, file: str, findings: Findings) -> None:
    for key in CHANCES:
        if not 0 <= getattr(settings, key) <= 1:
            findings.error(file, None, f"{key} is {getattr(settings, key)}", "write a number between 0 and 1")
    for key in POSITIVE:
        if not getattr(settings, key) > 0:
            findings.error(file, None, f"{key} is {getattr(settings, key)}", "write a number above 0")
    if settings.softening < 0 or settings.weight_softening < 0:
        findings.error(file, None, "a softening is negative", "write 0 or more")
    if settings.awareness_level > MOST_AWARE:
        findings.error(file, None, f"awareness_level is {settings.awareness_level}", f"write 1 to {MOST_AWARE}")
    if not settings.conflict_spawn_decay or min(settings.conflict_spawn_decay) < 0:
        findings.error(file, None, "conflict_spawn_decay is empty or negative", "write a list such as [1.0, 0.5]")
