#!/usr/bin/env python3
"""Kills the program while it delivers, again and again, and counts what arrived.

Opens cases, sends one mail from each to Postfix's smtp-sink and orders registered letters from a provider of its own,
and ends the senders and the worker with SIGKILL at random moments. Then everything comes to rest, and what the cases
say is compared with what arrived:

  - every send that was acknowledged is there, and every delivery is accepted, waiting, or unknown and shown;
  - what is accepted arrived once, what waits did not arrive, what is unknown arrived at most once;
  - no letter was submitted twice, whatever happened;
  - the store is sound, and every chain of every log verifies.

With --sweep a delivery is also killed at its n-th write, sync, removal, renaming and packet, for every n.

Usage: Tools/soak.py [--mails 2000] [--letters 200] [--kills 500] [--sweep] [--seed N] [--program .build/release/recours]
Needs smtp-sink (Debian: postfix). Everything happens on loopback, and in a folder that is removed when all is well.
"""

import argparse
import collections
import http.server
import json
import os
import pathlib
import random
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse


# Claims that a killed worker left behind are taken over when their lease has run out.
LEASE_SECONDS = 300
MOVING = ("queued", "sending", "waiting")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Sink:
    """Postfix's smtp-sink, which writes each complete mail to a file of its own."""

    def __init__(self, folder):
        self.folder = folder / "mails"
        self.folder.mkdir()
        self.port = free_port()
        # One reply in five to the final dot comes a second late, so that kills fall between the dot and the reply.
        options = ["-d", "mails/%M.", "-W", ".:1:20", f"127.0.0.1:{self.port}", "256"]
        if os.geteuid() == 0:
            shutil.chown(self.folder, user="nobody")
            options = ["-u", "nobody"] + options
        program = shutil.which("smtp-sink") or "/usr/sbin/smtp-sink"
        self.process = subprocess.Popen([program] + options, cwd=folder)

    def copies(self):
        """How many copies of each mail arrived, by its Message-ID."""
        found = collections.Counter()
        for file in self.folder.iterdir():
            match = re.search(rb"^Message-ID:\s*(<[^>]+>)", file.read_bytes(), re.MULTILINE | re.IGNORECASE)
            if match:
                found[match.group(1).decode()] += 1
        return found

    def stop(self):
        self.process.terminate()
        self.process.wait()


class Kills:
    """How many processes of each kind may still be killed, over all threads."""

    def __init__(self, send, run):
        self.lock = threading.Lock()
        self.left = {"send": send, "run": run}
        self.done = collections.Counter()

    def kill(self, process, what):
        """Kills a process that still runs; says whether it did."""
        with self.lock:
            if self.left[what] <= 0 or process.poll() is not None:
                return False
            process.send_signal(signal.SIGKILL)
            process.wait()
            # One that ended by itself just before was not killed.
            if process.returncode != -signal.SIGKILL:
                return False
            self.left[what] -= 1
            self.done[what] += 1
            return True


