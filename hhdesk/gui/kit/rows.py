"""Lists of rows: what they show, the model that keeps them, the delegate that paints them, the view."""

from hhdesk.gui.kit.paint import Tone
from hhdesk.gui.kit.rowdata import (
    Cell,
    Column,
    Density,
    Ink,
    Mark,
    Role,
    RowAvatar,
    RowBadge,
    RowContent,
    RowKind,
    RowLine,
    group,
    seen,
    skeleton,
)
from hhdesk.gui.kit.rowdelegate import RowDelegate
from hhdesk.gui.kit.rowsmodel import RowsModel
from hhdesk.gui.kit.rowsview import ColumnsHeader, RowsView

__all__ = [
    "Cell",
    "Column",
    "ColumnsHeader",
    "Density",
    "Ink",
    "Mark",
    "Role",
    "RowAvatar",
    "RowBadge",
    "RowContent",
    "RowDelegate",
    "RowKind",
    "RowLine",
    "RowsModel",
    "RowsView",
    "Tone",
    "group",
    "seen",
    "skeleton",
]
