"""Read a large records file in a process of its own, ahead of the store that writes: a batch waits while the next is read."""

from __future__ import annotations

import marshal
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING

from models.errors import ReadError
from pipeline.load.circles import without_circles
from pipeline.load.reading import Batch, Loadable, Reject, batches
from pipeline.load.rows import as_they_are

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection
    from pathlib import Path

    from pipeline.load.rows import Encode

READ, FAILED = "read", "failed"  # what a message is
LARGE = 16_000_000  # bytes from which a file is worth the second that a process takes to start


def batches_ahead(path: Path, size: int, encode: Encode = as_they_are) -> Iterator[Batch]:
    """The lines of a records file in batches of at most `size`. ReadError where the file cannot be read."""
    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(sender, path, size, encode), daemon=True)
    process.start()
    sender.close()
    taker = ThreadPoolExecutor(1)  # takes a batch off the pipe while the store writes, so that the process can go on
    try:
        coming = taker.submit(_take, receiver)
        while (found := coming.result()) is not None:
            coming = taker.submit(_take, receiver)
            yield found
    except EOFError as error:
        raise ReadError(str(path), "the process that read it was killed") from error
    finally:
        process.terminate()
        process.join()
        taker.shutdown()  # what it waits for has ended
        receiver.close()


def _take(receiver: Connection) -> Batch | None:
    """The next batch, None after the last. ReadError where the file cannot be read."""
    found = marshal.loads(receiver.recv_bytes())  # noqa: S302 - from a process of our own
    if found is None:
        return None
    if found[0] == FAILED:
        raise ReadError(*found[1:])
    _, records, rejects = found
    return Batch([Loadable(*record) for record in records], [Reject(*reject) for reject in rejects])


def _send(sender: Connection, path: Path, size: int, encode: Encode) -> None:
    """Send each batch in marshal's form, which takes half of pickle's time, and None after the last."""
    try:
        with without_circles():
            for batch in batches(path, size, encode):
                records = [(one.line, one.id, one.digest, one.rows) for one in batch.records]
                rejects = [(one.line, one.reason) for one in batch.rejects]
                sender.send_bytes(marshal.dumps((READ, records, rejects)))
        sender.send_bytes(marshal.dumps(None))
    except ReadError as error:
        sender.send_bytes(marshal.dumps((FAILED, error.source, error.reason)))
    except BrokenPipeError:
        pass  # the load has ended, in its own way
