"""waitress, with bounds that it does not have: on slow clients, on what waits, on its end."""

import signal
import socket
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from waitress import wasyncore
from waitress.adjustments import Adjustments
from waitress.server import TcpWSGIServer
from waitress.task import ThreadedTaskDispatcher

from webui.sent import MOST_READ_BYTES
from webui.serving.busy import BusyAnswers
from webui.serving.channel import BoundedChannel
from webui.serving.files import most_connections
from webui.serving.limits import DRAIN_S, IDLE_S, LOOK_S, QUEUE, THREADS
from webui.serving.shares import Share

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

TICK_S = 1.0
# How long a process that is at work leaves a new connection to one that is not, and one that holds
# more connections than another leaves it to that one, which may be at work itself.
LEAVE_S, LEAVE_TO_FEWER_S = 0.004, 0.02
# Connections taken in one turn of the loop: a turn looks at all that are open.
MOST_ACCEPTED = 64


class Listener(TcpWSGIServer):  # type: ignore[misc]
    """One listening socket of the site."""

    channel_class = BoundedChannel
    busy: BusyAnswers
    share: Share | None = None  # where other processes accept at the same socket
    leaves_now = False  # whether it leaves the next connection to others, for a moment
    _waited_since: float | None = None

    def readable(self) -> bool:
        """Whether to accept now, as was decided."""
        return bool(super().readable()) and not self.leaves_now

    def decide(self) -> None:
        """Decide whether to accept: who is at work, or holds more, leaves a moment to the others.

        Connections stay open, so a reader stays with the process that accepted it; without this
        one has most of them while another is idle. Once for each turn of the loop, whose length
        hangs on it: what others do meanwhile must not change the answer.
        """
        leave_s = self._leaves_s()
        if not leave_s:
            self._waited_since, self.leaves_now = None, False
            return
        now = time.monotonic()
        if self._waited_since is None:
            self._waited_since = now
        self.leaves_now = now - self._waited_since < leave_s

    def _leaves_s(self) -> float:
        """How long the next connection is left to other processes."""
        if self.share is None:
            return 0.0
        if self.share.is_taken(len(self._map)):
            return LEAVE_TO_FEWER_S
        return LEAVE_S if self.is_at_work() else 0.0

    def handle_accept(self) -> None:
        """Accept connections that wait, until it is for other processes to take the next."""
        self._waited_since = None
        for _ in range(MOST_ACCEPTED):
            held = len(self._map)
            super().handle_accept()
            if len(self._map) == held or self._leaves_s():
                return

    def is_at_work(self) -> bool:
        """Whether a thread of this process is answering."""
        tasks = self.task_dispatcher
        return bool(tasks.queue) or tasks.active_count > 0

    def add_task(self, task: BoundedChannel) -> None:
        """Let a thread answer a request; beyond a bounded queue it is told to come again."""
        if len(self.task_dispatcher.queue) < QUEUE:
            super().add_task(task)
            return
        request = task.requests[0]
        accepted = request.headers.get("ACCEPT_LANGUAGE")
        answer = self.busy.to(request.path or "/", accepted)
        for each in task.requests:
            each.close()
        task.requests = []
        with task.outbuf_lock:
            task.outbufs[-1].append(answer)
            task.total_outbufs_len += len(answer)
            task.close_when_flushed = True
        self.pull_trigger()

    def maintenance(self, now: float) -> None:
        """Let go of connections that do nothing, or not enough."""
        super().maintenance(now)
        moment = time.monotonic()
        for channel in list(self.active_channels.values()):
            if channel.is_overdue(moment):
                channel.let_go()


