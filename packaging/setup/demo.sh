#!/bin/bash
# Starts the demo; without a display, takes the tour offscreen and says where its pictures lie.
set -euo pipefail

if [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} || $(uname) == Darwin ]]; then
    exec .venv/bin/hhdesk --demo
fi
tour=build/tour
mkdir -p "$tour"
echo "There is no display, so hhdesk takes its tour offscreen."
status=0
QT_QPA_PLATFORM=offscreen .venv/bin/hhdesk --demo --tour "$tour" || status=$?
echo "Pictures and report.json lie in $PWD/$tour"
exit "$status"
