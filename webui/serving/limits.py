"""How long and how much a server bears before it lets a client go.

Measured on two cores with 1,000 idle connections, 128 readers of a few bytes a second and eight
exports that are not read (`python -m benchmarks.site_load`).
"""

# Each connection is a file; what browsers keep open between two pages is closed after some time.
CONNECTIONS = 2_000
IDLE_S = 15
# How often connections are looked through for what is overdue, in seconds.
LOOK_S = 5

# From the first byte of a request to the end of its head, and to the end of its body (of 4 MB at
# most: 64 kB a second).
HEAD_S = 15.0
REQUEST_S = 75.0

# A client that waits for bytes takes at least so many of them in so many seconds, or is let go.
STALL_S = 20.0
LEAST_TAKEN_BYTES = 16_384

# Threads of one process. Python runs one at a time, so more of them make none faster; exports wait
# for their readers in them.
THREADS = 6
EXPORTS_AT_ONCE = 2
# Answers that are made at once in a process that is one of several (see `making`).
LEAST_MADE_AT_ONCE = 2
# How long an answer waits there for the one before it, rather than share the processor with it.
PATIENCE_S = 0.5
# Requests that wait for a thread; what comes beyond is told to come again.
QUEUE = 100
RETRY_AFTER_S = 5

# How long answers that have begun are given to end, when the server is to stop.
DRAIN_S = 10.0
# What the process has besides connections: the database, the index, standard streams.
OTHER_FILES = 200
