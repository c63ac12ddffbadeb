"""Read a large records file in a process of its own, a batch ahead of the store that writes."""

from __future__ import annotations

from multiprocessing import get_context
from typing import TYPE_CHECKING

from models.errors import ReadError
from pipeline.load.circles import without_circles
from pipeline.load.reading import Batch, batches

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection
    from pathlib import Path

LARGE = 16_000_000  # bytes from which a file is worth the second that a process takes to start


def batches_ahead(path: Path, size: int) -> Iterator[Batch]:
    """The lines of a records file in batches of at most `size`. ReadError where the file cannot be read."""
    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(sender, path, size), daemon=True)
    process.start()
    sender.close()
    try:
        while (found := receiver.recv()) is not None:
            if isinstance(found, ReadError):
                raise found
            yield found
    except EOFError as error:
        raise ReadError(str(path), "the process that read it was killed") from error
    finally:
        receiver.close()
        process.terminate()
        process.join()


def _send(sender: Connection, path: Path, size: int) -> None:
    try:
        with without_circles():
            for batch in batches(path, size):
                sender.send(batch)
        sender.send(None)
    except ReadError as error:
        sender.send(error)
    except BrokenPipeError:
        pass  # the load has ended, in its own way
