"""What the reading of one PDF may take."""

# Of the processor's time: a report of 500 pages takes 3 s. On the wall, on a machine that is busy,
# and where the system bounds no processor time.
MAX_CPU_S = 9
MAX_S = 30.0
# For the process to come up, on a machine that is busy.
MAX_START_S = 60.0
# Of address space, with Python and PDFium in it; with the program itself under 512 MB in all.
MAX_MEMORY_BYTES = 300_000_000
