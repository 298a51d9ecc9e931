"""`python -m tests.bench.archive`: how fast, and in how much memory, an archive is counted.

Takes numbers of posts (default 1,000,000 and 10,000,000; ten million need 9 GB of disk). Prints
the table of docs/count.md. Everything is made up, in a folder that is removed at the end.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
IN_A_FILE = 1_000_000
HASHTAG = "WorldMentalHealthDay"
MOST_OF_PANDAS = 2_000_000
"""Posts that pandas can hold here: each takes about 3 kB of memory."""
_TEXTS = (
    f"Talking helps, and so does listening. #{HASHTAG} https://t.co/abcdefghij",
    f"Zuhören hilft – und Reden auch 💚 #{HASHTAG.lower()} #MentalHealth",
    "今日は天気がいい #散歩 #写真",
    "Traffic on the ring road is slow again, leave early #commute",
    *("A post about lunch, the weather and nothing else in particular",) * 4,
)
_LINE = (
    '{{"id":"{id}","author_id":"{account}","created_at":"2024-{month:02}-{day:02}T12:34:56.000Z",'
    '"text":"{text}","lang":"en","conversation_id":"{id}","possibly_sensitive":false,'
    '"edit_history_tweet_ids":["{id}"],"reply_settings":"everyone","source":"Web App",'
    '"entities":{{"annotations":[{{"start":0,"end":7,"probability":0.9,"type":"Other",'
    '"normalized_text":"{pad}"}}]}},"context_annotations":[{{"domain":{{"id":"46","name":"Brand",'
    '"description":"Categories within Brand Verticals that narrow down the scope"}},'
    '"entity":{{"id":"1","name":"Health"}}}}],"public_metrics":{{"retweet_count":{low},'
    '"reply_count":1,"like_count":{low},"quote_count":0,"impression_count":{high}}}}}\n'
)


@dataclass(frozen=True)
class Run:
    """Seconds by the clock and of computing, and the most memory in MB that one program held."""

    seconds: float
    computing: float
    memory: float


def make(folder: Path, posts: int) -> int:
    """Writes an archive of so many posts, a million to a file; its size in bytes."""
    folder.mkdir()
    for start in range(0, posts, IN_A_FILE):
        with (folder / f"{start:012}.jsonl").open("w", encoding="utf-8") as file:
            file.writelines(_lines(start, min(IN_A_FILE, posts - start), posts))
    return sum(one.stat().st_size for one in folder.iterdir())


def _lines(start: int, size: int, posts: int) -> Iterator[str]:
    dice = random.Random(start)
    for number in range(start, start + size):
        roll = dice.getrandbits(40)
        yield _LINE.format(
            id=1_800_000_000_000_000_000 + number,
            account=int((roll / 2**40) ** 2 * posts / 5) + 1_000_000_000,
            month=1 + roll % 12,
            day=1 + roll % 28,
            text=_TEXTS[roll % len(_TEXTS)],
            pad="x" * (roll % 200),
            low=roll % 30,
            high=roll % 5_000,
        )


def run(command: Sequence[str], folder: Path = ROOT) -> Run:
    """Runs a program to its end; raises `RuntimeError` if it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command[:4]} ended with {process.returncode}")
    computing = usage.ru_utime + usage.ru_stime
    return Run(seconds, computing, usage.ru_maxrss / 1_000 * 1.024)


def counting(archive: Path, out: Path, memory: str) -> Run:
    """The count as a person starts it."""
    command = [sys.executable, "-m", "utils.cli", "count", str(archive), "--hashtags", HASHTAG]
    return run([*command, "--out", str(out), "--memory", memory, "--json"])


def with_pandas(archive: Path) -> Run:
    """Posts and accounts by day, as many would write it in a notebook."""
    program = (
        "import pandas as pd, pathlib, sys\n"
        "files = sorted(pathlib.Path(sys.argv[1]).iterdir())\n"
        "posts = pd.concat(pd.read_json(one, lines=True, dtype=False)"
        " for one in files)\n"
        f"found = posts[posts['text'].str.contains('#{HASHTAG}', case=False)]\n"
        "found = found.drop_duplicates('id')\n"
        "print(found.groupby(found['created_at'].str[:10])['author_id'].agg(['size', 'nunique']))\n"
    )
    return run([sys.executable, "-c", program, str(archive)])


def measured(posts: int, memory: str, folder: Path) -> Iterator[str]:
    """The lines of the table for one size."""
    archive = folder / "archive"
    size = make(archive, posts)
    files = sorted(map(str, archive.iterdir()))
    reading = min((run(["cat", *files]) for _ in range(3)), key=lambda one: one.seconds)
    runs = {"count": counting(archive, folder / "out", memory)}
    if posts <= MOST_OF_PANDAS:
        runs["pandas"] = with_pandas(archive)
    yield _row(posts, size, "cat > /dev/null", reading, reading)
    for name, one in runs.items():
        yield _row(posts, size, name, one, reading)
    shutil.rmtree(archive)


def _row(posts: int, size: int, name: str, one: Run, reading: Run) -> str:
    ratio = one.seconds / reading.seconds
    rate = size / one.seconds / 1e6
    cells = (
        f"{posts:,}",
        f"{size / 1e9:.1f} GB",
        name,
        f"{one.seconds:.1f} s",
        f"{one.computing:.1f} s",
        f"{rate:,.0f} MB/s",
    )
    return f"| {' | '.join(cells)} | {ratio:.1f} | {one.memory:,.0f} MB |"


def main() -> None:
    """Reads the options and prints the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.archive", description=__doc__)
    parser.add_argument("posts", nargs="*", type=int, default=[1_000_000, 10_000_000])
    parser.add_argument("--memory", default="2GB", help="what the count may take")
    parser.add_argument("--folder", type=Path, help="where the archive is made (default: /tmp)")
    chosen = parser.parse_args()
    print("| posts | size | program | time | computing | rate | times cat | most memory |")
    print("|---|---|---|---|---|---|---|---|")
    for posts in chosen.posts:
        with TemporaryDirectory(dir=chosen.folder) as folder:
            for line in measured(posts, chosen.memory, Path(folder)):
                print(line, flush=True)


if __name__ == "__main__":
    main()
