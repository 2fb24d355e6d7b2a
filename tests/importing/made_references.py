"""Bibliographies as programs really write them, and what they say."""

# ruff: noqa: E501, W291 - lines as long, and blanks at ends, as programs write them

from __future__ import annotations

from workbench.model.references import Reference, ReferenceKind

ZOTERO_BIB = r"""
@article{lee_export_2022,
	title = {Export controls and the {Chip} war: {A} {M\"{u}ller} story},
	volume = {51},
	issn = {0048-7333},
	url = {https://www.sciencedirect.com/science/article/pii/S0048_733322},
	doi = {10.1016/j.respol.2022.104_5},
	abstract = {We ask, 100\% seriously, what \{controls\} do.},
	language = {en},
	number = {9},
	urldate = {2023-01-04},
	journal = {Research Policy},
	author = {Lee, Chang-Yang and Park, Jin and {Bureau of Industry and Security}},
	month = nov,
	year = {2022},
	keywords = {Export controls, Semiconductors},
	pages = {104--5},
	file = {Full Text PDF:files/12/Lee et al. - 2022 - Export controls.pdf:application/pdf;Snapshot:files/13/S0048.html:text/html},
}

@misc{noauthor_united_2022,
	title = {United {States} and {Korea} launch a working group},
	url = {https://www.bis.gov/press/2022-11},
	journal = {Bureau of Industry and Security},
	year = {2022},
}
"""
ZOTERO_BIB_TRUTH = (
    Reference(
        ReferenceKind.ARTICLE,
        "Export controls and the Chip war: A Müller story",
        ("Lee, Chang-Yang", "Park, Jin", "Bureau of Industry and Security"),
        "2022-11",
        "Research Policy",
        "en",
        "https://www.sciencedirect.com/science/article/pii/S0048_733322",
        "10.1016/j.respol.2022.104_5",
        ("files/12/Lee et al. - 2022 - Export controls.pdf", "files/13/S0048.html"),
        ("Export controls", "Semiconductors"),
        "lee_export_2022",
    ),
    Reference(
        ReferenceKind.OTHER,
        "United States and Korea launch a working group",
        (),
        "2022",
        "Bureau of Industry and Security",
        "",
        "https://www.bis.gov/press/2022-11",
        key="noauthor_united_2022",
    ),
)

BIBLATEX = r"""
@string{kh = "The Korea Herald"}
@online{kim_seoul_2022,
  title = {Seoul, Washington to Launch Group},
  subtitle = {What It Means},
  author = {family=Berg, given=Jan, prefix=van der, useprefix=true and Kim, {\'E}milie and others},
  date = {2022-11-08T09:30:00+09:00},
  url = {https://www.koreaherald.com/view.php?ud=20221108000584&x=1},
  urldate = {2022-12-01},
  langid = {english},
  organization = kh,
  keywords = {trade;technology, law},
  file = {/home/ada/Zotero/storage/CDJE/kim.html;C\:\\Users\\ada\\kim\; 2.pdf}
}
@incollection{oh_2019, crossref = {hand}, title = {On {\L}{\'o}d{\'z}}, author = {Oh, Jr., S. M.}}
@collection{hand, title = {A Handbook of Trade}, date = {2019-05/2019-07}, publisher = {Routledge {\&} Sons}}
@report{bis_2021, title = "Rules" # { of } # "1," # {} # " 2", type = {techreport}, institution = {{Bureau of Industry {and} Security}}, year = 2021, month = 10 # "~" # jan}
"""
BIBLATEX_TRUTH = (
    Reference(
        ReferenceKind.WEB_PAGE,
        "Seoul, Washington to Launch Group: What It Means",
        ("van der Berg, Jan", "Kim, Émilie"),
        "2022-11-08",
        "The Korea Herald",
        "english",
        "https://www.koreaherald.com/view.php?ud=20221108000584&x=1",
        "",
        ("/home/ada/Zotero/storage/CDJE/kim.html", r"C:\Users\ada\kim; 2.pdf"),
        ("trade", "technology, law"),
        "kim_seoul_2022",
    ),
    Reference(
        ReferenceKind.CHAPTER,
        "On Łódź",
        ("Oh, S. M., Jr.",),
        "2019-05",
        "A Handbook of Trade",
        key="oh_2019",
    ),
    Reference(
        ReferenceKind.BOOK,
        "A Handbook of Trade",
        (),
        "2019-05",
        "Routledge & Sons",
        key="hand",
    ),
    Reference(
        ReferenceKind.REPORT,
        "Rules of 1, 2",
        (),
        "2021-01-10",
        "Bureau of Industry and Security",
        key="bis_2021",
    ),
)