class Program:
    def __init__(self, path, environment, log):
        self.path, self.environment, self.log = path, environment, log

    def start(self, *arguments):
        return subprocess.Popen(
            [self.path, *arguments], env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=self.log)

    def run(self, *arguments, expected=(0,)):
        done = subprocess.run(
            [self.path, *arguments], env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if done.returncode not in expected:
            sys.exit(f"recours {' '.join(arguments)}: exit {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout


class Provider:
    """A provider of registered letters in the shape of Maileva's, which counts what is submitted.

    It submits a sending again whenever it is asked to, so that a second order would show.
    """

    def __init__(self):
        self.submitted = collections.Counter()
        self.sendings = {}
        lock = threading.Lock()
        provider = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *arguments):
                pass

            def answer(self, code, value):
                body = json.dumps(value).encode()
                self.send_response(code)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def take(self):
                length = int(self.headers.get("Content-Length") or 0)
                body = self.rfile.read(length)
                url = urllib.parse.urlsplit(self.path)
                if len(body) < length:
                    raise ConnectionError("the request was cut off")
                # Some answers come late, so that kills fall between an effect and its answer.
                delay = random.random()
                with lock:
                    code, value = provider.take(self.command, url, body)
                if delay < 0.2:
                    time.sleep(delay * 4)
                self.answer(code, value)

            def do_GET(self):
                self.take()

            def do_POST(self):
                self.take()

        class Server(http.server.ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, request, address):
                # The program was killed in the middle of a request.
                pass

        self.server = Server(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def environment(self, secret):
        base = f"http://127.0.0.1:{self.server.server_port}"
        return {
            "RECOURS_REGISTERED_MAIL_URL": f"{base}/v2", "RECOURS_REGISTERED_MAIL_TOKEN_URL": f"{base}/token",
            "RECOURS_REGISTERED_MAIL_CLIENT_ID": "soak",
            "RECOURS_REGISTERED_MAIL_CLIENT_SECRET_FILE": str(secret),
            "RECOURS_REGISTERED_MAIL_PRICE_MAX": "10.00",
        }

    def take(self, method, url, body):
        if url.path == "/token":
            return 200, {"access_token": "soak-token", "token_type": "Bearer", "expires_in": 3600}
        parts = url.path.removeprefix("/v2/sendings").strip("/").split("/")
        if parts == [""]:
            if method == "GET":
                return self.page(urllib.parse.parse_qs(url.query))
            sending = {"id": f"sending-{len(self.sendings) + 1}", "custom_id": json.loads(body)["custom_id"],
                       "status": "DRAFT", "documents_count": 0, "recipients_counts": {"total": 0}}
            self.sendings[sending["id"]] = sending
            return 201, sending
        sending = self.sendings.get(parts[0])
        if sending is None:
            return 404, {"code": "SENDING_NOT_FOUND"}
        match (method, parts[1:]):
            case ("GET", []):
                return 200, sending
            case ("GET", ["recipients"]):
                return 200, {"recipients": [{"id": "r", "status": "DRAFT", "postage_price": 6.11}]
                             * sending["recipients_counts"]["total"]}
            case ("POST", ["documents"]):
                sending["documents_count"] += 1
                return 201, {"id": "d"}
            case ("POST", ["recipients"]):
                sending["recipients_counts"]["total"] += 1
                return 201, {"id": "r", "status": "DRAFT"}
            case ("POST", ["submit"]):
                self.submitted[sending["custom_id"]] += 1
                sending["status"] = "PENDING"
                return 200, {}
        return 404, {"code": "NOT_FOUND"}

    def page(self, query):
        start, count = int(query["start_index"][0]), int(query["count"][0])
        newest_first = list(self.sendings.values())[::-1]
        return 200, {"sendings": newest_first[start - 1:start - 1 + count],
                     "paging": {"total_results": len(newest_first)}}


def facts(number, channel):
    """A case whose decision allows the channel today."""
    contact = {"email": f"service{number}@exemple.example", "address": ["1 rue de l'Exemple", "59000 Lille"]}
    case = {
        "reference": f"soak-{number}",
        "merchant": {"name": "Exemple SARL", "country": "FR", **contact},
        "seller": {"type": "own-website"},
        "issue": {"kind": "refund-not-received", "demand": "refund",
                  "description": f"Le remboursement de la commande {number} n'est pas arrivé."},
        "order": {"number": f"A-{number}", "orderedOn": "2026-09-01", "deliveredOn": "2026-09-05",
                  "withdrawalNotifiedOn": "2026-09-10", "returnShippedOn": "2026-09-11",
                  "returnReceivedOn": "2026-09-14", "deliveredIn": "FR",
                  "amount": {"amount": "59.90", "currency": "EUR"}, "payment": "card",
                  "item": {"name": "Lampe", "category": "homeware", "condition": "new"}},
        "consumer": {"name": "Camille Exemple", "address": ["12 rue des Lilas", "69003 Lyon"],
                     "email": "camille@exemple.example", "country": "FR", "region": "metropole",
                     "language": "fr", "professional": False},
    }
    if channel == "registered-mail":
        case["history"] = [{"channel": "email", "at": "2026-10-01T09:00:00+02:00", "outcome": "no-reply"}]
    return case


class Soak:
    def __init__(self, arguments, folder):
        self.arguments = arguments
        self.folder = folder
        self.state = folder / "state"
        self.chance = random.Random(arguments.seed)
        # The worker is one process for thousands of senders, and would hardly be hit without a share of its own.
        self.kills = Kills(send=arguments.kills - arguments.kills * 2 // 5, run=arguments.kills * 2 // 5)
        self.sink = Sink(folder)
        self.provider = Provider()
        self.log = open(folder / "stderr.log", "ab")
        secret = folder / "secret"
        secret.write_text("soak-secret\n")
        secret.chmod(0o600)
        environment = {
            "PATH": os.environ["PATH"], "HOME": str(folder), "RECOURS_HOME": str(self.state),
            "RECOURS_SMTP_URL": f"smtp://127.0.0.1:{self.sink.port}", "RECOURS_SMTP_TLS": "none",
            "RECOURS_ALLOW_LOOPBACK": "1", "RECOURS_MAIL_FROM": "soak@exemple.example",
            **self.provider.environment(secret),
        }
        self.program = Program(arguments.program, environment, self.log)
        self.acknowledged = collections.Counter()
        self.orders = []
        self.lock = threading.Lock()

    def open_cases(self):
        for number in range(self.arguments.mails + self.arguments.letters):
            channel = "email" if number < self.arguments.mails else "registered-mail"
            file = self.folder / "cases" / f"{number}.json"
            file.parent.mkdir(exist_ok=True)
            file.write_text(json.dumps(facts(number, channel)))
            self.orders.append((f"soak-{number}", channel))
        files = [str(self.folder / "cases" / f"{number}.json") for number in range(len(self.orders))]
        for start in range(0, len(files), 200):
            self.program.run("case", "open", *files[start:start + 200])
        self.chance.shuffle(self.orders)

    def send(self, reference, channel, chance):
        """Sends until a send was not killed: nobody repeats one that has answered."""
        share = min(0.5, 0.8 * self.arguments.kills / len(self.orders))
        consent = ["--consent"] if channel == "registered-mail" else []
        # What is sent later is the worker's from the start.
        way = ["--later"] if chance.random() < 0.5 else ["--wait", "1"]
        while True:
            process = self.program.start("send", reference, "--channel", channel, *way, *consent)
            if chance.random() < share:
                time.sleep(chance.uniform(0, 0.12) if chance.random() < 0.8 else chance.uniform(0, 1.5))
                if self.kills.kill(process, "send"):
                    continue
            code = process.wait()
            with self.lock:
                self.acknowledged[code] += 1
            if code not in (0, 3, 75):
                sys.exit(f"send {reference}: exit {code}; see {self.folder}/stderr.log")
            return

    def sweep(self):
        """Kills a whole delivery at its n-th write, sync, removal, renaming and packet, for every n."""
        kills = 0
        for call in ("pwrite64", "fdatasync", "unlink", "rename", "sendto"):
            for when in range(1, 1000):
                reference = f"sweep-{call}-{when}"
                file = self.folder / "cases" / f"{reference}.json"
                case = facts(len(self.orders), "email")
                case["reference"] = reference
                file.write_text(json.dumps(case))
                self.program.run("case", "open", str(file))
                self.orders.append((reference, "email"))
                inject = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e",
                          f"inject={call}:signal=KILL:when={when}"]
                process = subprocess.run(
                    inject + [self.program.path, "send", reference, "--channel", "email"],
                    env=self.program.environment, stdout=subprocess.DEVNULL, stderr=self.log)
                self.program.run("send", reference, "--channel", "email", "--wait", "0", expected=(0, 3, 75))
                if process.returncode == 0:
                    print(f"sweep: {when - 1} calls of {call}", flush=True)
                    break
                kills += 1
        print(f"sweep: killed {kills} times", flush=True)

    def senders(self):
        line = list(self.orders)

        def work(seed):
            chance = random.Random(seed)
            while True:
                with self.lock:
                    if not line:
                        return
                    reference, channel = line.pop()
                self.send(reference, channel, chance)

        threads = [threading.Thread(target=work, args=(self.chance.random(),)) for _ in range(8)]
        for thread in threads:
            thread.start()
        return threads

    def kill_workers(self, threads):
        """Runs the worker and kills it, until everything was sent and nothing is left to kill it at."""
        while any(thread.is_alive() for thread in threads) or self.kills.left["run"] and self.moves():
            process = self.program.start("run")
            time.sleep(self.chance.uniform(0.02, 1.5))
            if not self.kills.kill(process, "run") and process.poll() is None:
                process.terminate()
                process.wait()

    def come_to_rest(self):
        """Lets the worker do what is left, claims of killed workers among it."""
        process = self.program.start("run")
        end = time.monotonic() + LEASE_SECONDS + 300
        while time.monotonic() < end and self.moves():
            time.sleep(2)
        # It may have begun just now, and hear nothing yet.
        time.sleep(1)
        process.terminate()
        if process.wait() != 0:
            sys.exit(f"the worker ended with {process.returncode}; see {self.folder}/stderr.log")

    def rows(self):
        store = sqlite3.connect(f"file:{self.state}/cases.sqlite?mode=ro", uri=True, timeout=20)
        try:
            return store.execute("SELECT reference, channel, state, claims FROM deliveries").fetchall()
        finally:
            store.close()

    def states(self):
        return collections.Counter(state for _, _, state, _ in self.rows())

    def moves(self):
        """True while a delivery waits to go out, or is on its way."""
        try:
            states = self.states()
        except sqlite3.OperationalError:
            # A killed writer left its journal: the next worker rolls it back, not this reader.
            return True
        return any(states[state] for state in MOVING)

    def run(self):
        begun = time.monotonic()
        self.open_cases()
        threads = self.senders()
        self.kill_workers(threads)
        for thread in threads:
            thread.join()
        print(f"sent after {time.monotonic() - begun:.0f} s, killed {dict(self.kills.done)}", flush=True)
        if self.arguments.sweep:
            self.sweep()
        self.come_to_rest()
        return self.judge(time.monotonic() - begun)

    def judge(self, seconds):
        faults = []
        mails, letters = self.sink.copies(), self.provider.submitted
        rows = self.rows()
        if len(rows) != len(self.orders):
            faults.append(f"{len(self.orders)} sends made {len(rows)} deliveries")
        for reference, channel, state, _ in rows:
            arrived = letters[reference] if channel == "registered-mail" else sum(
                count for message, count in mails.items() if message.startswith(f"<{reference}@"))
            allowed = {"accepted": (1,), "unknown": (0, 1), "queued": (0,), "waiting": (0,)}.get(state, ())
            if arrived not in allowed:
                faults.append(f"{reference} by {channel} is {state}, and {arrived} copies arrived")
        shown = self.program.run("delivery", "list", "--json", "--state", "unknown", expected=(0, 3)).splitlines()
        unknown = sum(state == "unknown" for _, _, state, _ in rows)
        if len(shown) != unknown:
            faults.append(f"{unknown} deliveries are unknown, and {len(shown)} are shown")
        if sum(mails.values()) + sum(letters.values()) > len(rows):
            faults.append("more arrived than was ordered")
        # Reads the whole store: its pages, every chain, every file.
        self.program.run("doctor", expected=(0, 3))
        print(f"seed {self.arguments.seed}: {self.arguments.mails} mails, {self.arguments.letters} letters, "
              f"{sum(self.kills.done.values())} kills {dict(self.kills.done)}, {seconds:.0f} s")
        print(f"answers of send: {dict(self.acknowledged)}; states: {dict(self.states())}")
        print(f"arrived: {sum(mails.values())} mails of {len(mails)} messages, {sum(letters.values())} letters")
        for fault in faults:
            print(f"FAULT {fault}")
        return not faults


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--mails", type=int, default=2000)
    parser.add_argument("--letters", type=int, default=200)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4), "big"))
    parser.add_argument("--program", default=".build/release/recours")
    parser.add_argument("--sweep", action="store_true", help="kill also at every write of a delivery; needs strace")
    parser.add_argument("--keep", action="store_true", help="keep the folder although all is well")
    arguments = parser.parse_args()
    arguments.program = str(pathlib.Path(arguments.program).resolve())
    folder = pathlib.Path(tempfile.mkdtemp(prefix="recours-soak-"))
    # The sink runs as another user, and must come to its folder.
    folder.chmod(0o711)
    soak = Soak(arguments, folder)
    try:
        is_well = soak.run()
    finally:
        soak.sink.stop()
    if is_well and not arguments.keep:
        shutil.rmtree(folder)
    else:
        print(f"everything is in {folder}")
    sys.exit(0 if is_well else 1)


if __name__ == "__main__":
    main()
