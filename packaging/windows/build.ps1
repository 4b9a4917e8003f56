# Builds build\package\hhdesk and its installer on Windows. Needs Python 3.11 to 3.13 and NSIS (makensis).
# Has not been run on Windows yet: what could be checked from Linux is the installer script (check.sh).
$ErrorActionPreference = "Stop"
$PSNativeCommandUseErrorActionPreference = $true
Set-Location (Join-Path $PSScriptRoot "..\..")

if (-not (Test-Path .venv)) { py -3 -m venv .venv }
$python = ".venv\Scripts\python.exe"
& $python -m pip install --quiet --require-hashes --requirement requirements\dev.txt
& $python -m pip install --quiet --no-deps --no-build-isolation --editable .
& $python hatch_build.py
& $python -m PyInstaller --noconfirm --clean --log-level WARN --distpath build\package `
    --workpath build\pyinstaller packaging\pyinstaller.spec

$version = & $python -c "import hhdesk; print(hhdesk.__version__)"
$source = (Resolve-Path build\package\hhdesk).Path
$output = Join-Path (Resolve-Path build\package).Path "hhdesk-$version-setup.exe"
makensis -V2 "-DVERSION=$version" "-DSOURCE=$source" "-DOUTPUT=$output" packaging\windows\installer.nsi
Write-Output $output