JABREF = r"""% Encoding: UTF-8

@Article{Buch2014,
  author    = {Ludwig van Beethoven and Buch, J. and de la Cruz, Mar\'{i}a},
  title     = {A test --- for ``Nested'' $\alpha$-samplers},
  journal   = {Statistics \& Computing},
  year      = {2014},
  month     = {July},
  day       = {3},
  doi       = {https://doi.org/10.1007/S11222-014-9512-Y},
  file      = {Published version:Buch2014stats.pdf:PDF;:eprint/v3\;final.pdf:PDF},
  groups    = {reading},
  keywords  = {Nested sampling; MCMC; Marginal
        likelihood},
  language  = {English},
  timestamp = {2014.08.20},
}

@Comment{jabref-meta: databaseType:bibtex;}
"""
JABREF_TRUTH = (
    Reference(
        ReferenceKind.ARTICLE,
        "A test — for “Nested” α-samplers",
        ("van Beethoven, Ludwig", "Buch, J.", "de la Cruz, María"),
        "2014-07-03",
        "Statistics & Computing",
        "English",
        "",
        "10.1007/s11222-014-9512-y",
        ("Buch2014stats.pdf", "eprint/v3;final.pdf"),
        ("Nested sampling", "MCMC", "Marginal likelihood"),
        "Buch2014",
    ),
)

MENDELEY = r"""Automatically generated by Mendeley Desktop 1.19.8
Any changes to this file will be lost if it is regenerated by Mendeley.

@article{Mead1988,
author = {Mead, Carver A. and Mahowald, M. A.},
doi = {10.1016/0893-6080(88)90024-X},
file = {:C$\backslash$:/Users/ada/Documents/Mead - 1988 - A silicon model.pdf:pdf;:home/ada/b.pdf:pdf},
journal = {Neural Networks},
mendeley-tags = {retina,vlsi},
month = {jan},
title = {{A silicon model of early visual processing}},
url = {http://linkinghub.elsevier.com/retrieve/pii/089360808890024X},
year = {1988}
}
"""
MENDELEY_TRUTH = (
    Reference(
        ReferenceKind.ARTICLE,
        "A silicon model of early visual processing",
        ("Mead, Carver A.", "Mahowald, M. A."),
        "1988-01",
        "Neural Networks",
        "",
        "http://linkinghub.elsevier.com/retrieve/pii/089360808890024X",
        "10.1016/0893-6080(88)90024-x",
        ("C:/Users/ada/Documents/Mead - 1988 - A silicon model.pdf", "home/ada/b.pdf"),
        ("retina", "vlsi"),
        "Mead1988",
    ),
)

WEB_OF_SCIENCE_BIB = r"""
@article{ WOS:000865432100001,
Author = {Lee, Chang-Yang and
   Park, Jin},
Title = {Export controls and the chip war: Evidence from
   Korea},
Journal = {RESEARCH POLICY},
Year = {2022},
Volume = {51},
Month = {NOV 8},
Publisher = {ELSEVIER},
Type = {Article},
Language = {English},
DOI = {10.1016/j.respol.2022.104604},
Keywords = {export controls; semiconductors},
Unique-ID = {WOS:000865432100001},
}
"""
WEB_OF_SCIENCE_BIB_TRUTH = (
    Reference(
        ReferenceKind.ARTICLE,
        "Export controls and the chip war: Evidence from Korea",
        ("Lee, Chang-Yang", "Park, Jin"),
        "2022-11-08",
        "RESEARCH POLICY",
        "English",
        "",
        "10.1016/j.respol.2022.104604",
        (),
        ("export controls", "semiconductors"),
        "WOS:000865432100001",
    ),
)

