#!/bin/bash
# Makes sure that the Debian packages for a purpose are installed: run, test or package.
# Installs them when we are root; otherwise prints the command and fails. Other systems are left alone.
set -euo pipefail

purpose=${1:?run, test or package}

python=(python3 python3-venv)
# Qt's own needs, without and with a display.
offscreen=(libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 fonts-dejavu-core libglib2.0-0)
x11=(libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxkbcommon-x11-0 libxcb-shape0 libxcb-image0
    libxcb-render-util0 libxcb-randr0 libxcb-xkb1 libxcb-util1)
# A Secret Service of their own for the tests.
keyring=(dbus dbus-daemon gnome-keyring)
# PyInstaller reads what libraries need with objdump; the .deb is checked with the others.
packaging=(binutils desktop-file-utils appstream xvfb xauth)

case $purpose in
    run) wanted=("${offscreen[@]}" "${x11[@]}") ;;
    test) wanted=("${offscreen[@]}" "${x11[@]}" "${keyring[@]}") ;;
    package) wanted=("${offscreen[@]}" "${x11[@]}" "${packaging[@]}") ;;
    *) echo "unknown purpose: $purpose" >&2; exit 2 ;;
esac

command -v dpkg-query >/dev/null && command -v apt-get >/dev/null || exit 0

# An interpreter of one's own (pyenv, uv, a later Debian) brings its venv along.
here=$(dirname "$0")
if ! interpreter=$("$here/python.sh" 2>/dev/null) || ! "$interpreter" -c 'import venv, ensurepip' 2>/dev/null; then
    wanted+=("${python[@]}")
fi

missing=()
for package in "${wanted[@]}"; do
    state=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
    # Newer Debian and Ubuntu renamed some libraries for 64-bit time.
    state64=$(dpkg-query --show --showformat='${db:Status-Status}' "${package}t64" 2>/dev/null || true)
    [[ $state == installed || $state64 == installed ]] || missing+=("$package")
done
[[ ${#missing[@]} -gt 0 ]] || exit 0

if [[ $(id -u) -ne 0 ]]; then
    echo "Some system libraries are missing. Install them and run the same command again:" >&2
    echo "  sudo apt-get update && sudo apt-get install --yes --no-install-recommends ${missing[*]}" >&2
    exit 1
fi
echo "Installing system libraries: ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
apt-get update --quiet=2
apt-get install --yes --quiet=2 --no-install-recommends "${missing[@]}"
