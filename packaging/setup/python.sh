#!/bin/bash
# Prints the path of a Python that hhdesk can run on (3.11, 3.12 or 3.13), or says what is missing.
# HHDESK_PYTHON names one explicitly.
set -euo pipefail

fits() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' >/dev/null 2>&1
}

for candidate in ${HHDESK_PYTHON:-python3.13 python3.12 python3.11 python3 python}; do
    if fits "$candidate"; then
        "$candidate" -c 'import sys; print(sys.executable)'
        exit 0
    fi
done
echo "hhdesk needs Python 3.11, 3.12 or 3.13, and none was found. Name one with HHDESK_PYTHON=/path/to/python." >&2
exit 1
