"""The page of all parts. Its words are samples, so they are not translated."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QGridLayout,
    QMenu,
    QProgressBar,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hhdesk.gui.kit.buttons import Button, IconButton, Keycap, Kind
from hhdesk.gui.kit.chips import Badge, Chip
from hhdesk.gui.kit.fields import Choice, FieldMessage, LineEdit, NumberField
from hhdesk.gui.kit.flow import FlowLayout
from hhdesk.gui.kit.icons import icon
from hhdesk.gui.kit.paint import Tone, box
from hhdesk.gui.kit.panes import Card, IconLabel, Label, Ring, Strip, column, row
from hhdesk.gui.kit.rows import Cell, Column, Density, Ink, RowBadge, RowContent, RowLine, RowsModel, RowsView
from hhdesk.gui.kit.segments import RailButton, RailTone, SegmentedControl
from hhdesk.gui.kit.theme import Theme, em, px, type_font
from hhdesk.gui.kit.toasts import Toast
from hhdesk.gui.kit.tokens import Role, Space, Type


def _line(*widgets: QWidget, stretch: bool = True) -> QWidget:
    made = QWidget()
    layout = row(made, spacing=Space.TIGHT)
    for widget in widgets:
        layout.addWidget(widget)
    if stretch:
        layout.addStretch(1)
    return made


class GalleryPage(QWidget):
    """Three columns of cards and the colours below."""

    def __init__(self) -> None:
        super().__init__()
        Theme.instance().surface(self, "window")
        self.resize(px(110.77), px(69.23))
        outer = column(self, margins=(2, 1.4, 2, 1.4), spacing=0.9)
        title = Label("Составные части", Type.DISPLAY)
        words = "Golos Text · Lucide · один акцент, три смысловых цвета: цена и сомнение, «да», «нет»"
        outer.addWidget(_line(title, Label(words, Type.BODY, "muted")))
        columns = QGridLayout()
        columns.setHorizontalSpacing(px(1.1))
        for place, (cards, share) in enumerate(
            ((self._controls(), 409), (self._lists(), 458), (self._messages(), 465))
        ):
            one = column(spacing=1)
            for card in cards:
                one.addWidget(card)
            one.addStretch(1)
            columns.addLayout(one, 0, place)
            columns.setColumnStretch(place, share)
            columns.setColumnMinimumWidth(place, round(share * em() / 13))
        outer.addLayout(columns)
        outer.addWidget(_Colours())
        outer.addStretch(1)

    def settle(self) -> None:
        """Let layouts and focus come to rest."""
        self.focused.setFocus(Qt.FocusReason.TabFocusReason)
        for _ in range(4):
            QApplication.processEvents()
        loop = QEventLoop()
        QTimer.singleShot(50, loop.quit)
        loop.exec()

    # Left

    def _controls(self) -> list[QWidget]:
        return [self._buttons(), self._fields(), self._chips(), self._text()]

    def _buttons(self) -> QWidget:
        card = Card("Кнопки")
        card.body.addWidget(
            _line(
                Button("Заметка", key="N"),
                Button("Пригласить", kind=Kind.FILLED, key="I"),
                Button("Сбросить", kind=Kind.QUIET),
                Button("Отказ", kind=Kind.DANGER, key="R"),
            )
        )
        hover, down = Button("Наведение"), Button("Нажатие")
        hover.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
        down.setDown(True)
        self.focused = Button("Фокус")
        off = Button("Недоступна")
        off.setEnabled(False)
        card.body.addWidget(_line(hover, down, self.focused, off, IconButton("ellipsis", "Ещё", framed=True)))
        card.body.addWidget(
            _line(
                Button("Контакты", icon="lock", cost="1 контакт", key="C"),
                Button("Удалить черновик", kind=Kind.DANGER_FILLED),
            )
        )
        why = Label("Недоступная говорит почему: «Оценка — после интервью»", Type.SMALL, "muted")
        card.body.addWidget(_line(IconLabel("info", size=1.0), why))
        return card

    def _fields(self) -> QWidget:
        card = Card("Поля")
        message = FieldMessage()
        number = NumberField("", most=10_000_000)
        number.set_place_for_message(message)
        number.set_value(20_000_000)
        number.set_error("Не больше 10 000 000 ₽: столько принимает hh.ru")
        pay = NumberField("")
        pay.set_value(110_000)
        off = LineEdit("Москва")
        off.setEnabled(False)
        focus = LineEdit()
        focus.setText("Казань")
        card.body.addWidget(_line(pay, NumberField("от, ₽"), Choice((("all", "все слова"),)), stretch=False))
        card.body.addWidget(_line(focus, number, off, stretch=False))
        card.body.addWidget(message)
        card.body.addWidget(_line(*self._checks()))
        segments = SegmentedControl(
            (("no", "нет"), ("1", "1–3"), ("3", "3–6"), ("6", "6+ лет")), multi=True, name="experience"
        )
        segments.set_chosen(("3", "6"))
        card.body.addWidget(segments)
        return card

    @staticmethod
    def _checks() -> list[QWidget]:
        yes, no, part = QCheckBox("Да"), QCheckBox("Нет"), QCheckBox("Часть")
        yes.setChecked(True)
        part.setTristate(True)
        part.setCheckState(Qt.CheckState.PartiallyChecked)
        one, other = QRadioButton("Один"), QRadioButton("Другой")
        one.setChecked(True)
        return [yes, no, part, one, other]

    @staticmethod
    def _chips() -> QWidget:
        card = Card("Метки")
        card.body.addWidget(
            _line(
                Chip("Казань", removable=True),
                Chip("до 110 000 ₽", removable=True),
                Chip("и без зарплаты", removable=True, dashed=True),
                Chip("Все 48", accent=True),
            )
        )
        badges = QWidget()
        flow = FlowLayout(badges)
        for words, tone, name in (
            ("автоотклик", Tone.NEUTRAL, ""), ("Подумать", Tone.ACCENT, ""), ("Активно ищет", Tone.OK, ""),
            ("1 контакт", Tone.AMBER, ""), ("снято с публикации", Tone.NO, ""),
            ("Вера Куницына", Tone.OK, "lock-open"),
        ):  # fmt: skip
            flow.addWidget(Badge(words, tone, icon=name))
        card.body.addWidget(badges)
        rail = [
            RailButton("inbox", "Отклики"), RailButton("sun", "Сегодня"), RailButton("send", "Исходящие"),
            RailButton("users", "Люди"),
        ]  # fmt: skip
        rail[0].setChecked(True)
        rail[0].set_badge(75)
        rail[1].set_badge(89, RailTone.ACCENT)
        rail[2].set_badge(2, RailTone.DANGER)
        card.body.addWidget(_line(*rail, Keycap("Ctrl 1"), Keycap("J"), Keycap("Esc")))
        return card

    @staticmethod
    def _text() -> QWidget:
        card = Card("Текст")
        card.body.addWidget(_Marked())
        return card

    # Middle

    def _lists(self) -> list[QWidget]:
        return [
            _list_card("Просторно: 3 строки, 4,9 em", Density.ROOMY, _ROOMY, chosen="1", focused=True),
            _list_card("Обычно: 2 строки, 3,4 em", Density.MEDIUM, _MEDIUM, chosen="2", focused=True),
            _list_card("Плотно: 1 строка, 2 em — 25 человек на экране", Density.DENSE, _DENSE, chosen="2"),
            self._progress(),
        ]

    @staticmethod
    def _progress() -> QWidget:
        card = Card("Ход работы")
        bar = QProgressBar()
        bar.setRange(0, 40)
        bar.setValue(14)
        bar.setTextVisible(False)
        card.body.addWidget(
            _line(
                bar, Label("14 из 40"), IconButton("pause", "Пауза", framed=True),
                IconButton("x", "Остановить", framed=True), stretch=False,
            )
        )  # fmt: skip
        countdown, sending = Ring(), Ring()
        countdown.set_share(0.87)
        sending.set_share(0.3)
        card.body.addWidget(
            _line(
                countdown, Label("0:52"), sending, Label("отправляем"),
                IconLabel("check", "ok"), Label("ушло"), IconLabel("circle-x", "no"), Label("отказ"),
                IconLabel("circle-help", "amber"), Label("проверяем"),
            )
        )  # fmt: skip
        return card

    # Right

    def _messages(self) -> list[QWidget]:
        menu = Card("Меню")
        menu.body.addWidget(_Pictured(_menu()))
        toasts = Card("Сообщения внизу справа, не больше двух")
        toasts.body.addWidget(_Toasts())
        strips = Card("Полосы над списком")
        strips.body.addWidget(
            Strip(
                icon="wifi-off",
                strong="Нет связи с 11:42.",
                words="Показано сохранённое.",
                act="Проверить",
                rounded=True,
            )
        )
        font = Card("Шрифт")
        for words, kind, told in (
            ("Вас ждут 89 человек", Type.DISPLAY, "1,54 · 600"), ("1 284 резюме", Type.TITLE, "1,15 · 600"),
            ("Пчелинцев Егор, 85 000 ₽", Type.STRONG, "1,0 · 600"),
            ("Расчёт зарплаты 480 сотрудников", Type.BODY, "1,0 · 400"),
            ("Казань · опыт 6 лет · обновлено вчера", Type.SMALL, "0,92 · 400"),
            ("Исходящие · подписи панели и осей", Type.TINY, "0,85 · 400"),
        ):  # fmt: skip
            role: Role = "muted" if kind in (Type.SMALL, Type.TINY) else "ink"
            one = QWidget()
            layout = row(one)
            layout.addWidget(Label(words, kind, role), 1)
            layout.addWidget(Label(told, Type.SMALL, "faint"))
            font.body.addWidget(one)
        return [menu, toasts, strips, font]


def _list_card(
    title: str, density: Density, rows: list[RowContent], *, chosen: str, focused: bool = False
) -> QWidget:
    card = Card(title)
    view = _Shown(density, focused)
    model: RowsModel[RowContent] = RowsModel(lambda one: one.id, lambda one: one, view)
    view.set_rows(model)
    model.replace(rows)
    view.choose(chosen)
    view.setFixedHeight(view.rows.row_height() * len(rows))
    card.body.addWidget(_Framed(view))
    return card


class _Framed(QWidget):
    """A line around a list that does not fill its pane."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        layout = column(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(inner)

    def paintEvent(self, event: QPaintEvent) -> None:
        box(QPainter(self), QRectF(self.rect()), 2, None, Theme.current().line)


