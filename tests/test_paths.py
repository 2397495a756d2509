# SPDX-License-Identifier: EUPL-1.2
"""The same answer in a checkout and in an installed wheel; folders for their owner only."""

import os
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from gemeente_pga import paths
from gemeente_pga.domain.gebrek import Storing

ROOT = Path(__file__).resolve().parent.parent
posix_only = pytest.mark.skipif(os.name != "posix", reason="Windows regelt toegang met het gebruikersprofiel")


def test_resource_in_a_checkout_lies_at_the_root():
    assert paths.resource("fonts/FiraSans-Regular.ttf") == ROOT / "resources/fonts/FiraSans-Regular.ttf"


def test_resource_prefers_what_the_package_carries(tmp_path, monkeypatch):
    for place in (tmp_path / "pakket", tmp_path):
        (place / "resources/kader").mkdir(parents=True)
        (place / "resources/kader/proef.toml").write_text("")
    monkeypatch.setattr(paths, "PACKAGE", tmp_path / "pakket")
    assert paths.resource("kader/proef.toml") == tmp_path / "pakket/resources/kader/proef.toml"


def test_unknown_resource_is_a_bug_and_says_which():
    with pytest.raises(FileNotFoundError, match=r"kader/bestaat-niet\.toml"):
        paths.resource("kader/bestaat-niet.toml")


def test_folders_differ_and_lie_in_the_home_folder_of_the_tests():
    folders = [paths.kluis_folder(), paths.oefen_folder(), paths.log_folder(), paths.settings_file().parent]
    assert len(set(folders)) == 4
    for folder in folders:
        assert folder.is_dir()
        assert folder.is_relative_to(os.environ["HOME"])


@posix_only
def test_folder_and_new_parents_are_for_the_owner_only(tmp_path):
    before = os.umask(0)
    try:
        folder = paths.private_folder(tmp_path / "een" / "twee")
    finally:
        os.umask(before)
    assert [stat.S_IMODE(place.stat().st_mode) for place in (folder, folder.parent)] == [0o700, 0o700]


@posix_only
def test_folder_that_was_open_is_closed(tmp_path):
    (tmp_path / "open").mkdir()
    (tmp_path / "open").chmod(0o755)
    assert stat.S_IMODE(paths.private_folder(tmp_path / "open").stat().st_mode) == 0o700


def test_file_in_the_place_of_a_folder_is_told_in_dutch(tmp_path):
    (tmp_path / "kluis").write_text("")
    with pytest.raises(Storing) as caught:
        paths.private_folder(tmp_path / "kluis")
    assert "staat een bestand" in caught.value.melding
    with pytest.raises(Storing) as caught:
        paths.private_folder(tmp_path / "kluis" / "dieper")
    assert "kan niet worden gemaakt" in caught.value.melding


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built as a packager would, without touching the network."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ["--quiet", "--no-build-isolation", "--no-deps", "--no-index", "--wheel-dir", folder]
    command = [sys.executable, "-m", "pip", "wheel", *options, ROOT]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    (built,) = folder.glob("gemeente_pga-*.whl")
    return built


def test_wheel_holds_every_form_and_every_resource(wheel):
    held = set(zipfile.ZipFile(wheel).namelist())
    forms = {f"gemeente_pga/ui/forms/ui_{form.stem}.py" for form in (ROOT / "forms").glob("*.ui")}
    shipped = {
        f"gemeente_pga/resources/{file.relative_to(ROOT / 'resources').as_posix()}"
        for folder in ("kader", "fonts", "icons", "teksten", "oefencasus")
        for file in (ROOT / "resources" / folder).rglob("*")
        if file.is_file()
    }
    sources = {
        file.relative_to(ROOT).as_posix()
        for pattern in ("*.py", "*.sql")
        for file in (ROOT / "gemeente_pga").rglob(pattern)
    }
    assert (forms | shipped | sources) - held == set()
    assert not [name for name in held if name.startswith(("tests/", "installer/", "forms/", "resources/"))]


def test_installed_wheel_finds_its_own_resources(wheel, tmp_path):
    zipfile.ZipFile(wheel).extractall(tmp_path / "elders")
    question = "from gemeente_pga import paths; print(paths.resource('fonts/FiraSans-Regular.ttf'))"
    run = subprocess.run(
        [sys.executable, "-P", "-c", question],
        env={**os.environ, "PYTHONPATH": str(tmp_path / "elders")},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(run.stdout.strip()) == tmp_path / "elders/gemeente_pga/resources/fonts/FiraSans-Regular.ttf"


def test_what_is_saved_outside_is_whole_or_not_there_and_an_older_file_stays(tmp_path):
    target = tmp_path / "verslag.pdf"
    paths.save_outside(target, b"oud")
    script = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from gemeente_pga import paths; from gemeente_pga.domain.gebrek import Storing\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try: paths.save_outside(Path(sys.argv[1]), bytes(100_000))\n"
        "except Storing as storing: print(storing.melding)"
    )
    if os.name == "posix":  # a disk with room for a part of it
        told = subprocess.run(
            [sys.executable, "-c", script, str(target)], cwd=ROOT, capture_output=True, text=True, check=True
        )
        assert "kon niet worden opgeslagen" in told.stdout
    assert target.read_bytes() == b"oud"
    paths.save_outside(target, b"nieuw")
    assert target.read_bytes() == b"nieuw"
    assert [place.name for place in tmp_path.iterdir()] == ["verslag.pdf"]
    if os.name == "posix":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
