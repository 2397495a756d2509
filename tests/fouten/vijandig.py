# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501 - a list of strings as they are
"""Strange strings, control characters, scripts and numbers: the worst that a field or a paste can hold."""

import random
from collections.abc import Iterator

_VAST = (
    "", " ", "\t", "\n", "\r\n", "\u2028", "\ufeff", "\x00", "a\x00b", "\x1b[31mrood", "\x7f", "\x85", "\ud800",
    "\udfff\ud800", "\uffff", "\U0010ffff", "\u202eesrever", "\u2066lri\u2069", "a\u0300" * 300, "Z͑ͫ̓ͪ̂a̴̵̞l̠g͎o",
    "👨‍👩‍👧‍👦" * 50, "ﷺ", "İıſK", "ß" * 100, "e\u0301", "\u200b\u200c\u200d", "\xa0", "ﬁ", "𝕏", "한글", "עברית", "العربية",
    "'; DROP TABLE signaal; --", "' OR 1=1", '" OR *', "NEAR(a b", "a AND", "zoekindex:x", "-a", "^a", "{a}: b",
    "%s%n%x", "{0.__class__}", "${x}", "{{7*7}}", "<script>alert(1)</script>", "<b>vet</b>", "&amp;&#0;",
    "<!ENTITY x SYSTEM 'file:///etc/passwd'>", "../../etc/passwd", "C:\\CON", "file:///x", "=1+1", "@SUM(A1)",
    "-1", "0", "−5", "1e5", "NaN", "inf", "0x10", "٣", "١٢", "９９", "²", "½", "1_000", "9" * 5000, "-" * 40, "1.5",
    "31-2-2026", "0-0-0000", "99-99-9999", "32/13/2026", "29-2-2025", "1-1-10000", "1-1-0001", "٣-٤-١٩٨١",
    "12 foo 2026", "2026-13-01", "20260101", "31 december 9999", "24:00", "25.61", "9u", "99uur", "-1:00", "٩:٠٠",
    "9999 XX", "0000AA", "123456789", "111222333", "a@b", "a@b\r\nBcc: x", "x" * 250, "x" * 251, "x" * 20_000,
    "x" * 20_001, "x" * 300_000, "\n" * 30_000, "é" * 20_000, "\\", "\\u0000", "'", '"', "`", "None", "null", "true",
)  # fmt: skip
_BLOKKEN = ((0, 0x20), (0x20, 0x7F), (0x80, 0x250), (0x300, 0x370), (0x590, 0x700), (0x2000, 0x2070),
            (0xD800, 0xE000), (0xFE00, 0xFF00), (0xFFF0, 0x10000), (0x1F300, 0x1F700), (0xE0000, 0xE0080))  # fmt: skip


def strengen(n: int, kans: random.Random) -> Iterator[str]:
    """n of them: every fixed one first, then joined and random ones."""
    for nummer in range(n):
        if nummer < len(_VAST):
            yield _VAST[nummer]
        elif kans.random() < 0.5:
            yield "".join(kans.choice(_VAST)[:400] for _ in range(kans.randint(2, 4)))
        else:
            yield "".join(chr(kans.randrange(*kans.choice(_BLOKKEN))) for _ in range(kans.randint(1, 60)))
