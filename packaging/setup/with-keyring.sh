#!/bin/bash
# Runs a command inside a D-Bus session of its own with an unlocked, empty Secret Service:
#   with-keyring.sh COMMAND ARGUMENT...
# The keyring lives in a temporary folder and is gone afterwards. Needs dbus-daemon and gnome-keyring.
set -euo pipefail

if [[ ${1:-} != --inside ]]; then
    home=$(mktemp -d)
    trap 'rm -rf "$home"' EXIT
    mkdir -m 700 "$home/runtime" "$home/data"
    HHDESK_KEYRING_HOME=$home dbus-run-session -- "$0" --inside "$@"
    exit
fi
shift

daemon_log=$HHDESK_KEYRING_HOME/daemon.log
# The folders are the daemon's alone: the command keeps its own.
echo -n test-password | env XDG_RUNTIME_DIR="$HHDESK_KEYRING_HOME/runtime" XDG_DATA_HOME="$HHDESK_KEYRING_HOME/data" \
    gnome-keyring-daemon --foreground --unlock --components=secrets >"$daemon_log" 2>&1 &
daemon=$!
trap 'kill "$daemon" 2>/dev/null || true; wait "$daemon" 2>/dev/null || true' EXIT

for _ in $(seq 100); do
    if dbus-send --session --print-reply --dest=org.freedesktop.DBus / \
        org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets 2>/dev/null | grep -q 'boolean true'; then
        ready=yes
        break
    fi
    sleep 0.05
done
if [[ ${ready:-} != yes ]]; then
    echo "The Secret Service did not start:" >&2
    cat "$daemon_log" >&2
    exit 1
fi
"$@"
