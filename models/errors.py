"""The errors of utdrag, one tree.

::

    UtdragError                 anything we raise on purpose
    ├── ReleaseError            one document cannot go on; it lands in the rejects file, the run goes on
    │   ├── ReadError           its bytes cannot be had or are no text or HTML
    │   ├── ParseError          its bytes are read, but hold no release
    │   ├── RecordError         its values do not fit together: a defect of ours, never hidden
    │   └── WorkerError         it killed its worker, or wanted more time or memory than a document may have
    ├── LoadError               a database or a folder of tables cannot take records
    └── RunError                a whole run cannot go on
        └── OutputError         its output cannot be written, or is not what this run left
"""

from __future__ import annotations


class UtdragError(Exception):
    """Anything that utdrag raises on purpose."""


class ReleaseError(UtdragError):
    """One document cannot go on.

    `source` names the document as given, `reason` says why in words for a person.

    >>> str(ReadError("a.txt", "the file is empty"))
    'a.txt: the file is empty'
    """

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason

    @classmethod
    def of(cls, source: str, defect: Exception) -> ReleaseError:
        """The error of a document that met a defect of ours.

        >>> str(ReleaseError.of("a.txt", ValueError("17")))
        'a.txt: internal error: ValueError: 17'
        """
        return cls(source, f"internal error: {type(defect).__name__}: {defect}")

    def __reduce__(self) -> tuple[type[ReleaseError], tuple[str, str]]:
        """Let the error cross from a worker process to the run."""
        return type(self), (self.source, self.reason)


class ReadError(ReleaseError):
    """The document's bytes cannot be had, or are neither text nor HTML."""


class ParseError(ReleaseError):
    """The document is read, but no release can be found in it."""


class RecordError(ReleaseError):
    """The values found in the document do not make a valid record."""


class LoadError(UtdragError):
    """A database or a folder of tables cannot take records; `target` is where they should go, without its password.

    >>> str(LoadError("records.db", "it is no database"))
    'records.db: it is no database'
    """

    def __init__(self, target: str, reason: str) -> None:
        super().__init__(f"{target}: {reason}")
        self.target = target
        self.reason = reason


class WorkerError(ReleaseError):
    """The document killed the process that read it, or wanted more time or memory than a document may have."""


class RunError(UtdragError):
    """A whole run cannot go on; the message says why and what to do."""


class OutputError(RunError):
    """An output cannot be written, or is not what the run left.

    >>> str(OutputError("records.csv", "no such form"))
    'records.csv: no such form'
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason
