"""`python -m tests.archives.on_spark`: one count on Spark, during which a worker may be killed.

Runs under a Python that has pyspark, beside the one that runs the tests.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
from pathlib import Path

from tests.archives.made import TODAY
from utils.archives import spark
from utils.archives.asked import ask
from utils.archives.inputs import find
from utils.cli.count_output import write

WAIT = 0.02


def kill_in_the_middle(group: int, done: threading.Event) -> None:
    """Kills a group of processes once some pieces are read and others are not."""
    from pyspark import SparkContext

    while not done.wait(WAIT):
        context = SparkContext._active_spark_context
        # the context is there before it can be asked
        tracker = context.statusTracker() if getattr(context, "_jsc", None) else None
        for stage in tracker.getActiveStageIds() if tracker else ():
            info = tracker.getStageInfo(stage) if tracker else None
            if info and info.numTasks > 8 and 2 <= info.numCompletedTasks < info.numTasks - 2:
                os.killpg(group, signal.SIGKILL)
                sys.stdout.write(f"killed after {info.numCompletedTasks} of {info.numTasks}\n")
                return


def main() -> None:
    """Counts what the options say and writes it like the command does."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("master")
    parser.add_argument("folder")
    parser.add_argument("out", type=Path)
    parser.add_argument("--hashtags", required=True)
    parser.add_argument("--length", type=int, default=150_000)
    parser.add_argument("--most", type=int, default=1_000_000)
    parser.add_argument("--kill", type=int, default=0)
    chosen = parser.parse_args()
    done = threading.Event()
    killer = threading.Thread(target=kill_in_the_middle, args=(chosen.kill, done))
    if chosen.kill:
        killer.start()
    try:
        counted = spark.count(
            find([chosen.folder]),
            ask(chosen.hashtags.split(","), TODAY),
            chosen.master,
            most=chosen.most,
            length=chosen.length,
        )
    finally:
        done.set()
    write(counted, "archive", chosen.out)


if __name__ == "__main__":
    sys.exit(main())
