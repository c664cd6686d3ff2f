"""Counts what a JUnit report tells: tests, those that broke, those that were skipped.

It knows the reports of pytest and of Node's own test runner.
"""

from pathlib import Path
from xml.etree import ElementTree


def count_reported(report: Path) -> dict[str, int]:
    """This will count one report; a run that ended without one counts nothing."""
    if not report.exists():
        return {}
    cases = list(ElementTree.parse(report).getroot().iter("testcase"))
    return {
        "tests": len(cases),
        "broken": sum(_holds(case, "failure", "error") for case in cases),
        "skipped": sum(_holds(case, "skipped") for case in cases),
    }


def _holds(case: ElementTree.Element, *names: str) -> bool:
    return any(case.find(name) is not None for name in names)
