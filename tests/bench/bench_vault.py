"""The vault in Node, against the bare age package on the same bytes in the same run.

Times are of the process's own work. A record is sealed, signed and padded where bare age only
seals; opening a vault also verifies each signature and the chain. Fallow may take twice as much
(a choice: a signature may cost what the seal costs) but no longer than bare age to open a vault: it
opens whole in memory what age opens as a stream. The seconds are said, beside the goal (issue 3):
1,000 entries open and are searched within a second.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from go import find_node
from tests.bench.racing import close, say, say_machine

MOST_RATIO = 2.0
MOST_RATIO_OF_OPENING = 0.5  # a choice: twice what was measured; by streams it was 0.6
GOAL_SECONDS = 1.0
SCRIPT = Path(__file__).with_name("vault_rates.mjs")


def main() -> int:
    """This will say rates and ratios, and fail where one of the ratios is not held."""
    say("The vault: Fallow against bare age-encryption")
    say_machine()
    told = subprocess.run([*find_node(), str(SCRIPT)], capture_output=True, text=True, check=True)
    taken: dict[str, Any] = json.loads(told.stdout)
    ratios = {
        "sealing": taken["seal"] / taken["bare_seal"],
        "opening": taken["open"] / taken["bare_open"],
        "1,000 entries opened": taken["entries_opened"] / (1000 * taken["bare_open"]),
        "five years of check-ins": taken["checkins_opened"] / (260 * taken["bare_open"]),
    }
    _say_rates(taken, ratios)
    broken = [
        f"{name}: ratio {ratio:.2f}, at most {most}."
        for name, ratio in ratios.items()
        if ratio > (most := MOST_RATIO if name == "sealing" else MOST_RATIO_OF_OPENING)
    ]
    return close("vault", broken=broken)


def _say_rates(taken: dict[str, Any], ratios: dict[str, float]) -> None:
    opened, checkins = taken["entries_opened"] / 1000, taken["checkins_opened"] / 1000
    lines = {
        "sealing": f"{1000 / taken['seal']:.0f} a second",
        "opening": f"{1000 / taken['open']:.0f} a second",
        "1,000 entries opened": f"{opened:.2f} s, verified; goal {GOAL_SECONDS:.0f} s",
        "five years of check-ins": f"260, written while locked, in {checkins:.2f} s",
    }
    say(f"  Node {taken['node']}")
    for name, line in lines.items():
        say(f"  {name}: {line}, ratio to bare age {ratios[name]:.2f}")
    say(f"  their digest, which nobody waits for: {taken['entries_digested']:.0f} ms")
    say(
        f"  1,000 entries on a device that opened them before: "
        f"{taken['entries_reopened']:.0f} ms, verified by their digest"
    )
    say(
        f"  once open: gone through again in {taken['entries_again']:.0f} ms, "
        f"searched in {taken['entries_searched']:.0f} ms"
    )


if __name__ == "__main__":
    sys.exit(main())
