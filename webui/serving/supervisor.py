"""Several processes that answer on one listening socket, and one that replaces those that die.

Python runs one thread at a time, so more answers at once need more processes. The process here
opens neither database nor index: Tantivy's threads and SQLite's handles do not survive a fork. It
holds imported modules, which its children share with it, and the sockets.
"""

import gc
import os
import selectors
import signal
import time
from collections.abc import Callable
from contextlib import suppress

from webui.serving.forked import READY, Work, Worker, begin
from webui.serving.limits import DRAIN_S
from webui.serving.shares import Board, Share

STOPPING = (signal.SIGTERM, signal.SIGINT)
# A worker that lived less long has failed; the next one is given ever more time.
SHORT_LIFE_S = 5.0
FIRST_REST_S = 1.0
LONGEST_REST_S = 30.0
# Beyond the time in which a worker that was told to stop ends by itself.
KILL_AFTER_S = DRAIN_S + 5.0
LOOK_S = 1.0


class Supervisor:
    """Keeps so many workers until it is told to stop.

    work:  run in each worker; its status is the worker's
    ready: called once, when the first worker answers; False where its index is not there yet
    say:   shows a sentence to the operator
    """

    def __init__(
        self,
        count: int,
        work: Work,
        ready: Callable[[bool], object],
        say: Callable[[str], object],
    ) -> None:
        self._count, self._work, self._ready, self._say = count, work, ready, say
        self._workers: dict[int, Worker] = {}  # by the pipe of their life
        board = Board(count)
        self._free = [Share(board, place) for place in range(count)]  # of workers to come
        self._due: list[float] = []  # when replacements begin, monotonic
        self._rest_s = FIRST_REST_S
        self._stopped_at: float | None = None
        self._was_ready, self._status = False, 0
        self._leash, self._held = os.pipe()  # workers watch the one end; the other ends with us
        self._wake, self._wakes = os.pipe()  # signals wake the loop

    def run(self) -> int:
        """Serve until a signal says stop; the exit status: a worker's, where none ever answered."""
        for end in (self._wake, self._wakes):
            os.set_blocking(end, False)
        before = {number: signal.signal(number, self._stop) for number in STOPPING}
        signal.set_wakeup_fd(self._wakes, warn_on_full_buffer=False)
        gc.freeze()  # what is imported is not looked through again, so that it stays shared
        try:
            self._due = [time.monotonic()] * self._count
            while self._workers or self._due:
                self._begin_due()
                self._look()
        finally:
            signal.set_wakeup_fd(-1)
            for number, handler in before.items():
                signal.signal(number, handler)
            for end in (self._leash, self._held, self._wake, self._wakes):
                os.close(end)
        return self._status

    def _stop(self, *_: object) -> None:
        """Let all workers end what they have begun; called by a signal."""
        if self._stopped_at is None:
            self._stopped_at = time.monotonic()
        self._due.clear()
        self._signal_all(signal.SIGTERM)

    def _is_stopping(self) -> bool:
        return self._stopped_at is not None

    def _signal_all(self, number: signal.Signals) -> None:
        for worker in tuple(self._workers.values()):
            with suppress(ProcessLookupError):
                os.kill(worker.pid, number)

    def _begin_due(self) -> None:
        now = time.monotonic()
        due = [moment for moment in self._due if moment <= now]
        self._due = [moment for moment in self._due if moment > now]
        for _ in due:
            if self._is_stopping():
                return
            others = (self._held, self._wake, self._wakes, *self._workers)
            worker = begin(self._work, self._leash, self._free.pop(), others)
            self._workers[worker.life] = worker
            if self._is_stopping():  # a signal came just now
                self._signal_all(signal.SIGTERM)

    def _look(self) -> None:
        """Wait for a worker to speak or to die, for a signal, or for what is due."""
        with selectors.DefaultSelector() as selector:
            for file in (self._wake, *self._workers):
                selector.register(file, selectors.EVENT_READ)
            spoke = [key.fd for key, _ in selector.select(LOOK_S)]
        if self._stopped_at is not None and time.monotonic() > self._stopped_at + KILL_AFTER_S:
            self._signal_all(signal.SIGKILL)
        for file in spoke:
            said = os.read(file, 4096)
            if file != self._wake:
                self._hear(self._workers[file], said)

    def _hear(self, worker: Worker, said: bytes) -> None:
        if not said:
            self._bury(worker)
            return
        worker.was_ready = True
        if not self._was_ready:
            self._was_ready = True
            self._ready(said == READY)

    def _bury(self, worker: Worker) -> None:
        del self._workers[worker.life]
        os.close(worker.life)
        _, status = os.waitpid(worker.pid, 0)
        worker.share.leave()
        self._free.append(worker.share)
        if self._stopped_at is not None:
            return
        code = os.waitstatus_to_exitcode(status)
        if not self._was_ready and code > 0:
            self._status = code  # it has said why: no other would fare better
            self._stop()
            return
        lived_s = time.monotonic() - worker.began
        rest_s = self._rest_s if lived_s < SHORT_LIFE_S else 0.0
        self._rest_s = min(2 * self._rest_s, LONGEST_REST_S) if rest_s else FIRST_REST_S
        how = f"was ended by signal {-code}" if code < 0 else f"ended with status {code}"
        self._say(f"A process of the site {how}; another one takes its place.")
        self._due.append(time.monotonic() + rest_s)
