import sys
sys.path.insert(0,'/work/main')
from tests.ui.tables.test_evidence import *
def test_a(desk):
    desk.cite(desk.level, RANK)
    desk.replace(f"A {RANK} leads the talks", "An official leads the talks")
    (lost,) = desk.cell(desk.level).citations
    print(lost)
    desk.press(Qt.Key.Key_F8)
    desk.press(Qt.Key.Key_R)
    desk.qtbot.wait(1500)
    s=desk.strip.suggestions
    print(desk.strip.part, s.empty.accessibleName(), s.empty.accessibleDescription(), s.list.entries.entries, QApplication.focusWidget())
    from workbench.operations.suggestions import suggestions
    print(suggestions(desk.project, desk.id, *desk.level))
    desk.replace("export licences.", "export licences. The private sector is heard.") if 0 else None
def test_b(desk):
    from workbench.operations.absences import record_absence
    record_absence(desk.project, *desk.private, '"private sector"', AbsenceScope.ROW)
    desk.go_to(desk.private)
    desk.replace("export licences.", "export licences. The private sector is heard.")
    desk.qtbot.wait_until(lambda: desk.cell(desk.private).state is CellState.STALE)
    desk.qtbot.wait(1000)
    print(desk.shown, desk.cell(desk.private), desk.strip.shown, desk.said, desk.panel.table.rows[0].cells[2])
