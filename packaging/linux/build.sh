#!/bin/bash
# Builds build/package/hhdesk (one folder, no Python needed) and from it build/package/hhdesk_VERSION_ARCH.deb.
set -euo pipefail
cd "$(dirname "$0")/../.."

python=.venv/bin/python
out=build/package
version=$("$python" -c 'import hhdesk; print(hhdesk.__version__)')
# No domain is ours: names under local and addresses under invalid are nobody's.
id=local.hhdesk.hhdesk

rm -rf "$out"
mkdir -p "$out"
"$python" -m PyInstaller --noconfirm --clean --log-level WARN \
    --distpath "$out" --workpath build/pyinstaller packaging/pyinstaller.spec
"$python" packaging/linux/libraries.py prune "$out/hhdesk"
"$out/hhdesk/hhdesk" --version

if ! command -v dpkg-deb >/dev/null; then
    echo "There is no dpkg-deb here, so only the folder was built: $out/hhdesk"
    exit 0
fi

architecture=$(dpkg --print-architecture)
depends=$("$python" packaging/linux/libraries.py depends "$out/hhdesk")
tree=build/deb
rm -rf "$tree"
install -d "$tree/usr/lib" "$tree/usr/bin" "$tree/usr/share/applications" "$tree/usr/share/metainfo" \
    "$tree/usr/share/doc/hhdesk" "$tree/DEBIAN"
cp -a "$out/hhdesk" "$tree/usr/lib/hhdesk"
ln -s ../lib/hhdesk/hhdesk "$tree/usr/bin/hhdesk"
install -m 644 "packaging/linux/$id.desktop" "$tree/usr/share/applications/"
install -m 644 "packaging/linux/$id.metainfo.xml" "$tree/usr/share/metainfo/"
for size in 16 24 32 48 64 128 256 512; do
    install -D -m 644 "resources/app/hhdesk-$size.png" "$tree/usr/share/icons/hicolor/${size}x$size/apps/$id.png"
done
install -D -m 644 resources/app/hhdesk.svg "$tree/usr/share/icons/hicolor/scalable/apps/$id.svg"
{
    cat LICENSE
    printf '\n---\nFont Golos Text\n\n'
    cat resources/fonts/OFL.txt
    printf '\n---\nIcons Lucide\n\n'
    cat resources/icons/LICENSE.txt
    printf '\n---\nQt and PySide6 are used under the GNU Lesser General Public License, version 3;\n'
    printf 'their libraries lie as separate files in /usr/lib/hhdesk and may be replaced.\n'
    "$python" packaging/licences.py
} >"$tree/usr/share/doc/hhdesk/copyright"
gzip -9 --no-name --stdout CHANGELOG.md >"$tree/usr/share/doc/hhdesk/changelog.gz"
find "$tree" -type d -exec chmod 755 {} +
find "$tree/usr" -type f -exec chmod u=rwX,go=rX {} +

cat >"$tree/DEBIAN/control" <<CONTROL
Package: hhdesk
Version: $version
Architecture: $architecture
Maintainer: hhdesk contributors <contributors@hhdesk.invalid>
Section: misc
Priority: optional
Installed-Size: $(du --summarize --block-size=1024 "$tree/usr" | cut -f1)
Depends: $depends
Recommends: gnome-keyring | org.freedesktop.secrets, xdg-utils
Description: desktop for recruiters who work on hh.ru
 In one window: search and filter resumes, read them, download their files,
 work through responses, write to candidates and invite them to interviews,
 and run vacancies, with the recruiter's own employer account.
 .
 What was seen once opens at once and offline. A demo with invented people
 needs no account.
CONTROL
(cd "$tree" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$tree/DEBIAN/md5sums"
package=$out/hhdesk_${version}_$architecture.deb
dpkg-deb --root-owner-group -Zxz -z4 --build "$tree" "$package" >/dev/null
du -sh "$out/hhdesk" "$package"
