"""Every action once: its words, icon, key and place. Menus, palette and key overview are made of this table.

hh.ru's own acts on a response come from the server and are not here; only the keys 1…9 and R, which the
person binds, are.
"""

from __future__ import annotations

from enum import Enum, StrEnum, auto
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from hhdesk.gui.kit.icons import icon

if TYPE_CHECKING:

    def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
        """The stub of PySide6 says that it returns an object."""
        ...

else:
    from PySide6.QtCore import QT_TRANSLATE_NOOP

_CONTEXT: Final = "Commands"


class Place(Enum):
    """Where a key works. GLOBAL everywhere; letters of the others in their pane, off in text fields."""

    GLOBAL = auto()
    LIST = auto()
    READING = auto()
    RESPONSES = auto()
    DIALOG = auto()
    WEEK = auto()
    OUTBOX = auto()


class Menu(Enum):
    """The menu an action is in; NONE for those that only have a key."""

    NONE = ""
    FILE = QT_TRANSLATE_NOOP("Commands", "&File")
    EDIT = QT_TRANSLATE_NOOP("Commands", "&Edit")
    VIEW = QT_TRANSLATE_NOOP("Commands", "&View")
    GO = QT_TRANSLATE_NOOP("Commands", "&Go")
    CANDIDATE = QT_TRANSLATE_NOOP("Commands", "&Candidate")
    VACANCY = QT_TRANSLATE_NOOP("Commands", "Vaca&ncy")
    WINDOW = QT_TRANSLATE_NOOP("Commands", "&Window")
    HELP = QT_TRANSLATE_NOOP("Commands", "&Help")

    def words(self) -> str:
        """The menu's title in the language of the person."""
        return QCoreApplication.translate(_CONTEXT, self.value) if self.value else ""


class ActionId(StrEnum):
    """Names of actions; the value is the action's objectName."""

    GO_TODAY = "go.today"
    GO_SEARCH = "go.search"
    GO_RESPONSES = "go.responses"
    GO_CHATS = "go.chats"
    GO_VACANCIES = "go.vacancies"
    GO_INTERVIEWS = "go.interviews"
    GO_PEOPLE = "go.people"
    GO_NUMBERS = "go.numbers"
    GO_OUTBOX = "go.outbox"
    GO_SETTINGS = "go.settings"
    PALETTE = "palette"
    KEYS = "keys"
    REFRESH = "refresh"
    TAKE_BACK_LAST = "take_back_last"
    NEXT_PANE = "next_pane"
    BACK = "back"
    QUIT = "quit"
    MINIMIZE = "window.minimize"
    FULL_SCREEN = "window.full_screen"
    COMING = "help.coming"
    ABOUT = "help.about"
    PASTE_LINK = "paste_link"
    NEXT_ROW = "list.next"
    PREVIOUS_ROW = "list.previous"
    TICK = "list.tick"
    OPEN = "list.open"
    FIND = "list.find"
    FILTERS = "list.filters"
    ONE_QUEUE = "list.one_queue"
    PAGE_DOWN = "read.page_down"
    PAGE_UP = "read.page_up"
    CONTACTS = "read.contacts"
    INVITE = "read.invite"
    DOWNLOAD_PDF = "read.pdf"
    SHORTLIST = "read.shortlist"
    NOTE = "read.note"
    TAG = "read.tag"
    HISTORY = "read.history"
    FORGET = "read.forget"
    COMPARE = "read.compare"
    ACT_1 = "respond.1"
    ACT_2 = "respond.2"
    ACT_3 = "respond.3"
    ACT_4 = "respond.4"
    ACT_5 = "respond.5"
    ACT_6 = "respond.6"
    ACT_7 = "respond.7"
    ACT_8 = "respond.8"
    ACT_9 = "respond.9"
    REJECT = "respond.reject"
    CHAT = "respond.chat"
    CONFIRM = "dialog.confirm"
    CANCEL = "dialog.cancel"
    VARIABLE = "dialog.variable"
    WEEK_TODAY = "week.today"
    NEW_MEETING = "week.meeting"
    TAKE_BACK = "outbox.take_back"


class ActionSpec(Struct, frozen=True):
    """One action. `key` is a letter, digit or "Space" by physical place, or a shortcut with a modifier."""

    id: ActionId
    source: str
    """English words, the source of translation."""
    place: Place
    key: str = ""
    icon: str = ""
    menu: Menu = Menu.NONE
    more_keys: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """What people read."""
        return QCoreApplication.translate(_CONTEXT, self.source)

    @property
    def is_letter(self) -> bool:
        """Whether the key works by physical place and is off in text fields."""
        return self.place not in (Place.GLOBAL, Place.DIALOG) and "+" not in self.key

    @property
    def key_text(self) -> str:
        """The key as people read it on a keycap."""
        return " ".join(key_words(part) for part in self.key.split("+"))


def key_words(key: str) -> str:
    """One key as it is called on the keyboard in front of the person."""
    if key == "Space":
        return QCoreApplication.translate(_CONTEXT, "Space", "the key")
    return {"Up": "↑", "Down": "↓"}.get(key, key)