class Server:
    """The site on listening sockets, until it is told to stop."""

    def __init__(
        self,
        app: "WSGIApplication",
        sockets: Sequence[socket.socket],
        busy: BusyAnswers,
        *,
        share: Share | None = None,
    ) -> None:
        """The sockets are bound already; whoever made them closes them.

        share: the place of this process where others accept at them too
        """
        adjusted = Adjustments(
            threads=THREADS,
            ident=None,
            connection_limit=most_connections(),
            channel_timeout=IDLE_S,
            cleanup_interval=LOOK_S,
            asyncore_use_poll=True,
            clear_untrusted_proxy_headers=False,  # ProxyStep knows whom to believe
            max_request_body_size=MOST_READ_BYTES,
            inbuf_overflow=MOST_READ_BYTES,  # what is sent stays in memory,
            outbuf_overflow=MOST_READ_BYTES,  # and so does the page about it
        )
        self._map: dict[int, wasyncore.dispatcher] = {}
        self._tasks = ThreadedTaskDispatcher()
        self._tasks.set_thread_count(THREADS)
        self._listeners = [self._listener(app, each, adjusted, busy) for each in sockets]
        for listener in self._listeners:
            listener.share = share
        self._stop_at: float | None = None  # monotonic: when a draining server ends at the latest

    def _listener(
        self,
        app: "WSGIApplication",
        bound: socket.socket,
        adjusted: Adjustments,
        busy: BusyAnswers,
    ) -> Listener:
        own = bound.dup()  # closed with the listener; the one of the caller stays
        listener = Listener(
            app,
            self._map,
            True,
            own,
            dispatcher=self._tasks,
            adj=adjusted,
            bind_socket=False,
            sockinfo=(own.family, own.type, own.proto, own.getsockname()),
        )
        listener.busy = busy
        return listener

    def run(self) -> None:
        """Answer until `stop` was called and what had begun has ended."""
        while not self._is_done():
            for listener in self._listeners:
                listener.decide()
            leaves = any(listener.leaves_now for listener in self._listeners)
            timeout = LEAVE_S if leaves else TICK_S
            wasyncore.loop(timeout=timeout, map=self._map, use_poll=True, count=1)
        self._tasks.shutdown(timeout=1)
        for listener in self._listeners:
            listener.trigger.close()
        wasyncore.close_all(self._map, ignore_all=True)

    def stop(self) -> None:
        """Take no more requests, and end when those that have begun are answered.

        May be called from any thread, and by a signal.
        """
        if self._stop_at is None:
            self._stop_at = time.monotonic() + DRAIN_S
        for listener in self._listeners:
            with suppress(OSError):
                listener.pull_trigger()

    def watch(self, file: int, ended: Callable[[], None]) -> None:
        """Call `ended` when a pipe's other end is closed."""
        Leash(file, self._map, ended)

    def _is_done(self) -> bool:
        if self._stop_at is None:
            return False
        for listener in self._listeners:
            if listener.accepting:
                listener.accepting = False
                if listener.share is not None:
                    listener.share.leave()
                wasyncore.dispatcher.close(listener)
            for channel in list(listener.active_channels.values()):
                if channel.is_at_rest():
                    channel.let_go()
        waiting = any(listener.active_channels for listener in self._listeners)
        return not waiting or time.monotonic() > self._stop_at


class Leash(wasyncore.file_dispatcher):  # type: ignore[misc]
    """A pipe to the process above: when that ends, so do we."""

    def __init__(
        self, file: int, map: dict[int, wasyncore.dispatcher], ended: Callable[[], None]
    ) -> None:
        super().__init__(file, map)
        self._ended = ended

    def writable(self) -> bool:
        """Nothing is ever written."""
        return False

    def handle_read(self) -> None:
        """The other end was closed: nothing is ever sent through it."""
        self.close()
        self._ended()

    def handle_close(self) -> None:
        """The same, where the system says so."""
        self.handle_read()


def stop_at_signals(server: Server, numbers: Sequence[signal.Signals]) -> None:
    """Let signals stop the server. Only the main thread may call this."""
    for number in numbers:
        signal.signal(number, lambda *_: server.stop())
