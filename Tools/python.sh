#!/bin/sh
# Makes a virtual environment with the packages of a list. Does nothing when it stands already.
#
# Usage: Tools/python.sh FOLDER LIST
set -eu

if [ $# -ne 2 ]; then echo "usage: $0 FOLDER LIST" >&2; exit 2; fi
folder=$1 list=$2
stamp=$folder/installed.txt

# Written last: a run that was interrupted leaves none, and the next one starts afresh.
if cmp -s "$list" "$stamp" && "$folder/bin/python" -c '' 2> /dev/null; then
    echo "python: $folder is up to date."
    exit 0
fi

python=
for candidate in python3 /usr/bin/python3; do
    if "$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2> /dev/null; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    echo "python: no Python 3.10 or later with venv. On Debian: apt-get install python3 python3-venv" >&2
    exit 1
fi

echo "Installing into $folder: $(grep -v '^#' "$list" | tr '\n' ' ')"
rm -rf "$folder"
"$python" -m venv "$folder"
if ! "$folder/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$list"; then
    echo "python: pip could not install the packages of $list. Is the network there?" >&2
    exit 1
fi
cp "$list" "$stamp"
