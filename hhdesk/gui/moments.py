"""Ages, countdowns and moments in words."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QTime

_MINUTE, _HOUR, _DAY = 60, 3600, 86400


def present() -> datetime:
    """The present moment, aware, in the computer's time zone."""
    return datetime.now().astimezone()


def ago(moment: datetime, now: datetime) -> str:
    """`2 minutes ago`; `just now` below one minute."""
    seconds = max(0, int((now - moment).total_seconds()))
    if seconds < _MINUTE:
        return QCoreApplication.translate("Numbers", "just now")
    if seconds < _HOUR:
        return QCoreApplication.translate("Numbers", "%n minute(s) ago", "", seconds // _MINUTE)
    if seconds < _DAY:
        return QCoreApplication.translate("Numbers", "%n hour(s) ago", "", seconds // _HOUR)
    return QCoreApplication.translate("Numbers", "%n day(s) ago", "", seconds // _DAY)


def short_ago(moment: datetime, now: datetime) -> str:
    """`2 min ago`, for the status bar."""
    seconds = max(0, int((now - moment).total_seconds()))
    if _MINUTE <= seconds < _HOUR:
        minutes = QLocale().toString(seconds // _MINUTE)
        return QCoreApplication.translate("Numbers", "{minutes} min ago").format(minutes=minutes)
    return ago(moment, now)


def countdown(until: datetime, now: datetime) -> str:
    """`0:42`; a moment that has passed is `0:00`."""
    seconds = max(0, round((until - now).total_seconds()))
    return f"{seconds // 60}:{seconds % 60:02d}"


def clock(moment: datetime, *, seconds: bool = False) -> str:
    """The time of day of `moment` here: `11:01`, or `11:00:48`."""
    local = moment.astimezone()
    time = QTime(local.hour, local.minute, local.second)
    return time.toString("HH:mm:ss" if seconds else "HH:mm")


def day_and_time(moment: datetime, now: datetime) -> str:
    """`today at 18:00`, `tomorrow at 09:00`, else the date with the time."""
    local, here = moment.astimezone(), now.astimezone()
    if local.date() == here.date():
        return QCoreApplication.translate("Numbers", "today at {time}").format(time=clock(moment))
    if local.date() == (here + timedelta(days=1)).date():
        return QCoreApplication.translate("Numbers", "tomorrow at {time}").format(time=clock(moment))
    return QLocale().toString(
        QDateTime.fromSecsSinceEpoch(int(moment.timestamp())), QLocale.FormatType.ShortFormat
    )


def time_or_day(moment: datetime, now: datetime) -> str:
    """The time where it is today, else the day: `11:01`, `23 November`."""
    local = moment.astimezone()
    if local.date() == now.astimezone().date():
        return clock(moment)
    return QLocale().toString(
        QDateTime.fromSecsSinceEpoch(int(moment.timestamp())).date(),
        QCoreApplication.translate("Numbers", "MMMM d", "a date without a year, in Qt's letters"),
    )
