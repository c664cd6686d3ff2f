"""The one way in which a build stops: a sentence what happened and one what to do."""


class CannotBuild(Exception):
    """Something that the build needs is missing or refused."""

    def __init__(self, happened: str, mend: str) -> None:
        super().__init__(f"{happened} {mend}")
