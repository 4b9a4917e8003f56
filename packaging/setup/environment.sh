#!/bin/bash
# Makes .venv hold exactly one lock file, and hhdesk itself in editable form.
#   environment.sh requirements/run.txt
# Every package is checked against its locked hash; nothing outside the lock file is fetched.
set -euo pipefail

lock=${1:?a lock file}
python=$("$(dirname "$0")/python.sh")
if ! .venv/bin/python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null; then
    rm -rf .venv
    "$python" -m venv .venv
fi
pip=(.venv/bin/python -m pip --disable-pip-version-check --no-input --quiet)
echo "Installing the locked packages of $lock"
"${pip[@]}" install --require-hashes --requirement "$lock"
# Hatchling and Qt's compilers come from the lock file, so the build needs no packages of its own.
"${pip[@]}" install --no-deps --no-build-isolation --editable .
