#!/usr/bin/env python3
"""Annotates articles on a Spark cluster: JSON Lines in, JSON Lines or Parquet out.

    spark-submit --master 'local[2]' annotate.py --root DOSSIER IN OUT
    spark-submit --master spark://HOST:7077 annotate.py --program /opt/sijill --root /shared/dossier IN OUT --parquet

Each line of IN is {"id": …, "text": …}, as `sijill annotate --jsonl` reads it. DOSSIER holds the settings and the names
(content/site.yaml, content/knowledge/); it and the program must lie on every machine at the same place. Records keep
no order; each has its id. A line that could not be annotated has `error` in its record, and the run ends with 1.
"""

import argparse
import json
import shlex
import subprocess
import sys
import threading

from pyspark.sql import SparkSession


def main():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("input")
    words.add_argument("output")
    words.add_argument("--root", required=True, help="the dossier whose settings and names are used")
    words.add_argument("--program", default="sijill")
    words.add_argument("--parquet", action="store_true", help="write Parquet: id, failed, and the record as JSON")
    words.add_argument("--parts", type=int, default=0, help="how many parts (as many as there are cores)")
    words = words.parse_args()

    spark = SparkSession.builder.appName("sijill annotate").getOrCreate()
    lines = spark.sparkContext.textFile(words.input)
    # One program for each part: it reads the names once, and then takes line after line.
    lines = lines.repartition(words.parts or spark.sparkContext.defaultParallelism)
    command = [words.program, "annotate", "--jsonl", "--root", words.root]

    def annotated(part):
        """The records of one part, in its order. The program has one core, as Spark runs one part on each."""
        run = subprocess.Popen(
            ["env", "RAYON_NUM_THREADS=1", *command], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        def feed():
            with run.stdin as to:
                for line in part:
                    to.write(line.encode("utf-8") + b"\n")

        feeder = threading.Thread(target=feed)
        feeder.start()
        for record in run.stdout:
            yield record.decode("utf-8").rstrip("\n")
        feeder.join()
        # 1 says that records have errors, which the records say too.
        if run.wait() not in (0, 1):
            raise RuntimeError(f"{shlex.join(command)} ended with {run.returncode}")

    records = lines.mapPartitions(annotated)
    if words.parquet:

        def row(record):
            read = json.loads(record)
            return (str(read.get("id", "")), "error" in read, record)

        table = spark.createDataFrame(records.map(row), "id string, failed boolean, record string")
        table.write.mode("error").parquet(words.output)
        failed = spark.read.parquet(words.output).where("failed").count()
    else:
        records.saveAsTextFile(words.output)
        written = spark.sparkContext.textFile(words.output)
        failed = written.filter(lambda record: "error" in json.loads(record)).count()
    spark.stop()
    if failed:
        print(f"{failed} records have errors", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