class _Shown(RowsView):
    """Several lists cannot have the focus at once, but on this page they look as if."""

    def __init__(self, density: Density, focused: bool) -> None:
        super().__init__(density=density, columns=_COLUMNS)
        self._as_if = focused

    def hasFocus(self) -> bool:
        return self._as_if


_COLUMNS = (
    Column("post", "Должность", stretch=2.4),
    Column("firm", "Место"),
    Column("age", "Возраст", width=4.4, right=True),
    Column("pay", "Зарплата", width=5.6, right=True),
)
_ROOMY = [
    RowContent("1", (RowLine("Бухгалтер по заработной плате", "95 000 ₽", left_ink=Ink.STRONG),
                     RowLine("Бухгалтер расчётного стола, Волжский кабельный завод «Заря»", "5 л. 3 мес."),
                     RowLine("42 года · Нижний Новгород · опыт 14 лет",
                             badges=(RowBadge("откликалась в марте"),)))),
    RowContent("2", (RowLine("Ведущий бухгалтер (зарплата, кадры)", "110 000 ₽"),
                     RowLine("Ведущий бухгалтер, «Окские верфи»", "3 г. 8 мес."),
                     RowLine("38 лет · Нижний Новгород · опыт 12 лет", "сегодня 09:40")), unread=True),
]  # fmt: skip
_MEDIUM = [
    RowContent("1", (RowLine("Бухгалтер-расчётчик", "80 000 ₽"),
                     RowLine("Бухгалтер-расчётчик, Сеть пекарен «Горбушка»", "29 лет, Бор",
                             left_ink=Ink.QUIET)), unread=True),
    RowContent("2", (RowLine("Бухгалтер по расчёту заработной платы и учёту кадров и ещё", "90 000 ₽"),
                     RowLine("Бухгалтер по зарплате, ГК «Приволжье-Строй»", "51 год, Нижний Новгород",
                             left_ink=Ink.QUIET))),
]  # fmt: skip


