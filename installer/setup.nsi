; SPDX-License-Identifier: EUPL-1.2
; The per-user setup.exe: no administrator, silent with /S, folder with /D=. Made by installer/windows.py,
; which defines VERSION, STAGE, OUT, ICON, LICENSE, SIGN and KB.
Unicode true
Target amd64-unicode
!include "MUI2.nsh"
!include "FileFunc.nsh"
!define ARP "Software\Microsoft\Windows\CurrentVersion\Uninstall\GemeentePGA"
Name "Gemeente PGA ${VERSION}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Gemeente PGA"
InstallDirRegKey HKCU "Software\Gemeente PGA" "Map"
RequestExecutionLevel user
ManifestDPIAware true
SetCompressor /SOLID lzma
SetCompressorDictSize 64
BrandingText "Persoonsgerichte aanpak"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=1043 "ProductName" "Gemeente PGA"
VIAddVersionKey /LANG=1043 "FileDescription" "Gemeente PGA installeren"
VIAddVersionKey /LANG=1043 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1043 "LegalCopyright" "EUPL-1.2"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!insertmacro MUI_PAGE_LICENSE "${LICENSE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\python\pythonw.exe"
!define MUI_FINISHPAGE_RUN_PARAMETERS "-m gemeente_pga"
!define MUI_FINISHPAGE_RUN_TEXT "Het programma openen"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Dutch"
!if "${SIGN}" != ""
  !uninstfinalize '${SIGN} "%1"'
  !finalize '${SIGN} "%1"'
!endif

; A program that runs cannot be opened for writing: then stop, before anything is touched.
!macro MustNotRun
  IfFileExists "$INSTDIR\python\pythonw.exe" 0 +6
  ClearErrors
  FileOpen $0 "$INSTDIR\python\pythonw.exe" a
  IfErrors 0 +2
  Call ${UN}StillOpen
  FileClose $0
!macroend
!macro StillOpen
  MessageBox MB_OK|MB_ICONSTOP "Het programma is nog open. Sluit het en probeer het opnieuw. Er is niets gewijzigd." /SD IDOK
  SetErrorLevel 2
  Quit
!macroend
Function StillOpen
  !insertmacro StillOpen
FunctionEnd
Function un.StillOpen
  !insertmacro StillOpen
FunctionEnd

; Never the whole folder: whoever chose a folder with other things in it keeps those.
!macro RemoveProgram
  RMDir /r "$INSTDIR\python"
  RMDir /r "$INSTDIR\app"
  RMDir /r "$INSTDIR\papieren"
  Delete "$INSTDIR\gemeente-pga.ico"
!macroend

Section
  !define UN ""
  !insertmacro MustNotRun
  !undef UN
  SetShellVarContext current
  !insertmacro RemoveProgram
  SetOutPath "$INSTDIR"
  ClearErrors
  File /r "${STAGE}/*.*"
  IfErrors 0 +4
    MessageBox MB_OK|MB_ICONSTOP "Niet alles kon worden neergezet. Is de schijf vol? De kluis is niet gewijzigd." /SD IDOK
    SetErrorLevel 3
    Quit
  WriteUninstaller "$INSTDIR\verwijderen.exe"
  SetOutPath "$INSTDIR\python"
  CreateShortcut "$SMPROGRAMS\Persoonsgerichte aanpak.lnk" "$INSTDIR\python\pythonw.exe" "-m gemeente_pga" "$INSTDIR\gemeente-pga.ico"
  WriteRegStr HKCU "Software\Gemeente PGA" "Map" "$INSTDIR"
  WriteRegStr HKCU "${ARP}" "DisplayName" "Gemeente PGA"
  WriteRegStr HKCU "${ARP}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${ARP}" "DisplayIcon" "$INSTDIR\gemeente-pga.ico"
  WriteRegStr HKCU "${ARP}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${ARP}" "Comments" "Verwijderen laat de kluis staan."
  WriteRegStr HKCU "${ARP}" "UninstallString" '"$INSTDIR\verwijderen.exe"'
  WriteRegStr HKCU "${ARP}" "QuietUninstallString" '"$INSTDIR\verwijderen.exe" /S'
  WriteRegDWORD HKCU "${ARP}" "EstimatedSize" ${KB}
  WriteRegDWORD HKCU "${ARP}" "NoModify" 1
  WriteRegDWORD HKCU "${ARP}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  !define UN "un."
  !insertmacro MustNotRun
  !undef UN
  SetShellVarContext current
  !insertmacro RemoveProgram
  Delete "$INSTDIR\verwijderen.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Persoonsgerichte aanpak.lnk"
  DeleteRegKey HKCU "${ARP}"
  DeleteRegKey HKCU "Software\Gemeente PGA"
  IfFileExists "$LOCALAPPDATA\gemeente-pga\kluis\*.*" 0 +2
    MessageBox MB_OK|MB_ICONINFORMATION "Het programma is verwijderd. De kluis staat er nog, versleuteld, in $LOCALAPPDATA\gemeente-pga\kluis. Gooi die map alleen weg als de gemeente dat heeft besloten." /SD IDOK
SectionEnd
