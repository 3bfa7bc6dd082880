"""Measures durable queues of Python: jobs a second, each on disk before the call returns.

    queue_peers.py enqueue|process huey|persist-queue FOLDER [--workers W] [--seconds S]

`enqueue` puts jobs of 1,000 bytes from W threads; `process` takes them and, where the queue knows it, acknowledges them: huey
deletes a job when it is taken, and loses it in a crash. Both run with their journal synced at every commit. What is left at the
end is counted against what was done. Prints {"value": N} as the last line.
"""

import argparse
import os
import threading
import time

BODY = b"a" * 1000
FILLED = 30_000


class Huey:
    def __init__(self, folder):
        from huey.storage import SqliteStorage

        self.storage = SqliteStorage(filename=os.path.join(folder, "huey.db"), fsync=True)

    def put(self):
        self.storage.enqueue(BODY)

    def fill(self, count):
        import sqlite3

        with sqlite3.connect(self.storage.filename) as connection:
            connection.executemany(
                "INSERT INTO task (queue, data, priority) VALUES (?, ?, 0)",
                ((self.storage.name, BODY) for _ in range(count)))
        connection.close()

    def take(self):
        if self.storage.dequeue() is None:
            raise SystemExit("there were too few jobs")

    def left(self):
        return self.storage.queue_size()


class PersistQueue:
    def __init__(self, folder):
        from persistqueue import SQLiteAckQueue

        self.queue = SQLiteAckQueue(folder, multithreading=True, auto_commit=True)

    def put(self):
        self.queue.put(BODY)

    def fill(self, count):
        # Its own serializer, and one transaction: what is measured is what comes after.
        self.queue.put(BODY)
        with self.queue.tran_lock, self.queue._putter as connection:
            row = connection.execute("SELECT data, timestamp, status FROM ack_queue_default").fetchone()
            connection.executemany(
                "INSERT INTO ack_queue_default (data, timestamp, status) VALUES (?, ?, ?)",
                (row for _ in range(count - 1)))
        self.queue.total = self.queue._count()

    def take(self):
        self.queue.ack(self.queue.get(block=False))

    def left(self):
        return self.queue._count()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("job", choices=["enqueue", "process"])
    parser.add_argument("queue", choices=["huey", "persist-queue"])
    parser.add_argument("folder")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=3)
    options = parser.parse_args()
    queue = (Huey if options.queue == "huey" else PersistQueue)(options.folder)
    if options.job == "process":
        queue.fill(FILLED)
    step = queue.put if options.job == "enqueue" else queue.take
    counts = [0] * options.workers
    start = time.monotonic()

    def work(worker):
        while time.monotonic() - start < options.seconds:
            step()
            counts[worker] += 1

    threads = [threading.Thread(target=work, args=(worker,)) for worker in range(options.workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.monotonic() - start
    done = sum(counts)
    wanted = done if options.job == "enqueue" else FILLED - done
    if queue.left() != wanted:
        raise SystemExit(f"{queue.left()} jobs are there, and there should be {wanted}")
    print(f'{{"value": {done / seconds}}}')


if __name__ == "__main__":
    main()
