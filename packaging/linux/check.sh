#!/bin/bash
# Installs the .deb, runs the program from it without our virtual environment, removes it, and looks at what is left.
# Needs root. HHDESK_SKIP_TOUR=1 checks installation and --version only.
set -euo pipefail
cd "$(dirname "$0")/../.."

package=$(ls build/package/hhdesk_*.deb)
tour=build/package-tour
if [[ $(id -u) -ne 0 ]]; then
    echo "Installing a .deb needs root: sudo packaging/linux/check.sh" >&2
    exit 1
fi
if dpkg-query --show hhdesk >/dev/null 2>&1; then
    echo "hhdesk is installed already; remove it first, this check would replace and remove it" >&2
    exit 1
fi

desktop-file-validate packaging/linux/*.desktop
appstreamcli validate --no-net packaging/linux/*.metainfo.xml

trap 'dpkg --purge hhdesk >/dev/null 2>&1 || true' EXIT
if ! dpkg --install "$package"; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update --quiet=2
    apt-get install --fix-broken --yes --quiet=2 --no-install-recommends
fi

# A home, a path and a folder of their own: nothing of the checkout may be needed.
home=$(mktemp -d)
clean=(env -i HOME="$home" PATH=/usr/bin:/bin LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen)
(cd / && "${clean[@]}" hhdesk --version)
missing=$(find /usr/lib/hhdesk -name '*.so*' -type f -exec ldd {} + 2>/dev/null | grep 'not found' | sort -u || true)
if [[ -n $missing ]]; then
    echo "Libraries that are not found: $missing" >&2
    exit 1
fi
if [[ ${HHDESK_SKIP_TOUR:-} != 1 ]]; then
    rm -rf "$tour"
    mkdir -p "$tour"
    (cd / && "${clean[@]}" hhdesk --demo --tour "$OLDPWD/$tour")
    echo "The installed program's pictures and report.json lie in $PWD/$tour"
    if command -v xvfb-run >/dev/null; then
        mkdir -p "$tour-x11"
        (cd / && "${clean[@]}" QT_QPA_PLATFORM=xcb xvfb-run --auto-servernum --server-args='-screen 0 1440x900x24' \
            hhdesk --demo --tour "$OLDPWD/$tour-x11")
    fi
fi

dpkg --purge hhdesk
rm -rf "$home"
left=$(find /usr -path '*hhdesk*' -not -path "$PWD/*" -not -path '*/doc-base/*' 2>/dev/null || true)
if [[ -n $left ]]; then
    echo "Left behind after removal: $left" >&2
    exit 1
fi
echo "The package installs, runs and is removed without a trace."
