from collections.abc import Callable

import pytest

from ui.reader.pane import ReadingPane
from workbench.text.blocks import split_blocks

Shown = Callable[[str], ReadingPane]


@pytest.fixture
def show(qtbot) -> Shown:
    """Show a text in a pane on the screen: `show(text)`."""

    def show_it(text: str) -> ReadingPane:
        pane = ReadingPane()
        qtbot.addWidget(pane)
        pane.resize(700, 500)
        pane.set_document(text, split_blocks(text))
        pane.show()
        qtbot.waitExposed(pane)
        pane.setFocus()
        return pane

    return show_it
