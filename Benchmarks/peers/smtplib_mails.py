"""Measures Python's mail clients: mails a second to one relay over kept connections.

    smtplib_mails.py --client smtplib|aiosmtplib --port N --mail FILE [--count N] [--sessions N]

The connections are shared among as many processes as there are processors, because one Python process uses one of them.
Prints {"value": N} as the last line.
"""

import argparse
import asyncio
import json
import multiprocessing
import os
import pathlib
import smtplib
import threading
import time

SENDER, RECIPIENT = "a@exemple.example", ["b@exemple.example"]


def by_smtplib(port, mail, shares):
    def session(count):
        with smtplib.SMTP("127.0.0.1", port, local_hostname="localhost") as client:
            for _ in range(count):
                if client.sendmail(SENDER, RECIPIENT, mail):
                    raise SystemExit("a recipient was refused")

    threads = [threading.Thread(target=session, args=(count,)) for count in shares]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def by_aiosmtplib(port, mail, shares):
    import aiosmtplib

    async def session(count):
        client = aiosmtplib.SMTP(hostname="127.0.0.1", port=port, start_tls=False, local_hostname="localhost")
        await client.connect()
        for _ in range(count):
            errors, _ = await client.sendmail(SENDER, RECIPIENT, mail)
            if errors:
                raise SystemExit("a recipient was refused")
        await client.quit()

    async def all_sessions():
        await asyncio.gather(*(session(count) for count in shares))

    asyncio.run(all_sessions())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--client", choices=["smtplib", "aiosmtplib"], required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--mail", type=pathlib.Path, required=True)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--sessions", type=int, default=10)
    arguments = parser.parse_args()
    send = by_smtplib if arguments.client == "smtplib" else by_aiosmtplib
    mail = arguments.mail.read_bytes()
    count, sessions = arguments.count, arguments.sessions
    shares = [count // sessions + (number < count % sessions) for number in range(sessions)]
    workers = min(os.cpu_count() or 1, sessions)
    processes = [
        multiprocessing.Process(target=send, args=(arguments.port, mail, shares[number::workers]))
        for number in range(workers)
    ]
    begin = time.monotonic()
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    elapsed = time.monotonic() - begin
    if any(process.exitcode for process in processes):
        raise SystemExit("a mail was not sent")
    print(json.dumps({"value": round(count / elapsed, 1)}))


if __name__ == "__main__":
    main()
