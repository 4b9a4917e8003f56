#!/bin/bash
# Checks the installer script from Linux: compiles it around a stand-in for the program. Needs the package nsis.
set -euo pipefail
cd "$(dirname "$0")/../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/hhdesk/_internal"
echo "stand-in" | tee "$work/hhdesk/hhdesk.exe" >"$work/hhdesk/_internal/library.dll"
makensis -V2 -WX -DVERSION=0.1.0 "-DSOURCE=$work/hhdesk" "-DOUTPUT=$work/hhdesk-0.1.0-setup.exe" packaging/windows/installer.nsi
test -s "$work/hhdesk-0.1.0-setup.exe"
echo "The installer script compiles."