def _global(id_: ActionId, source: str, key: str, icon_: str = "", menu: Menu = Menu.NONE) -> ActionSpec:
    return ActionSpec(id_, source, Place.GLOBAL, key, icon_, menu)


_A = ActionId
_SPECS: Final = (
    _global(_A.GO_TODAY, QT_TRANSLATE_NOOP("Commands", "Today"), "Ctrl+1", "sun", Menu.GO),
    _global(_A.GO_SEARCH, QT_TRANSLATE_NOOP("Commands", "Search"), "Ctrl+2", "search", Menu.GO),
    _global(_A.GO_RESPONSES, QT_TRANSLATE_NOOP("Commands", "Responses"), "Ctrl+3", "inbox", Menu.GO),
    _global(_A.GO_CHATS, QT_TRANSLATE_NOOP("Commands", "Chats"), "Ctrl+4", "message-square", Menu.GO),
    _global(_A.GO_VACANCIES, QT_TRANSLATE_NOOP("Commands", "Vacancies"), "Ctrl+5", "briefcase", Menu.GO),
    _global(_A.GO_INTERVIEWS, QT_TRANSLATE_NOOP("Commands", "Interviews"), "Ctrl+6", "calendar", Menu.GO),
    _global(_A.GO_PEOPLE, QT_TRANSLATE_NOOP("Commands", "People"), "Ctrl+7", "users", Menu.GO),
    _global(_A.GO_NUMBERS, QT_TRANSLATE_NOOP("Commands", "Numbers"), "Ctrl+8", "chart-no-axes-column",
            Menu.GO),
    _global(_A.GO_OUTBOX, QT_TRANSLATE_NOOP("Commands", "Outbox"), "Ctrl+9", "send", Menu.GO),
    _global(_A.GO_SETTINGS, QT_TRANSLATE_NOOP("Commands", "Settings"), "Ctrl+,", "settings", Menu.FILE),
    _global(_A.PALETTE,
            QT_TRANSLATE_NOOP("Commands", "Find a person, vacancy or command"), "Ctrl+K", "search",
            Menu.EDIT),
    _global(_A.KEYS, QT_TRANSLATE_NOOP("Commands", "Keys"), "F1", "keyboard", Menu.HELP),
    _global(_A.REFRESH, QT_TRANSLATE_NOOP("Commands", "Refresh"), "Ctrl+R", "refresh-cw", Menu.VIEW),
    _global(_A.TAKE_BACK_LAST, QT_TRANSLATE_NOOP("Commands", "Take back the last send"), "Ctrl+Z", "undo-2",
            Menu.EDIT),
    _global(_A.NEXT_PANE, QT_TRANSLATE_NOOP("Commands", "Next pane"), "F6", "", Menu.VIEW),
    _global(_A.BACK, QT_TRANSLATE_NOOP("Commands", "Back"), "Esc", "", Menu.GO),
    _global(_A.QUIT, QT_TRANSLATE_NOOP("Commands", "Quit"), "Ctrl+Q", "log-out", Menu.FILE),
    _global(_A.PASTE_LINK, QT_TRANSLATE_NOOP("Commands", "Open a link from hh.ru"), "Ctrl+Shift+V", "link",
            Menu.EDIT),
    _global(_A.MINIMIZE, QT_TRANSLATE_NOOP("Commands", "Minimise"), "Ctrl+M", "minus", Menu.WINDOW),
    _global(_A.FULL_SCREEN, QT_TRANSLATE_NOOP("Commands", "Full screen"), "F11", "monitor", Menu.WINDOW),
    _global(_A.COMING, QT_TRANSLATE_NOOP("Commands", "What comes next"), "", "info", Menu.HELP),
    _global(_A.ABOUT, QT_TRANSLATE_NOOP("Commands", "About hhdesk"), "", "circle-help", Menu.HELP),
    ActionSpec(_A.NEXT_ROW, QT_TRANSLATE_NOOP("Commands", "Next person"), Place.LIST, "J",
               more_keys=("Down",)),
    ActionSpec(_A.PREVIOUS_ROW, QT_TRANSLATE_NOOP("Commands", "Previous person"), Place.LIST, "K",
               more_keys=("Up",)),
    ActionSpec(_A.TICK, QT_TRANSLATE_NOOP("Commands", "Tick"), Place.LIST, "X", "check", Menu.CANDIDATE),
    ActionSpec(_A.OPEN, QT_TRANSLATE_NOOP("Commands", "Open"), Place.LIST, "Enter", "", Menu.CANDIDATE),
    ActionSpec(_A.FIND,
            QT_TRANSLATE_NOOP("Commands", "Find in the list"), Place.LIST, "Ctrl+F", "text-search",
               Menu.EDIT),
    ActionSpec(_A.FILTERS, QT_TRANSLATE_NOOP("Commands", "Filters"), Place.LIST, "F", "sliders-horizontal",
               Menu.VIEW),
    ActionSpec(_A.ONE_QUEUE, QT_TRANSLATE_NOOP("Commands", "All in one queue"), Place.LIST, "G", "layers",
               Menu.VIEW),
    ActionSpec(_A.PAGE_DOWN, QT_TRANSLATE_NOOP("Commands", "Read on"), Place.READING, "Space"),
    ActionSpec(_A.PAGE_UP, QT_TRANSLATE_NOOP("Commands", "Read back"), Place.READING, "Shift+Space"),
    ActionSpec(_A.CONTACTS, QT_TRANSLATE_NOOP("Commands", "Contacts"), Place.READING, "C", "lock",
               Menu.CANDIDATE),
    ActionSpec(_A.INVITE, QT_TRANSLATE_NOOP("Commands", "Invite…"), Place.READING, "I", "mail-plus",
               Menu.CANDIDATE),
    ActionSpec(_A.DOWNLOAD_PDF,
            QT_TRANSLATE_NOOP("Commands", "Download PDF"), Place.READING, "D", "file-down",
               Menu.CANDIDATE),
    ActionSpec(_A.SHORTLIST, QT_TRANSLATE_NOOP("Commands", "Shortlist…"), Place.READING, "S", "star",
               Menu.CANDIDATE),
    ActionSpec(_A.NOTE, QT_TRANSLATE_NOOP("Commands", "Note"), Place.READING, "N", "notebook-pen",
               Menu.CANDIDATE),
    ActionSpec(_A.TAG, QT_TRANSLATE_NOOP("Commands", "Tag"), Place.READING, "T", "tag", Menu.CANDIDATE),
    ActionSpec(_A.HISTORY, QT_TRANSLATE_NOOP("Commands", "History"), Place.READING, "H", "history",
               Menu.CANDIDATE),
    ActionSpec(_A.FORGET, QT_TRANSLATE_NOOP("Commands", "Forget this person…"), Place.READING,
               menu=Menu.CANDIDATE),
    ActionSpec(_A.COMPARE, QT_TRANSLATE_NOOP("Commands", "Compare"), Place.READING, "V", "git-compare",
               Menu.CANDIDATE),
    *(
        ActionSpec(_A(f"respond.{number}"), QT_TRANSLATE_NOOP("Commands", "hh.ru's act by its number"),
                   Place.RESPONSES, str(number))
        for number in range(1, 10)
    ),
    ActionSpec(_A.REJECT, QT_TRANSLATE_NOOP("Commands", "Your rejection"), Place.RESPONSES, "R", "x"),
    ActionSpec(_A.CHAT, QT_TRANSLATE_NOOP("Commands", "Write in the chat"), Place.RESPONSES, "M",
               "message-square", Menu.CANDIDATE),
    ActionSpec(_A.CONFIRM, QT_TRANSLATE_NOOP("Commands", "Do it"), Place.DIALOG, "Ctrl+Enter"),
    ActionSpec(_A.CANCEL, QT_TRANSLATE_NOOP("Commands", "Cancel"), Place.DIALOG, "Esc"),
    ActionSpec(_A.VARIABLE, QT_TRANSLATE_NOOP("Commands", "Insert a variable"), Place.DIALOG, "Ctrl+Space",
               "braces"),
    ActionSpec(_A.WEEK_TODAY, QT_TRANSLATE_NOOP("Commands", "Today in the week"), Place.WEEK, "T"),
    ActionSpec(_A.NEW_MEETING,
            QT_TRANSLATE_NOOP("Commands", "New meeting"), Place.WEEK, "N", "calendar-plus"),
    ActionSpec(_A.TAKE_BACK, QT_TRANSLATE_NOOP("Commands", "Take back"), Place.OUTBOX, "Z", "undo-2"),
)  # fmt: skip

