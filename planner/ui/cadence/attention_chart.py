"""Where your time went, a bar a layer, against what you meant it to be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter

from planner.domain import words
from planner.queries.cadence.attention import Attention, LayerTime
from planner.ui.charts.chart import Chart
from planner.ui.charts.drawing import block, dashes, swatch, upright, write
from planner.ui.charts.spots import Spot
from planner.ui.charts.table import Table, table_of
from planner.ui.theme import Theme

_NAME, _FIGURES, _BAR, _ROW, _MOST_ROW = 86.0, 72.0, 15.0, 26.0, 40.0
_ABOVE = 8.0
_FAR = 0.06
"""From here on a bar is drawn in the accent: it is not what was intended."""
_STEP = 0.01


class AttentionChart(Chart):
    """The largest share first; Alt with left and right changes what is intended for a layer."""

    intended = Signal(object, float)  # a layer's id and its share, 0 to 1

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._found: Attention | None = None
        self._before: Attention | None = None
        self._of_layer: dict[int | None, tuple[int, ...]] = {}

    def show_attention(
        self, found: Attention, before: Attention | None, of_layer: dict[int | None, tuple[int, ...]]
    ) -> None:
        """Show the time of now, and of a quarter earlier as dashed outlines."""
        self._found, self._before, self._of_layer = found, before, of_layer
        self.redraw()

    def make_spots(self, size: QSizeF) -> Sequence[Spot]:
        """A spot a layer."""
        rows = attention_rows(self._found)
        high = self._high(size)
        return [
            Spot(
                QRectF(0, place * high + 2, size.width(), min(high, _MOST_ROW * self.theme.text_scale) - 4),
                time_words(each),
                f"layer:{each.layer.id}",
                self._of_layer.get(each.layer.id, ()),
                each.layer.short_name,
            )
            for place, each in enumerate(rows)
        ]

    def event(self, event: QEvent) -> bool:
        """Alt with left and right means a share here, not a plan."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _step(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with left and right: a hundredth less or more is intended."""
        step, here = _step(event), self.focused
        if not step or here is None:
            super().keyPressEvent(event)
            return
        layer = next(
            each.layer for each in attention_rows(self._found) if f"layer:{each.layer.id}" == here.key
        )
        if layer.id is not None:
            self.intended.emit(layer.id, min(1.0, max(0.0, (layer.intended_share or 0.0) + step)))

    def draw(self, painter: QPainter, size: QSizeF) -> None:
        """Ring, name, bar, mark and figures of every layer."""
        rows, scale, high = attention_rows(self._found), self.theme.text_scale, self._high(size)
        before = {each.layer.id: each.share for each in attention_rows(self._before)}
        shares = [max(each.share or 0.0, each.layer.intended_share or 0.0) for each in rows]
        longest = max([*shares, *(each or 0.0 for each in before.values())], default=0.0)
        unit = (size.width() - (_NAME + _FIGURES) * scale) / max(0.01, longest)
        for place, each in enumerate(rows):
            middle = place * high + (_ABOVE + _BAR / 2) * scale
            self._draw_row(painter, each, middle, unit, size.width())
            earlier = before.get(each.layer.id)
            if earlier:
                top = middle - _BAR / 2 * scale
                bar = QRectF(_NAME * scale - 2, top - 2, earlier * unit + 4, _BAR * scale + 4)
                dashes(painter, bar, self.theme.palette.ink3)

    def _draw_row(self, painter: QPainter, each: LayerTime, middle: float, unit: float, width: float) -> None:
        theme, scale, palette = self.theme, self.theme.text_scale, self.theme.palette
        share, meant = each.share or 0.0, each.layer.intended_share
        swatch(painter, QPointF(7 * scale, middle), each.layer.hue, theme)
        x, left = 19 * scale, _NAME * scale
        write(painter, x, middle, each.layer.short_name, "caption", theme, palette.ink, width=left - x - 4)
        far = meant is not None and abs(share - meant) > _FAR
        colour = palette.accent if far else palette.ink_disabled
        bar = QRectF(left, middle - _BAR / 2 * scale, share * unit, _BAR * scale)
        if share:
            block(painter, bar, colour)
        if meant is not None:
            half = (_BAR / 2 + 4) * scale
            upright(painter, left + meant * unit, middle - half, middle + half, palette.ink, 2)
        x = left + max(share, meant or 0.0) * unit + 7 * scale
        figure = str(round(100 * share))
        x += write(painter, x, middle, figure, "captionStrong", theme, palette.ink)
        said = "%" if meant is None else f"/ {round(100 * meant)} %"
        x += 3 * scale
        write(painter, x, middle, said, "caption", theme, palette.ink3, width=width - x)

    def _high(self, size: QSizeF) -> float:
        count, scale = max(1, len(attention_rows(self._found))), self.theme.text_scale
        return max(_ROW * scale, min(_MOST_ROW * scale, size.height() / count))


def _step(event: QKeyEvent) -> float:
    """By how much a key changes a share; 0 for other keys."""
    if event.modifiers() != Qt.KeyboardModifier.AltModifier:
        return 0.0
    return {Qt.Key.Key_Left: -_STEP, Qt.Key.Key_Right: _STEP}.get(Qt.Key(event.key()), 0.0)


def attention_rows(found: Attention | None) -> list[LayerTime]:
    """The layers with time or an intention, the largest share first."""
    rows = [each for each in found.layers if each.minutes or each.layer.intended_share] if found else []
    return sorted(rows, key=lambda each: -(each.share or 0.0))


def time_words(each: LayerTime) -> str:
    """'Own team: 31 h 10, 44 percent of your time with 8 people; you meant it to be 30'."""
    spent = words.length(round(each.minutes)) if each.minutes else "no time"
    meant = each.layer.intended_share
    wish = "" if meant is None else f"; you meant it to be {round(100 * meant)}"
    share = f"{round(100 * (each.share or 0.0))} percent of your time"
    return f"{each.layer.name}: {spent}, {share} with {words.count(each.people, 'person', 'people')}{wish}"


def attention_table(found: Attention, before: Attention | None) -> Table:
    """A row a layer."""
    earlier = {each.layer.id: each.share for each in (before.layers if before else ())}
    heads = ["Layer", "People", "Time", "Share", "Intended"]
    rows = []
    for each in attention_rows(found):
        row = [each.layer.name, str(each.people), words.length(round(each.minutes))]
        row += [_share(each.share), _share(each.layer.intended_share)]
        rows.append([*row, _share(earlier.get(each.layer.id))] if before else row)
    return table_of([*heads, "A quarter earlier"] if before else heads, rows, range(1, 6))


def _share(share: float | None) -> str:
    return "not known yet" if share is None else words.percent(share)
