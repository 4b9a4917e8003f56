; Installer for Windows, from the one-folder program that PyInstaller built on Windows:
;   makensis -DVERSION=0.1.0 -DSOURCE=..\..\build\package\hhdesk packaging\windows\installer.nsi
; Installs for the current person only, so it asks for no administrator rights. The data of hhdesk is left
; alone on removal: it may hold letters that were not sent yet.

Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
RequestExecutionLevel user

!include "MUI2.nsh"

!ifndef VERSION
  !error "Give the version: -DVERSION=1.2.3"
!endif
!ifndef SOURCE
  !error "Give the folder that PyInstaller built: -DSOURCE=..."
!endif
!ifndef OUTPUT
  !define OUTPUT "hhdesk-${VERSION}-setup.exe"
!endif

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\hhdesk"

Name "hhdesk"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\hhdesk"
InstallDirRegKey HKCU "Software\hhdesk" "InstallDir"
BrandingText "hhdesk ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "hhdesk"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "hhdesk setup"
VIAddVersionKey /LANG=0 "LegalCopyright" "hhdesk contributors, MIT license"

!define MUI_FINISHPAGE_RUN "$INSTDIR\hhdesk.exe"
!insertmacro MUI_PAGE_LICENSE "..\..\LICENSE"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Russian"

LangString DemoName ${LANG_ENGLISH} "hhdesk demo"
LangString DemoName ${LANG_RUSSIAN} "hhdesk, демо"

Section "hhdesk"
  ; An older version's libraries must not stay beside the new ones.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${SOURCE}/*"
  CreateDirectory "$SMPROGRAMS\hhdesk"
  CreateShortcut "$SMPROGRAMS\hhdesk\hhdesk.lnk" "$INSTDIR\hhdesk.exe"
  CreateShortcut "$SMPROGRAMS\hhdesk\$(DemoName).lnk" "$INSTDIR\hhdesk.exe" "--demo"
  WriteRegStr HKCU "Software\hhdesk" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "hhdesk"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\hhdesk.exe"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "hhdesk contributors"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  WriteUninstaller "$INSTDIR\uninstall.exe"
SectionEnd

Section "Uninstall"
  ; Only what was installed: a person may have chosen a folder with other things in it.
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\hhdesk.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\hhdesk\hhdesk.lnk"
  Delete "$SMPROGRAMS\hhdesk\$(DemoName).lnk"
  RMDir "$SMPROGRAMS\hhdesk"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  DeleteRegKey HKCU "Software\hhdesk"
SectionEnd