ACTIONS: Final[dict[ActionId, ActionSpec]] = {spec.id: spec for spec in _SPECS}
"""The table, in the order in which menus and the key overview show it."""

TOGETHER: Final = (
    frozenset({Place.LIST, Place.READING, Place.RESPONSES}),
    frozenset({Place.WEEK}),
    frozenset({Place.OUTBOX}),
    frozenset({Place.DIALOG}),
)
"""Places whose keys work at the same time and so must not clash."""


def act_key(number: int) -> ActionId:
    """The action of hh.ru's act number 1 to 9."""
    return ActionId(f"respond.{number}")


def make_action(action_id: ActionId, parent: QObject) -> QAction:
    """A QAction of the table. Letters are shown but work through KeyMap, not as Qt shortcuts."""
    spec = ACTIONS[action_id]
    action = QAction(spec.words, parent)
    action.setObjectName(action_id.value)
    if spec.icon:
        action.setIcon(icon(spec.icon))
    if spec.is_letter:
        action.setText(f"{spec.words}\t{spec.key_text}")
    elif spec.key:
        action.setShortcut(QKeySequence(spec.key.replace("Enter", "Return")))
        if spec.place is not Place.GLOBAL:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    return action


def menu_actions(menu: Menu) -> tuple[ActionSpec, ...]:
    """What stands in `menu`, in order."""
    return tuple(spec for spec in _SPECS if spec.menu is menu)