ZOTERO_RIS = """TY  - RPRT
TI  - Implementation of additional controls
AU  - Bureau of Industry and Security
AU  - Lee, Chang-Yang
CY  - Washington
DA  - 2022/10/13/
PY  - 2022
LA  - en-US
PB  - Department of Commerce
T2  - Federal Register notices
UR  - https://www.bis.gov/rule;jsessionid=1
N1  - <p>A note</p>
that goes on
L1  - files/21/BIS - 2022 - Implementation.pdf
L1  - files/22/Annex.docx
KW  - export controls
KW  - rules
ER  - 

TY  - NEWS
TI  - Seoul &amp; Washington
AU  - 김, 지수
T2  - The Korea Herald
DA  - 2022///Fall
PY  - 2022
UR  - https://doi.org/10.5555/KH.1
ER  - 
"""
ZOTERO_RIS_TRUTH = (
    Reference(
        ReferenceKind.REPORT,
        "Implementation of additional controls",
        ("Bureau of Industry and Security", "Lee, Chang-Yang"),
        "2022-10-13",
        "Department of Commerce",
        "en-US",
        "https://www.bis.gov/rule;jsessionid=1",
        "",
        ("files/21/BIS - 2022 - Implementation.pdf", "files/22/Annex.docx"),
        ("export controls", "rules"),
    ),
    Reference(
        ReferenceKind.NEWS,
        "Seoul & Washington",
        ("김, 지수",),
        "2022",
        "The Korea Herald",
        "",
        "https://doi.org/10.5555/KH.1",
        "10.5555/kh.1",
    ),
)

ENDNOTE_RIS = """TY  - JOUR
AU  - Oudin, A.
AU  - Bråbäck, L.
DA  - Nov 8
PY  - 2022
DO  - 10.3390/ijerph14111392
ID  - 77
IS  - 11
KW  - air pollution
children
cohort
L1  - internal-pdf://1234567890/Oudin-2022-Air.pdf
LA  - eng
SP  - E1392
T2  - Int J Environ Res Public Health
TI  - Air Pollution and Dispensed Medications for Asthma, and Possible
Effect Modifiers
VL  - 14
ER  - 


"""
ENDNOTE_RIS_TRUTH = (
    Reference(
        ReferenceKind.ARTICLE,
        "Air Pollution and Dispensed Medications for Asthma, and Possible Effect"
        " Modifiers",
        ("Oudin, A.", "Bråbäck, L."),
        "2022-11-08",
        "Int J Environ Res Public Health",
        "eng",
        "",
        "10.3390/ijerph14111392",
        ("internal-pdf://1234567890/Oudin-2022-Air.pdf",),
        ("air pollution", "children", "cohort"),
        "77",
    ),
)

WEB_OF_SCIENCE_RIS = """TY  - JOUR
AU  - Lee, CY
T1  - Export controls
JO  - RESEARCH POLICY
PU  - ELSEVIER
DA  - NOV
PY  - 2022
DO  - 10.1016/j.respol.2022.104604
AN  - WOS:000865432100001
Y2  - 2023-01-01
ER  -

EF  -
"""
WEB_OF_SCIENCE_RIS_TRUTH = (
    Reference(
        ReferenceKind.ARTICLE,
        "Export controls",
        ("Lee, CY",),
        "2022-11",
        "RESEARCH POLICY",
        doi="10.1016/j.respol.2022.104604",
    ),
)

CSL_JSON = """[
 {"id": "http://zotero.org/users/1/items/ABCD", "type": "article-journal",
  "container-title": "Research Policy", "DOI": "10.1016/J.RESPOL.2022.104604",
  "language": "en", "title": "Export controls and the <i>chip</i> war",
  "URL": "https://example.org/a?b=1",
  "author": [
   {"family": "Lee", "given": "Chang-Yang"},
   {"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"},
   {"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"},
   {"family": "King", "given": "Martin Luther", "suffix": "Jr."},
   {"literal": "Bureau of Industry and Security"}],
  "issued": {"date-parts": [["2022", 11, 8], [2022, 12, 1]]},
  "keyword": "trade, chips"},
 {"id": 7, "type": "webpage", "title": "A page", "container-title": "The Site",
  "publisher": "Its owner", "issued": {"literal": "November 2021"},
  "citation-key": "page2021"},
 {"id": "b", "type": "book", "title": ["A book"], "publisher": "Routledge",
  "issued": {"raw": "2019-05"}}
]"""
CSL_JSON_TRUTH = (
    Reference(
        ReferenceKind.ARTICLE,
        "Export controls and the chip war",
        (
            "Lee, Chang-Yang",
            "van Gogh, Vincent",
            "Humboldt, Alexander von",
            "King, Martin Luther, Jr.",
            "Bureau of Industry and Security",
        ),
        "2022-11-08",
        "Research Policy",
        "en",
        "https://example.org/a?b=1",
        "10.1016/j.respol.2022.104604",
        (),
        ("trade", "chips"),
        "http://zotero.org/users/1/items/ABCD",
    ),
    Reference(
        ReferenceKind.WEB_PAGE, "A page", (), "2021-11", "The Site", key="page2021"
    ),
    Reference(ReferenceKind.BOOK, "A book", (), "2019-05", "Routledge", key="b"),
)