def _dense(number: int, post: str, firm: str, age: str, pay: str, unread: bool = False) -> RowContent:
    cells = (Cell(post), Cell(firm), Cell(age), Cell(pay, Ink.STRONG))
    return RowContent(str(number), (RowLine(post, pay),), cells=cells, unread=unread)


_DENSE = [
    _dense(1, "Заместитель главного бухгалтера", "Агрофирма «Заречье»", "47 лет", "120 000 ₽"),
    _dense(2, "Бухгалтер по заработной плате, удалённо", "Аутсорсинг", "34 года", "100 000 ₽", True),
    _dense(3, "Специалист по расчёту зарплаты (1С:ЗУП)", "Логистика", "31 год", "85 000 ₽"),
    _dense(4, "Бухгалтер", "Мебельная фабрика", "26 лет", "70 000 ₽", True),
    _dense(5, "Бухгалтер-калькулятор, расчёт", "Комбинат питания", "49 лет", "75 000 ₽"),
    _dense(6, "Руководитель группы расчёта зарплаты", "Метизный завод", "41 год", "130 000 ₽", True),
    _dense(7, "Бухгалтер расчётного отдела", "Автопарк № 12", "36 лет", "88 000 ₽"),
]


class _Marked(QWidget):
    """Variables of a letter and found words."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(20), px(4))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        first = "Имя Отчество, здравствуйте! Ждём вас день в офисе."
        second = "Расчёт зарплаты в 1С:ЗУП, ссылка, просрочено"
        _paint_marked(painter, 0, first, ((0, 12, "select", "accent"), (38, 4, "no_tint", "no")))
        _paint_marked(
            painter, px(2.1), second,
            ((7, 8, "mark", "ink"), (18, 6, "mark", "ink"), (26, 6, "page", "accent"),
             (34, 10, "page", "no")),
        )  # fmt: skip


def _paint_marked(
    painter: QPainter, top: float, words: str, marks: tuple[tuple[int, int, Role, Role], ...]
) -> None:
    tokens = Theme.current()
    layout = QTextLayout(words, type_font(Type.BODY))
    formats = []
    for start, length, ground, ink in marks:
        one = QTextLayout.FormatRange()
        one.start, one.length = start, length
        look = QTextCharFormat()
        look.setBackground(tokens.role(ground))
        look.setForeground(tokens.role(ink))
        one.format = look
        formats.append(one)
    layout.setFormats(formats)
    layout.beginLayout()
    layout.createLine().setLineWidth(1e5)
    layout.endLayout()
    painter.setPen(tokens.ink)
    layout.draw(painter, QPointF(0, top + px(0.3)))


def _menu() -> QMenu:
    menu = QMenu()
    for words, name in (
        ("Пригласить…\tI", "mail-plus"), ("Отказ\tR", "x"), ("Написать в чат\tM", "message-square"), ("", ""),
        ("Скачать PDF\tD", "file-down"), ("В подборку…\tS", "star"), ("Заметка\tN", "notebook-pen"), ("", ""),
        ("Оценка — после интервью", ""),
    ):  # fmt: skip
        if not words:
            menu.addSeparator()
            continue
        action = QAction(words, menu)
        if name:
            action.setIcon(icon(name))
        else:
            action.setEnabled(False)
        menu.addAction(action)
    menu.setActiveAction(menu.actions()[0])
    return menu


class _Pictured(QWidget):
    """A window of its own, rendered into the page."""

    def __init__(self, menu: QMenu) -> None:
        super().__init__()
        menu.setFixedWidth(px(22.2))
        self._picture = menu.grab()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return self._picture.deviceIndependentSize().toSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)


class _Toasts(QWidget):
    """Two toasts, not put into a corner."""

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        first = Toast(
            self, "", act="Вернуть", key="Ctrl Z", seconds=52, whole=60,
            words_at=lambda left: f"Отказ Игорю Савельеву уйдёт через {left} с",
        )  # fmt: skip
        second = Toast(self, "Приглашение не принято: адреса нет", icon="circle-x", act="Выбрать другой")
        for toast in (first, second):
            layout.addWidget(toast, 0, Qt.AlignmentFlag.AlignLeft)


class _Colours(QWidget):
    """Every role of the palette with its name."""

    _NAMES: tuple[Role, ...] = (
        "window", "panel", "list", "page", "line", "rim", "edge", "ink", "muted", "faint",
        "accent", "select", "amber", "amber_tint", "ok", "ok_tint", "no", "no_tint", "mark", "hover",
    )  # fmt: skip

    def sizeHint(self) -> QSize:
        return QSize(px(60), px(4.9))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = Theme.current()
        box(painter, QRectF(self.rect()), 0.6 * em(), tokens.page, tokens.line)
        step = (self.width() - px(2.2)) / 10
        for number, name in enumerate(self._NAMES):
            x, y = px(1.1) + step * (number % 10), px(0.85) + px(1.85) * (number // 10)
            box(painter, QRectF(x, y, px(1.35), px(1.35)), 0.3 * em(), tokens.role(name), tokens.rim)
            painter.setFont(type_font(Type.SMALL))
            painter.setPen(tokens.ink)
            place = QRect(round(x + px(1.8)), round(y), round(step), px(1.35))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter.value, name.replace("_", " "))
