# SPDX-License-Identifier: EUPL-1.2
"""What is packed, by its structure: from the lock, complete, told in full, harmless to what is not ours."""

import ast
import hashlib
import json
import os
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from installer import bom, cabinet, debian, msi, package, sign, stage, windows
from installer.dev import Halt
from installer.lock import LOCK, part_of_lock, split_lock

ROOT = Path(__file__).resolve().parent.parent
NSI = (ROOT / "installer/setup.nsi").read_text(encoding="utf-8")
UNPACK = next(
    (
        [tool, *how]
        for tool, *how in (["cabextract", "-q"], ["7z", "x"], ["bsdtar", "-xf"])
        if shutil.which(tool)
    ),
    [],
)
WIX = "{http://schemas.microsoft.com/wix/2006/wi}"


def packages() -> Path:
    return Path(pytest.__file__).parent.parent


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> list[bom.Part]:
    """Of the packages that these tests run with: the same lock, for this system."""
    shipped = split_lock(part_of_lock(LOCK, "start")).keys() - stage.BUILD_ONLY
    site = tmp_path_factory.mktemp("site")
    for info in packages().glob("*.dist-info"):
        name = info.name.removesuffix(".dist-info").rsplit("-", 1)[0]
        if re.sub(r"[-_.]+", "-", name.lower()) in shipped:
            shutil.copytree(info, site / info.name)
    return bom.read_parts(site)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    tree = tmp_path / "Gemeente PGA"
    for name in ("python/pythonw.exe", "app/a b/één.py", "app/z.py", "gemeente-pga.ico"):
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).write_bytes(name.encode())
    return tree


# --- what goes in ---------------------------------------------------------------------------------


def test_only_what_builds_the_program_stays_out():
    locked = split_lock(part_of_lock(LOCK, "start"))
    assert locked.keys() >= stage.BUILD_ONLY
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    runtime = text.partition("dependencies = [")[2].partition("]\n")[0]
    assert not [name for name in stage.BUILD_ONLY if name in runtime]


def test_nothing_of_the_program_needs_a_part_of_qt_that_is_left_out():
    used: set[str] = set()
    for file in (ROOT / "gemeente_pga").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "PySide6":
                used.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6."):
                used.add(str(node.module).removeprefix("PySide6."))
    assert {"QtCore", "QtGui", "QtWidgets", "QtPrintSupport"} <= used
    assert used <= {f"Qt{name}" for name in stage.QT_MODULES}


