# SPDX-License-Identifier: EUPL-1.2
"""Lines of a list in which the letters that were looked for stand out: heavier, and on another ground."""

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.ui import theme

PLEKKEN = QtCore.Qt.ItemDataRole.UserRole + 1
Index = QtCore.QModelIndex | QtCore.QPersistentModelIndex


class Gemarkeerd(QtWidgets.QStyledItemDelegate):
    """Draws a line as the style does, its text with the marked places of PLEKKEN: (begin, end) pairs."""

    def paint(self, painter: QtGui.QPainter, option: QtWidgets.QStyleOptionViewItem, index: Index) -> None:
        """Without places as any other line."""
        plekken = index.data(PLEKKEN)
        if not plekken:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        stijl = option.widget.style() if option.widget else QtWidgets.QApplication.style()
        vlak = stijl.subElementRect(QtWidgets.QStyle.SubElement.SE_ItemViewItemText, option, option.widget)
        tekst, option.text = option.text, ""
        stijl.drawControl(QtWidgets.QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        marge = stijl.pixelMetric(QtWidgets.QStyle.PixelMetric.PM_FocusFrameHMargin) + 1
        vlak.adjust(marge, 0, -marge, 0)
        tekst = option.fontMetrics.elidedText(tekst, QtCore.Qt.TextElideMode.ElideRight, vlak.width())
        opmaak = self._opmaak(tekst, plekken, option)
        painter.save()
        painter.setClipRect(vlak)
        painter.setPen(QtGui.QColor(theme.kleuren().tekst))
        hoogte = opmaak.lineAt(0).height()
        opmaak.draw(painter, QtCore.QPointF(vlak.left(), vlak.top() + (vlak.height() - hoogte) / 2))
        painter.restore()

    def _opmaak(
        self, tekst: str, plekken: tuple[tuple[int, int], ...], option: QtWidgets.QStyleOptionViewItem
    ) -> QtGui.QTextLayout:
        """One line of text, with another ground and a line below the marked letters."""
        opmaak = QtGui.QTextLayout(tekst, option.font)
        nadruk = QtGui.QTextCharFormat()
        nadruk.setBackground(QtGui.QColor(theme.kleuren().let_op_zacht))
        nadruk.setForeground(QtGui.QColor(theme.kleuren().let_op))
        nadruk.setFontUnderline(True)
        bereiken = []
        for begin, einde in plekken:
            bereik = QtGui.QTextLayout.FormatRange()
            bereik.start, bereik.length, bereik.format = begin, max(0, min(einde, len(tekst)) - begin), nadruk
            bereiken.append(bereik)
        opmaak.setFormats([bereik for bereik in bereiken if bereik.length > 0])
        opmaak.beginLayout()
        opmaak.createLine().setLineWidth(1e6)
        opmaak.endLayout()
        return opmaak