ZOTERO_RDF = """<rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:bib="http://purl.org/net/biblio#"
 xmlns:foaf="http://xmlns.com/foaf/0.1/"
 xmlns:link="http://purl.org/rss/1.0/modules/link/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
    <bib:Article rdf:about="https://example.org/a">
        <z:itemType>journalArticle</z:itemType>
        <dcterms:isPartOf rdf:resource="urn:issn:0048-7333"/>
        <bib:authors><rdf:Seq>
            <rdf:li><foaf:Person><foaf:surname>Lee</foaf:surname>
                <foaf:givenName>Chang-Yang</foaf:givenName></foaf:Person></rdf:li>
            <rdf:li><foaf:Person><foaf:surname>Bureau of Industry</foaf:surname>
                </foaf:Person></rdf:li>
        </rdf:Seq></bib:authors>
        <link:link rdf:resource="#item_3"/>
        <dc:subject>trade</dc:subject>
        <dc:subject><z:AutomaticTag><rdf:value>chips</rdf:value></z:AutomaticTag></dc:subject>
        <dc:title>Export controls</dc:title>
        <dc:date>2022-11-08</dc:date>
        <z:language>en</z:language>
        <dc:identifier><dcterms:URI><rdf:value>https://example.org/a</rdf:value></dcterms:URI></dc:identifier>
    </bib:Article>
    <bib:Journal rdf:about="urn:issn:0048-7333">
        <dc:title>Research Policy</dc:title>
        <dc:identifier>DOI 10.1016/j.respol.2022.104604</dc:identifier>
        <dc:identifier>ISSN 0048-7333</dc:identifier>
    </bib:Journal>
    <z:Attachment rdf:about="#item_3">
        <z:itemType>attachment</z:itemType>
        <rdf:resource rdf:resource="files/3/Lee - 2022.pdf"/>
        <dc:title>PDF</dc:title>
        <link:type>application/pdf</link:type>
    </z:Attachment>
    <bib:Document rdf:about="#item_5">
        <z:itemType>webpage</z:itemType>
        <dcterms:isPartOf><z:Website><dc:title>The Site</dc:title></z:Website></dcterms:isPartOf>
        <dc:title>A page</dc:title>
        <dc:date>November 2021</dc:date>
    </bib:Document>
    <bib:Report rdf:about="#item_6">
        <z:itemType>report</z:itemType>
        <dc:publisher><foaf:Organization><foaf:name>KIET</foaf:name></foaf:Organization></dc:publisher>
        <dc:title>A report</dc:title>
    </bib:Report>
</rdf:RDF>
"""
ZOTERO_RDF_TRUTH = (
    Reference(
        ReferenceKind.ARTICLE,
        "Export controls",
        ("Lee, Chang-Yang", "Bureau of Industry"),
        "2022-11-08",
        "Research Policy",
        "en",
        "https://example.org/a",
        "10.1016/j.respol.2022.104604",
        ("files/3/Lee - 2022.pdf",),
        ("trade", "chips"),
    ),
    Reference(ReferenceKind.WEB_PAGE, "A page", (), "2021-11", "The Site"),
    Reference(ReferenceKind.REPORT, "A report", (), "", "KIET"),
)

TRUTHS = {
    "zotero.bib": (ZOTERO_BIB, ZOTERO_BIB_TRUTH),
    "biblatex.bib": (BIBLATEX, BIBLATEX_TRUTH),
    "jabref.bib": (JABREF, JABREF_TRUTH),
    "mendeley.bib": (MENDELEY, MENDELEY_TRUTH),
    "savedrecs.bib": (WEB_OF_SCIENCE_BIB, WEB_OF_SCIENCE_BIB_TRUTH),
    "zotero.ris": (ZOTERO_RIS, ZOTERO_RIS_TRUTH),
    "endnote.ris": (ENDNOTE_RIS, ENDNOTE_RIS_TRUTH),
    "savedrecs.ris": (WEB_OF_SCIENCE_RIS, WEB_OF_SCIENCE_RIS_TRUTH),
    "zotero.json": (CSL_JSON, CSL_JSON_TRUTH),
    "zotero.rdf": (ZOTERO_RDF, ZOTERO_RDF_TRUTH),
}


def made() -> dict[str, bytes]:
    """Return each file's bytes by its name, line ends as different programs have."""
    files = {name: text.encode() for name, (text, _truth) in TRUTHS.items()}
    endnote = ENDNOTE_RIS.replace("\n", "\r\n")
    return files | {"endnote.ris": b"\xef\xbb\xbf" + endnote.encode()}
