"""Measures programs that send: curl and wrk over HTTP, Postfix's smtp-source over SMTP.

    network_tools.py curl URL BODY SESSIONS COUNT
    network_tools.py wrk URL BODY SESSIONS SECONDS
    network_tools.py smtp-source HOST:PORT BYTES SESSIONS COUNT

Prints {"value": N} as the last line: requests or mails a second.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time


def run(command):
    begin = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{command[0]} failed: {done.stderr.strip()}")
    return done.stdout, time.monotonic() - begin


def curl(url, body, sessions, count):
    # One request that is not counted shows that the endpoint is there.
    command = ["curl", "-sS", "--parallel", "--parallel-max", sessions, "--data-binary", f"@{body}", "-H", "Expect:"]
    output, elapsed = run(command + ["-o", "/dev/null", "-w", "%{http_code}\n", f"{url}[1-{count}]"])
    codes = output.split()
    if len(codes) != int(count) or set(codes) - {"200", "204"}:
        raise SystemExit("curl: a request was not answered with 200 or 204")
    return len(codes) / elapsed


def wrk(url, body, sessions, seconds):
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        text = pathlib.Path(body).read_text(encoding="ascii")
        script.write(f'wrk.method = "POST"\nwrk.body = {json.dumps(text)}\n')
        script.write('wrk.headers["Content-Type"] = "application/json"\n')
        script.flush()
        output, _ = run(["wrk", "-t", "1", "-c", sessions, "-d", f"{seconds}s", "-s", script.name, url])
    rate = re.search(r"Requests/sec:\s+([0-9.]+)", output)
    if rate is None or "Non-2xx" in output or "Socket errors" in output:
        raise SystemExit("wrk: a request was not answered with 2xx")
    return float(rate.group(1))


def smtp_source(address, size, sessions, count):
    command = ["smtp-source", "-d", "-s", sessions, "-m", count, "-l", size]
    _, elapsed = run(command + ["-f", "a@exemple.example", "-t", "b@exemple.example", address])
    return int(count) / elapsed


def main():
    programs = {"curl": curl, "wrk": wrk, "smtp-source": smtp_source}
    if len(sys.argv) != 6 or sys.argv[1] not in programs:
        raise SystemExit(__doc__)
    value = programs[sys.argv[1]](*sys.argv[2:])
    print(json.dumps({"value": round(value, 1)}))


if __name__ == "__main__":
    main()
