"""Small CSV and TSV files of many kinds, and what is in them."""

from __future__ import annotations

import codecs

SURVEY = (
    "Name;Date;Answer;Age;Region\r\n"
    'Ada;8.11.2022;"I like it, really.\r\nThe second line; here";33,5;North\r\n'
    "Bob;9.11.2022;No – not at all;40,25;South\r\n"
    ";10.11.2022;;1,5;North\r\n"
)
CATALOGUE = (
    'Title,Year,Author,Abstract\n"Tides, a study",2019,Lee,"It ebbs ""twice"" a day"\n'
    "Ports,2020,Mora,Where boats come in from the sea\n"
)


def made() -> dict[str, bytes]:
    """Return files by their names."""
    return {
        "survey.csv": SURVEY.encode("cp1252"),
        "catalogue.csv": codecs.BOM_UTF8 + CATALOGUE.encode(),
        "utf16.csv": SURVEY.encode("utf-16"),
        "tabs.tsv": b"id\ttext\n1\tfirst, with a comma\n2\tsecond\n",
        "pipes.csv": b"id|text\n1|first, with; all\n2|second, too\n",
        "said.csv": b"sep=;\r\nid;text\r\n1;one, two\r\n",
        "one column.csv": b"Answer\nI like it, really\nNo, never, no\nFine\n",
        "titled.csv": b"Survey of ports,,\n\nName,Region,Answer\nAda,North,Good\n",
    }
