# SPDX-License-Identifier: EUPL-1.2
"""What the check of the PDFs makes of the words of veraPDF; the check itself is `dev.py test --pdf`."""

import subprocess
from pathlib import Path

import pytest

from installer import dev
from tests.verapdf import __main__ as poort

GOED = "file\t2a\tbrief.pdf\tyes\t900\nfile\tua1\tbrief.pdf\tyes\t400\n"
FOUT = (
    "file\t2a\tbrief.pdf\tyes\t900\nfile\tua1\tbrief.pdf\tno\t400\n"
    "rule\t7.1-3\t12\tContent is not tagged.\troot/page[0]\n"
)


def test_all_rules_kept_is_no_complaint() -> None:
    assert poort.judge(poort.read(GOED), ["brief"]) == []


def test_a_broken_rule_is_told_per_document_and_standard() -> None:
    assert poort.judge(poort.read(FOUT), ["brief"]) == [
        "brief: voldoet niet aan PDF/UA-1.",
        "    regel 7.1-3, 12 keer: Content is not tagged. Het eerst bij: root/page[0]",
    ]


def test_what_was_not_checked_is_not_called_good() -> None:
    assert len(poort.judge([], ["brief", "kapot-x"])) == 4
    niets = poort.read(GOED.replace("900", "0"))
    assert poort.judge(niets, ["brief"]) == ["brief: voldoet niet aan PDF/A-2a."]


def test_a_broken_document_must_be_refused() -> None:
    uitslagen = poort.read(FOUT.replace("brief", "kapot-brief"))
    assert poort.judge(uitslagen, ["kapot-brief"]) == [
        "kapot-brief: hoort te zakken voor PDF/A-2a, maar slaagt."
    ]


@pytest.mark.parametrize("fout", [dev.Halt("Voer eerst dit uit: …"), None])
def test_without_java_the_check_fails_and_says_why(
    fout: dev.Halt | None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def get() -> Path:
        if fout:
            raise fout
        return tmp_path / "geen.jar"

    def stop(*_: object) -> None:
        raise subprocess.CalledProcessError(1, "java", stderr="geen klasse gevonden")

    monkeypatch.setattr(poort, "get_verapdf", get)
    monkeypatch.setattr(poort, "all_pdfs", lambda: iter([("brief", b"%PDF-")]))
    monkeypatch.setattr(poort, "broken_pdfs", lambda: iter(()))
    monkeypatch.setattr(poort, "check", stop)
    assert poort.main() == 1
    assert ("Voer eerst dit uit" if fout else "geen klasse gevonden") in capsys.readouterr().err


def test_where_it_cannot_be_had_ci_says_so_and_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def get() -> Path:
        raise dev.Halt("Lijst van systeempakketten ophalen: mislukt.")

    monkeypatch.setattr(poort, "get_verapdf", get)
    assert poort.main([dev.PDF_IF_POSSIBLE]) == 0
    assert "De PDF's zijn niet gekeurd. Lijst van systeempakketten" in capsys.readouterr().err
    assert poort.main(["--pdf"]) == 1


def test_a_bad_document_fails_there_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(poort, "get_verapdf", lambda: tmp_path / "een.jar")
    monkeypatch.setattr(poort, "all_pdfs", lambda: iter([("brief", b"%PDF-")]))
    monkeypatch.setattr(poort, "broken_pdfs", lambda: iter(()))
    monkeypatch.setattr(poort, "check", lambda *_: poort.read(FOUT))
    assert poort.main([dev.PDF_IF_POSSIBLE]) == 1


@pytest.mark.parametrize("schakelaar", dev.PDF_SWITCHES)
def test_the_switch_reaches_the_check_and_no_pytest(schakelaar: str, monkeypatch: pytest.MonkeyPatch) -> None:
    gezien: list[list[str]] = []

    def run_open(*deel: str | Path, **_: object) -> int:
        gezien.append([str(woord) for woord in deel])
        return 0

    monkeypatch.setattr(dev, "set_up", lambda _: None)
    monkeypatch.setattr(dev, "compile_forms", lambda: 0)
    monkeypatch.setattr(dev, "run_open", run_open)
    assert dev.test([schakelaar, "--quick"]) == 0
    assert [deel for deel in gezien if deel[1:3] == ["-m", "tests.verapdf"]] == [
        [str(dev.PYTHON), "-m", "tests.verapdf", schakelaar]
    ]
    assert [deel for deel in gezien if "pytest" in deel and schakelaar in deel] == []
