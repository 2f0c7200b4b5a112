"""The version of cleaning: what its rules and its judge decide, told by one number."""

# Raised when rules, judge or weights decide otherwise about lines. A reprocessing that was cut off
# under another number is begun anew, so that no archive is made half by these and half by those.
#   1: the first
#   2: long pages judged in pieces; speakers stay; "(c)" before a year or a word of rights only
#   3: short lines of laws, minutes and price lists stay; a footer ends at a numbered line
CLEANING_VERSION = 3
