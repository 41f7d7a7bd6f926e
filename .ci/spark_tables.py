"""Holds the smaller outputs of Spark against those of one machine, and its log against the claim: spark_tables.py SPARK ONE LOG.

The table of scenarios must have the rows that `briefex extract -f parquet` has, what was refused must be what that could not read, and
more than one executor must have extracted files.
"""

import collections
import json
import sys

import duckdb

SCENARIOS = "file, briefing, id, title, published, line, set, name, scenario_title, stance, probability, probability_low, probability_high, horizon"


def hold(what, ours, theirs):
    """Ends the run unless two queries give the same rows, each as often."""
    differing = duckdb.sql(f"(FROM ({ours}) EXCEPT ALL FROM ({theirs})) UNION ALL (FROM ({theirs}) EXCEPT ALL FROM ({ours}))").fetchall()
    if differing:
        sys.exit(f"{len(differing)} {what} differ, such as {differing[0]}")
    ((count,),) = duckdb.sql(f"SELECT count(*) FROM ({ours})").fetchall()
    print(f"equal: {count} {what}")


def tasks(log):
    """How many tasks of the first stage, which reads and extracts, each executor finished."""
    with open(log, encoding="utf-8") as lines:
        events = [json.loads(line) for line in lines]
    done = (event["Task Info"]["Executor ID"] for event in events if event["Event"] == "SparkListenerTaskEnd" and not event["Stage ID"])
    return collections.Counter(done)


def main(spark, one, log):
    hold(
        "rows of scenarios",
        f"SELECT {SCENARIOS} FROM '{spark}/scenarios/*.parquet'",
        f"SELECT {SCENARIOS} FROM '{one}/scenarios.parquet'",
    )
    hold(
        "files refused",
        f"SELECT path FROM read_json('{spark}/refused/*.json')",
        f"SELECT path FROM '{one}/files.parquet' WHERE kind = 'unreadable'",
    )
    executors = tasks(log)
    print("tasks that extract: " + ", ".join(f"{count} by executor {name}" for name, count in sorted(executors.items())))
    if len(executors) < 2:
        sys.exit("not more than one executor worked")


main(*sys.argv[1:])
