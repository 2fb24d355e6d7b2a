"""Rich text written by hand, as Word and others write it."""

from __future__ import annotations

from collections.abc import Iterable

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0\deflang1031{\fonttbl{\f0\froman\fcharset0 Times New"
    r" Roman;}{\f1\fnil\fcharset204 Arial Cyr;}{\f2\fnil\fcharset128 MS Mincho;}"
    r"{\f3\ftech\fcharset2 Symbol;}{\f4\fnil\fcharset238{\*\falt Arial};}}"
    r"{\colortbl;\red0\green0\blue0;}"
    r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2 heading 2;}"
    r"{\s3 Quote;}{\s4 toc 1;}{\s5\ls1 List Bullet;}{\*\cs10 Default Font;}}"
    r"{\*\generator Made by hand;}"
)
INFO = (
    r"{\info{\title Caf\'e9 \u1058?\u1077?}{\author Ada \u-10179?\u-8704?}"
    r"{\creatim\yr2022\mo3\dy1\hr9}{\*\company B\'fcro}{\doccomm no}}"
)


def rtf(body: str, info: str = "") -> bytes:
    return (HEAD + info + body + "}").encode("ascii")


def escaped(text: str) -> str:
    """Return a text as rich text writes it, in UTF-16 units with a stand-in each."""
    return "".join(map(_escaped, text))


def _escaped(character: str) -> str:
    if character in "\\{}":
        return "\\" + character
    if character == "\n":
        return "\\line "
    if " " <= character <= "~":
        return character
    units = character.encode("utf-16-le")
    numbers = [units[at : at + 2] for at in range(0, len(units), 2)]
    return "".join(f"\\u{int.from_bytes(it, 'little', signed=True)}?" for it in numbers)


def paragraphs(texts: Iterable[str]) -> bytes:
    return rtf("".join(f"\\pard\\plain {escaped(it)}\\par\n" for it in texts))


TABLE = (
    r"\trowd\cellx100\cellx200\pard\intbl A\cell B\cell\row"
    r"\trowd\cellx100\cellx200\pard\intbl 1\cell\cell\row"
    r"\pard after\par"
)
NOTES = (
    r"\pard One{\super\chftn}{\footnote\pard\plain{\super\chftn} The note.\par More.}"
    r" and two{\footnote\ftnalt {\chftn} The end.}.\par"
)
CHANGES = (
    r"\pard Stays {\deleted goes }{\revised comes} and {\v hides}.\par"
    r"\pard Joined{\deleted\par}\pard with this.\par"
)
COMMENTED = (
    r"\pard See {\*\atrfstart 7}these words{\*\atrfend 7}{\*\atnid JD}"
    r"{\*\atnauthor Jane Doe}\chatn{\*\annotation{\*\atnref 7}{\*\atndate 1}"
    r"\pard\plain Why?\par Really?} here.\par"
)
AROUND = (
    r"{\header\pard Running head\par}{\headerf\pard Running head\par}"
    r"{\footer\pard Page {\field{\*\fldinst PAGE}{\fldrslt 3}}\par}"
    r"\pard Text\par\page More\par"
)
EMBEDDED = (
    r"\pard A{\*\shppict{\pict\pngblip\bin4 }{}\}}{\nonshppict{\pict 00ff}}"
    r" B{\object{\*\objclass Excel}{\*\objdata 0a}{\result{\pict 00}shown}}"
    r"{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt\pard Box\par}}{\shprslt twice}}.\par"
)


def made() -> dict[str, bytes]:
    """Return valid files by their names."""
    return {
        "marked.rtf": rtf(
            r"\pard\s1\outlinelevel0 One\par\pard\s2 Two\par\pard\s3 Said\par"
            r"\pard{\listtext\f3\'b7\tab}\ls1 Item\par" + TABLE,
            INFO,
        ),
        "notes.rtf": rtf(NOTES + CHANGES + COMMENTED),
        "around.rtf": rtf(AROUND + EMBEDDED),
        "bytes.rtf": rtf(r"\pard\f1\'cf\'f0\'e8\f2\'93\'fa\'96{\f3 a\'b7}\f0\'80\par"),
        "long.rtf": paragraphs(f"Paragraph {it} of tides – 潮汐." for it in range(300)),
    }
