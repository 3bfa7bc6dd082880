#!/usr/bin/env python3
"""Shows how much memory the worker takes while it delivers many mails.

Fills a state folder with mails that wait to go out, lets `recours run --once` send them to Postfix's smtp-sink, and
reads the worker's resident memory at every tenth. It must not grow with what was delivered: the most in the second half
may be at most a quarter above the most in the second tenth.

Usage: Benchmarks/worker_memory.py [--count 100000] [--cases 1000]
Needs smtp-sink (Debian: postfix), and the release builds of `make bench`.
"""

import argparse
import collections
import os
import pathlib
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time


ROOT = pathlib.Path(__file__).resolve().parent.parent
GROWTH_MAX = 1.25


def resident_megabytes(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start_sink(port):
    program = shutil.which("smtp-sink") or "/usr/sbin/smtp-sink"
    user = ["-u", "nobody"] if os.geteuid() == 0 else []
    process = subprocess.Popen([program, *user, f"127.0.0.1:{port}", "256"])
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return process
        except OSError:
            time.sleep(0.05)
    process.terminate()
    sys.exit(f"nothing listens on port {port}")


def measure(worker, count):
    """The most memory in each tenth of the deliveries, in megabytes."""
    most = [0.0] * 10
    done = 0
    for line in worker.stdout:
        if "accepted" in line:
            done += 1
        if done % 100 == 0:
            tenth = min(9, done * 10 // count)
            most[tenth] = max(most[tenth], resident_megabytes(worker.pid))
    return done, most


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--cases", type=int, default=1000)
    arguments = parser.parse_args()
    bench = ROOT / "Benchmarks/.build/release/recours-bench"
    recours = ROOT / ".build/release/recours"
    work = pathlib.Path(tempfile.mkdtemp(prefix="worker-memory-", dir=ROOT / "Benchmarks/.build"))
    port = free_port()
    sink = start_sink(port)
    try:
        home = work / "state"
        subprocess.run([bench, "worker-fill", "--home", home, "--count", str(arguments.count),
                        "--cases", str(arguments.cases)], check=True)
        begun = time.monotonic()
        worker = subprocess.Popen(
            [recours, "run", "--once", "--json", "--directory", ROOT / "channels.json"], text=True,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env={"PATH": os.environ["PATH"], "HOME": str(work), "RECOURS_HOME": str(home),
                 "RECOURS_SMTP_URL": f"smtp://127.0.0.1:{port}", "RECOURS_SMTP_TLS": "none",
                 "RECOURS_ALLOW_LOOPBACK": "1", "RECOURS_MAIL_FROM": "banc@exemple.example",
                 "RECOURS_LOG": "warning"})
        try:
            done, most = measure(worker, arguments.count)
        finally:
            worker.send_signal(signal.SIGTERM)
            code = worker.wait()
        seconds = time.monotonic() - begun
        store = sqlite3.connect(f"file:{home}/cases.sqlite?mode=ro", uri=True)
        states = collections.Counter(row[0] for row in store.execute("SELECT state FROM deliveries"))
        store.close()
    finally:
        sink.terminate()
        sink.wait()
        shutil.rmtree(work)
    print(f"{done} mails in {seconds:.0f} s, exit {code}, {dict(states)}")
    print("most memory in each tenth, MB: " + " ".join(f"{value:.0f}" for value in most))
    if states != {"accepted": arguments.count}:
        sys.exit("not every mail was accepted")
    growth = max(most[5:]) / max(most[1], 1)
    print(f"growth {growth:.2f}, at most {GROWTH_MAX}")
    sys.exit(0 if growth <= GROWTH_MAX else 1)


if __name__ == "__main__":
    main()
