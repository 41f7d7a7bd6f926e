"""Extracts an archive of briefings with briefex on a Spark cluster: extract.py ARCHIVE OUTPUT --briefex PATH.

Spark lists and reads the files, hands them as lines to one `briefex extract --frames` a task, and writes the answers as Parquet:

    OUTPUT/records/month=2026-03/*.parquet   a briefing a row, with the columns of `briefex schema`
    OUTPUT/refused/*.json                    what could not be read, and why

The driver sees names, never contents: the frames are made where the files are read. A file without a briefing (a notice, an empty file)
has no row in either, as it has no line in the output of `briefex extract -f ndjson`.
"""

import argparse
import json
import subprocess
from pathlib import Path

from pyspark import SparkFiles, StorageLevel
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pyspark.sql.types import StringType

from schema import row_type

# The endings that briefex looks for in a folder, in any case.
NAMES = "*.{[mM][dD],[mM][aA][rR][kK][dD][oO][wW][nN],[mM][dD][oO][wW][nN],[tT][xX][tT]}"
# What opening a file counts as, in bytes. Spark's own 4 MiB would make a task of every 32 small files.
OPEN_COST = 64 * 1024
# Refused frames end briefex with 1, and their answers say so; any other code fails the task, and Spark tries it again.
# A file of 64 MiB, which briefex reads without frames, is a line of 86 MiB.
COMMAND = "sh -c '{briefex} extract -q --frames --max-bytes 86M || [ $? -eq 1 ]'"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("archive", help="folder of briefings, of any file system that the cluster reads")
    parser.add_argument("output", help="folder that does not exist yet")
    parser.add_argument("--briefex", required=True, type=absolute, help="the program, built for the machines of the executors")
    parser.add_argument("--master", help="the cluster, unless spark-submit names it")
    parser.add_argument("--packed", action="store_true", help="the archive is Parquet with the columns path and content")
    parser.add_argument("--partitions", type=int, help="at least about so many tasks [default: one a core]")
    return parser.parse_args()


def absolute(path):
    return Path(path).resolve()


def start(args):
    builder = SparkSession.builder.appName("briefex").config("spark.sql.files.openCostInBytes", OPEN_COST)
    if args.master:
        builder = builder.master(args.master)
    if args.partitions:
        builder = builder.config("spark.sql.files.minPartitionNum", args.partitions)
    return builder.getOrCreate()


def read_files(spark, archive):
    """The files below a folder: their path below it, and their bytes."""
    files = spark.read.format("binaryFile").option("recursiveFileLookup", True).option("pathGlobFilter", NAMES).load(archive)
    below = files.path.substr(F.lit(len(qualified(spark, archive)) + 2), F.length("path"))
    return files.select(below.alias("path"), "content")


def qualified(spark, folder):
    """A folder as Spark's column `path` names it."""
    path = spark._jvm.org.apache.hadoop.fs.Path(folder)
    return path.getFileSystem(spark._jsc.hadoopConfiguration()).makeQualified(path).toString()


def frames(files):
    """A line a file, whatever its bytes are."""
    # Spark breaks Base64 into lines as mail does; a frame has none.
    coded = F.translate(F.base64("content"), "\r\n", "")
    return files.select(F.to_json(F.struct("path", coded.alias("base64")))).rdd.map(lambda row: row[0])


def pipe(spark, frames, briefex):
    """The answers to frames, by one briefex a task."""
    context = spark.sparkContext
    context.addFile(str(briefex))
    # An executor finds the files of a job where it runs; without executors, the driver knows the place.
    program = SparkFiles.get(briefex.name) if context.master.startswith("local[") else f"./{briefex.name}"
    return frames.pipe(COMMAND.format(briefex=program), checkCode=True)


def read_answers(spark, lines, briefex):
    """Rows with the columns of the published schema; `path` is filled only where a frame was refused."""
    published = subprocess.run([briefex, "schema"], check=True, capture_output=True, text=True).stdout
    columns = row_type(json.loads(published)).add("path", StringType())
    return spark.read.schema(columns).option("mode", "FAILFAST").json(lines)


def write(rows, output):
    refused = rows.where(rows.source.isNull()).select("path", F.explode("diagnostics").alias("diagnostic"))
    refused.select("path", "diagnostic.message").write.json(f"{output}/refused")
    month = F.substring("metadata.published", 1, 7)
    records = rows.where(rows.source.isNotNull()).drop("path").withColumn("month", month)
    # Brings the rows of a month together, so that not every task writes a file for every month; large months are split again.
    records.hint("rebalance", F.col("month")).write.partitionBy("month").parquet(f"{output}/records", compression="zstd")


def main():
    args = arguments()
    spark = start(args)
    files = spark.read.parquet(args.archive) if args.packed else read_files(spark, args.archive)
    # Two outputs are written from the answers, and they are what is dear.
    lines = pipe(spark, frames(files), args.briefex).persist(StorageLevel.DISK_ONLY)
    write(read_answers(spark, lines, args.briefex), args.output)
    spark.stop()


if __name__ == "__main__":
    main()