def test_trimming_keeps_what_is_used_and_takes_the_rest(tmp_path):
    keep = ("PySide6/__init__.py", "PySide6/QtCore.pyd", "PySide6/Qt6Core.dll", "PySide6/QtWidgets.abi3.so",
            "PySide6/Qt/lib/libQt6Core.so.6", "PySide6/plugins/platforms/qwindows.dll",
            "PySide6/translations/qtbase_nl.qm", "stdnum/nl/bsn.py", "stdnum/util.py",
            "PIL/_imaging.pyd",
            "a-1.dist-info/METADATA", "reportlab/graphics/barcode/qr.py", "fontTools/ttLib/ttFont.py",
            "fontTools/varLib/iup.py", "shiboken6/msvcp140.dll")  # fmt: skip
    lose = ("reportlab/fonts/DarkGardenMK.pfb", "PIL/_imagingft.pyd", "PySide6/Qt6DBus.dll",
            "fontTools/subset/svg.py", "fontTools/voltLib/ast.py", "fontTools/cu2qu/cu2qu.pyd",
            "fontTools/varLib/instancer/names.py",
            "rapidfuzz/distance/metrics_cpp_avx2.pyd", "shiboken6/vcomp140.dll",
            "PySide6/Qt6Network.dll", "PySide6/QtNetwork.pyd", "PySide6/Qt6Qml.dll", "PySide6/qml/x/y.qml",
            "PySide6/plugins/tls/qschannelbackend.dll", "PySide6/designer.exe", "PySide6/QtCore.pyi",
            "PySide6/translations/qtbase_de.qm", "stdnum/de/idnr.py", "PIL/_avif.pyd", "bin/pip",
            "lxml/tests/test_x.py")  # fmt: skip
    for name in (*keep, *lose):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    stage.trim(tmp_path)
    left = {file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*") if file.is_file()}
    assert left == set(keep)


def test_bytecode_alone_runs_and_a_licence_that_asks_for_source_gets_it(tmp_path):
    for name in ("eigen/__init__.py", "eigen/deel.py", "pikepdf/__init__.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("WAARDE = 7\n")
    stage.compile_all(tmp_path, "app")
    stage.keep_bytecode(tmp_path)
    left = {file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*") if file.is_file()}
    assert left == {"eigen/__init__.pyc", "eigen/deel.pyc", "pikepdf/__init__.py",
                    "pikepdf/__pycache__/__init__.cpython-311.pyc"}  # fmt: skip
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from eigen import deel; print(deel.WAARDE)"
    assert subprocess.check_output([sys.executable, "-I", "-c", code], text=True) == "7\n"


_WITHOUT = """
import sys
class Weg:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in WEG:
            raise ModuleNotFoundError(f"not shipped: {name}", name=name)
WEG = {%s} - {"ssl"} | {"_ssl", "_hashlib"}
sys.modules["ssl"] = type(sys)("ssl")
for name in WEG & set(sys.modules):
    del sys.modules[name]
sys.meta_path.insert(0, Weg())
from gemeente_pga.app import zelftest
raise SystemExit(zelftest(sys.stdout))
"""


def test_everything_works_without_what_is_left_out_of_the_library():
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    names = ", ".join(map(repr, windows.NOT_IN_LIBRARY))
    run = subprocess.run(
        [sys.executable, "-c", _WITHOUT % names], env=env, capture_output=True, encoding="utf-8", check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "Alles werkt." in run.stdout
    broken = subprocess.run(
        [sys.executable, "-c", _WITHOUT % "'sqlcipher3'"],
        env=env, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert broken.returncode != 0


def test_a_shell_without_forms_is_not_packed(tmp_path):
    with pytest.raises(Halt, match="ontbreekt"):
        stage.require_self_contained(tmp_path)


def test_the_python_for_windows_is_fetched_by_hash_and_finds_only_its_own():
    assert re.fullmatch(r"[0-9a-f]{64}", windows.EMBED_SHA256)
    assert "==" in windows.EMBED
    assert windows.PATHS.split() == ["python311.zip", ".", "..\\app"]  # no site: no folder of the user
    assert f"{sys.version_info[0]}.{sys.version_info[1]}" in (stage.WINDOWS.python, "3.12", "3.13")


def test_packages_are_not_built_into_the_checkout():
    for wrong in (["windows"], ["anders", "elders"], ["deb", str(ROOT / "resources")]):
        with pytest.raises(Halt):
            package.main(wrong)


# --- what is told about it -------------------------------------------------------------------------


def test_every_part_has_a_version_or_a_carrier_and_a_licence(parts):
    assert {"PySide6_Essentials", "sqlcipher3", "reportlab", "Qt", "Fira Sans"} <= {p.name for p in parts}
    assert [part.name for part in parts if not part.licence] == []
    assert [p.name for p in parts if p.purl and not p.version] == []


def test_lgpl_parts_carry_the_text_that_their_wheels_lack(parts):
    qt = next(part for part in parts if part.name == "PySide6_Essentials")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in qt.texts["LGPL-3"]
    assert "GNU GENERAL PUBLIC LICENSE" in qt.texts["GPL-3"]


def test_every_package_brings_its_licence_in_full(parts):
    written = bom.licences(parts)
    shipped = split_lock(part_of_lock(LOCK, "start")).keys() - stage.BUILD_ONLY
    packed = [part for part in parts if part.name.lower().replace("_", "-").replace(".", "-") in shipped]
    assert len(packed) > 20
    assert [part.name for part in packed if not part.texts] == []
    assert all(f"{part.name} {part.version}" in written for part in packed)


def test_the_list_names_everything_that_is_shipped(parts):
    def bare(name: str) -> str:
        return re.sub(r"[-_.]+", "-", name.lower())

    shipped = split_lock(part_of_lock(LOCK, "start")).keys() - stage.BUILD_ONLY - stage.UNUSED
    on_linux = {bare(info.name.rsplit("-", 2)[0]) for info in packages().glob("*.dist-info")}
    named = {bare(part.name) for part in parts}
    assert len(shipped & on_linux) > 20
    assert (shipped & on_linux) <= named
    inside = {"Qt", "SQLCipher", "Fira Sans", "Lucide", "sRGB-kleurprofiel (icc-profiles-free)"}
    assert inside <= {part.name for part in parts}
    # What lies in resources/ under a licence of its own stands in the list with that text.
    own = [file for file in (ROOT / "resources").rglob("*") if re.match("OFL|LICEN", file.name)]
    told = {text for part in parts for text in part.texts.values()}
    assert len(own) >= 4
    assert [file.name for file in own if file.read_text(encoding="utf-8") not in told] == []


def test_the_list_says_where_the_source_is_that_a_licence_asks_for(parts):
    written = bom.licences(parts)
    owed = [part for part in parts if re.search("LGPL|MPL", part.licence)]
    assert {"PySide6_Essentials", "Qt", "pikepdf", "python-stdnum"} <= {part.name for part in owed}
    for part in owed:
        assert re.search(rf"^  {re.escape(f'{part.name} {part.version}')}: https://", written, re.M), (
            part.name
        )


def test_a_part_without_a_licence_stops_the_build(tmp_path):
    (tmp_path / "x-1.dist-info").mkdir()
    (tmp_path / "x-1.dist-info/METADATA").write_text("Metadata-Version: 2.1\nName: x\nVersion: 1\n")
    with pytest.raises(Halt, match="x"):
        bom.read_parts(tmp_path)


def test_the_bill_of_materials_is_cyclonedx_and_always_the_same(parts):
    text = bom.cyclonedx("windows", "0.1.0", parts, 1_700_000_000)
    assert text == bom.cyclonedx("windows", "0.1.0", parts, 1_700_000_000)
    told = json.loads(text)
    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.5")
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", told["serialNumber"])
    refs = [one["bom-ref"] for one in told["components"]]
    assert len(refs) == len(set(refs)) == len(parts)
    assert told["dependencies"][0]["dependsOn"] == refs
    locked = {one["name"]: one for one in told["components"]}["reportlab"]["properties"]
    assert all(re.fullmatch("[0-9a-f]{64}", one["value"]) for one in locked)


def test_the_sums_are_those_of_sha256sum(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"a")
    told = bom.content_sums(tmp_path)
    assert told == f"{hashlib.sha256(b'a').hexdigest()}  a.txt\n"


# --- how it is installed ---------------------------------------------------------------------------


def test_setup_asks_no_administrator_and_never_removes_a_whole_folder():
    assert "RequestExecutionLevel user" in NSI
    removed = re.findall(r"RMDir /r (.+)", NSI)
    assert removed == ['"$INSTDIR\\python"', '"$INSTDIR\\app"', '"$INSTDIR\\papieren"']
    assert "gemeente-pga\\kluis" not in "".join(re.findall(r"(?:RMDir|Delete) .*", NSI))


def test_setup_stays_silent_when_asked_and_says_where_the_kluis_is():
    boxes = re.findall(r"MessageBox .*", NSI)
    assert len(boxes) == 3
    assert all("/SD IDOK" in box for box in boxes)
    assert "De kluis staat er nog" in boxes[-1]


@pytest.mark.skipif(not (shutil.which("gcc") and UNPACK), reason="zonder gcc of uitpakker geen proef")
def test_the_cabinet_is_read_by_an_unpacker_of_others(tmp_path):
    calls = random.Random(7)  # noqa: S311 - no secret
    ways = [-70_000, -9, 0, 80_000, 12_000_000, -12_100_000]
    code = b"".join(
        b"\xe8" + calls.choice(ways).to_bytes(4, "little", signed=True)
        + calls.randbytes(calls.choice([0, 3, 40]))
        for _ in range(9000)
    )  # fmt: skip
    contents = {
        "leeg.txt": b"",
        "ruis.bin": calls.randbytes(100_000),
        "code.dll": code,
        "lang.bin": bytes(11_900_000),  # past the place where calls stop being turned
        "nog eens.dll": code + b"\xe8\xff\xff",
        "tekst.txt": "Eén regel over een afspraak. ".encode() * 4000,
    }
    files = []
    for number, (name, content) in enumerate(contents.items()):
        (tmp_path / name).write_bytes(content)
        files.append((f"f{number}", tmp_path / name))
    packed, out = tmp_path / "proef.cab", tmp_path / "uit"
    cabinet.make(packed, files, 1_700_000_000, tmp_path)
    out.mkdir()
    subprocess.run([*UNPACK, packed], cwd=out, check=True, capture_output=True)
    assert {file.name: file.read_bytes() for file in out.iterdir()} == {
        f"f{number}": content for number, content in enumerate(contents.values())
    }
    assert packed.stat().st_size < 500_000


def test_a_file_that_belongs_to_no_part_stops_the_build(tmp_path):
    info = tmp_path / "x-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: x\nVersion: 1\nLicense: MIT\n")
    (info / "RECORD").write_text("x-1.dist-info/METADATA,,\nx-1.dist-info/RECORD,,\nx.py,,\n")
    (tmp_path / "x.py").write_text("")
    assert "x" in [part.name for part in bom.read_parts(tmp_path)]
    (tmp_path / "vreemd.dll").write_bytes(b"")
    with pytest.raises(Halt, match=r"vreemd\.dll"):
        bom.read_parts(tmp_path)


def test_msi_has_every_file_once_and_leaves_the_policy_alone(tree):
    icon = tree / "gemeente-pga.ico"
    described = ET.fromstring(msi.describe(tree, icon, "0.1.0"))  # noqa: S314 - our own
    files = {one.get("Source") for one in described.iter(f"{WIX}File")}
    assert files == {file.relative_to(tree.parent).as_posix() for file in tree.rglob("*") if file.is_file()}
    guids = [one.get("Guid") for one in described.iter(f"{WIX}Component")]
    assert len(guids) == len(set(guids)) == len(files) + 1
    refs = {one.get("Id") for one in described.iter(f"{WIX}ComponentRef")}
    assert refs == {one.get("Id") for one in described.iter(f"{WIX}Component")}
    assert not [name for name in files if str(name).endswith("beleid.toml")]
    (package_,) = described.iter(f"{WIX}Package")
    assert package_.get("InstallScope") == "perMachine"
    again = ET.fromstring(msi.describe(tree, icon, "0.2.0"))  # noqa: S314 - our own
    assert guids == [one.get("Guid") for one in again.iter(f"{WIX}Component")]


def test_debian_names_the_python_that_the_bytecode_is_for():
    assert f"python3 (>= {stage.DEBIAN.python}~), python3 (<< 3.12)" in debian.CONTROL
    assert "-I -m gemeente_pga" in debian.LAUNCHER  # no module out of the folder where somebody stands
    assert "De kluis staat er nog" in debian.AFTER_REMOVAL
    assert "rm " not in debian.AFTER_REMOVAL


def test_signing_replaces_the_file_by_what_the_command_made(tmp_path, monkeypatch):
    file = tmp_path / "a b.exe"
    file.write_bytes(b"kaal")
    monkeypatch.delenv(sign.COMMAND, raising=False)
    assert not sign.wanted()
    code = "import sys;open(sys.argv[2],'wb').write(open(sys.argv[1],'rb').read()+b' getekend')"
    monkeypatch.setenv(sign.COMMAND, f'{sys.executable} -c "{code}" {{in}} {{out}}')
    sign.sign(file)
    assert file.read_bytes() == b"kaal getekend"
    monkeypatch.setenv(sign.COMMAND, f"{sys.executable} -c 'raise SystemExit(1)' {{in}} {{out}}")
    with pytest.raises(subprocess.CalledProcessError):
        sign.sign(file)
    assert os.listdir(tmp_path) == ["a b.exe"]


def test_the_sheet_for_it_says_what_has_to_be_known():
    sheet = (ROOT / "resources/beheer/ICT.md").read_text(encoding="utf-8")
    for word in (
        "Poorten: geen",
        "BitLocker",
        "/qn",
        "/S",
        "spool",
        "beleid.toml",
        "SHA256SUMS",
        "--zelftest",
    ):
        assert word in sheet, word
