"""The dispersion plot with its switch and its pictures."""

from __future__ import annotations

from PySide6.QtCore import Signal

from ui.concordance.page import Page, control_button
from ui.concordance.plot_rows import Plot
from ui.concordance.plot_view import PlotView
from ui.widgets.segments import Segments

PURPOSE = (
    "Where the matches stand",
    (
        "Search for something above: each document is a bar here, each match a tick in"
        " it. A click on a tick goes there."
    ),
)
NAMES = {False: "In proportion", True: "Equal length"}
TIPS = {
    False: "A bar is as long as its text, against the longest",
    True: "Every bar is as long as the others",
}


class PlotPage(Page):
    """Shows a plot; asks to go to a place, and for a picture to be written."""

    place_activated = Signal(int, int, int)
    picture_wanted = Signal()

    def __init__(self) -> None:
        self.plot_view = PlotView()
        super().__init__(self.plot_view, *PURPOSE)
        self.lengths = Segments("Length of bars", NAMES, TIPS)
        self.picture_button = control_button(
            "Picture…", "Write the plot to an SVG or PNG file"
        )
        self.add_control(self.lengths)
        self.add_space()
        self.add_control(self.picture_button)
        self.lengths.chosen.connect(lambda it: self.plot_view.set_equal(equal=it))
        self.picture_button.clicked.connect(self.picture_wanted)
        self.plot_view.match_activated.connect(self._go)
        self.picture_button.setEnabled(False)

    def show_plot(self, plot: Plot) -> None:
        """Show where matches stand."""
        self.plot_view.show_plot(plot)
        self.picture_button.setEnabled(bool(plot.rows))
        self.show_view(plot.facts)

    def _go(self, row: int, match: int) -> None:
        document_id, span = self.plot_view.plot.place(row, match)
        self.place_activated.emit(document_id, span.start, span.end)
