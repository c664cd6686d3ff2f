"""Bundles modules and styles with esbuild's own binary, so that no Node is needed to run it.

It knows esbuild's options; what is bundled is said by its caller.
"""

import json
import subprocess
from pathlib import Path

from fallow_site.kit.build.places import NODE_PACKAGES, PAGE
from fallow_site.kit.build.stopping import CannotBuild

_TARGET = "--target=chrome111,firefox120,safari17.5"


def bundle_script(entry: Path, *, known: dict[str, object], external: tuple[str, ...]) -> bytes:
    """This will bundle one ES module; `known` values replace their names while bundling."""
    defines = [f"--define:{name}={json.dumps(value)}" for name, value in sorted(known.items())]
    outside = [f"--external:{name}" for name in external]
    options = ["--bundle", "--format=esm", "--minify", "--charset=utf8", "--legal-comments=none"]
    return _run_esbuild([str(entry.relative_to(PAGE)), *options, _TARGET, *defines, *outside], b"")


def minify_styles(styles: str) -> bytes:
    """This will shorten a stylesheet without changing what it says."""
    options = ["--loader=css", "--minify", "--charset=utf8", "--target=chrome123"]
    return _run_esbuild(options, styles.encode())


def _run_esbuild(arguments: list[str], given: bytes) -> bytes:
    done = subprocess.run(
        [str(_find_esbuild()), "--log-level=warning", *arguments],
        cwd=PAGE,
        input=given,
        capture_output=True,
        check=False,
    )
    if done.returncode or done.stderr:
        raise CannotBuild("The page could not be bundled.", done.stderr.decode("utf-8", "replace"))
    return done.stdout


def _find_esbuild() -> Path:
    folder = NODE_PACKAGES / "@esbuild"
    found = [*sorted(folder.glob("*/bin/esbuild")), *sorted(folder.glob("*/esbuild.exe"))]
    if not found:
        raise CannotBuild("The front-end packages are not installed.", "Run: npm ci")
    return found[0]
