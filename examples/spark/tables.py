"""Lays the scenarios of extracted briefings flat, a row each: tables.py RECORDS OUTPUT.

The columns are those of `briefex extract -f parquet -r scenarios`; any other list of records is laid flat the same way.
"""

import sys

from pyspark.sql import SparkSession

SCENARIOS = """
    SELECT path AS file, briefing, scenario.id, title, to_date(rpad(published, 10, '-01')) AS published, scenario.line,
           scenario.set, scenario.name, scenario.title AS scenario_title, scenario.stance,
           scenario.probability.value AS probability, scenario.probability.low AS probability_low,
           scenario.probability.high AS probability_high, scenario.horizon
    FROM (SELECT source.path, id AS briefing, title, metadata.published, explode(scenarios) AS scenario FROM briefings)
"""


def main(records, output):
    spark = SparkSession.builder.appName("briefex tables").getOrCreate()
    spark.read.parquet(records).createOrReplaceTempView("briefings")
    spark.sql(SCENARIOS).write.parquet(output, compression="zstd")
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
