#!/bin/bash
# Builds build/package/hhdesk.app and a disk image on macOS. Needs Python 3.11 to 3.13 and Apple's command-line tools.
# Has not been run on macOS yet. The app is signed for this machine only (ad hoc) unless CODESIGN_IDENTITY is set.
set -euo pipefail
cd "$(dirname "$0")/../.."

packaging/setup/environment.sh requirements/dev.txt
python=.venv/bin/python
"$python" hatch_build.py
"$python" -m PyInstaller --noconfirm --clean --log-level WARN --distpath build/package \
    --workpath build/pyinstaller packaging/pyinstaller.spec
version=$("$python" -c 'import hhdesk; print(hhdesk.__version__)')

app=build/package/hhdesk.app
codesign --force --deep --options runtime --entitlements packaging/macos/entitlements.plist \
    --sign "${CODESIGN_IDENTITY:--}" "$app"
codesign --verify --deep --strict "$app"
"$app/Contents/MacOS/hhdesk" --version

hdiutil create -volname hhdesk -srcfolder "$app" -format UDZO -ov "build/package/hhdesk-$version.dmg"
