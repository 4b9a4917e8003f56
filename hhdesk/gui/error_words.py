"""Words for errors of the way, the sign-in, files and our store: what happened, what it means, what to do.

Written in English; gui/sentences.py translates and fills the placeholders.
"""

from __future__ import annotations

from typing import Final

from hhdesk.domain import errors
from hhdesk.gui.words import QT_TRANSLATE_NOOP, WayOut

Words = tuple[str, str, tuple[WayOut, ...]]

ERRORS: Final[dict[type[errors.HhdeskError], Words]] = {
    errors.HhdeskError: (
        QT_TRANSLATE_NOOP("Sentences", "Something went wrong"),
        QT_TRANSLATE_NOOP("Sentences", "hhdesk did not expect this. Nothing was lost. Try again."),
        (WayOut.RETRY,),
    ),
    errors.Transient: (
        QT_TRANSLATE_NOOP("Sentences", "hh.ru could not do it now"),
        QT_TRANSLATE_NOOP("Sentences", "It passes by itself. Try again in a moment."),
        (WayOut.RETRY,),
    ),
    errors.NoConnection: (
        QT_TRANSLATE_NOOP("Sentences", "No connection"),
        QT_TRANSLATE_NOOP("Sentences", "Showing saved data; letters wait."),
        (WayOut.RETRY,),
    ),
    errors.TimedOut: (
        QT_TRANSLATE_NOOP("Sentences", "hh.ru is slow to answer"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing has changed on this screen. Try again."),
        (WayOut.RETRY,),
    ),
    errors.AnswerLost: (
        QT_TRANSLATE_NOOP("Sentences", "The answer was lost"),
        QT_TRANSLATE_NOOP("Sentences", "Checking whether it was sent. Do not resend."),
        (WayOut.OUTBOX,),
    ),
    errors.ServerTrouble: (
        QT_TRANSLATE_NOOP("Sentences", "hh.ru is not answering"),
        QT_TRANSLATE_NOOP("Sentences", "The list is unchanged. {wait}"),
        (WayOut.RETRY,),
    ),
    errors.TooManyRequests: (
        QT_TRANSLATE_NOOP("Sentences", "hh.ru asks for a pause"),
        QT_TRANSLATE_NOOP("Sentences", "Too much was asked in a row. {wait}"),
        (WayOut.RETRY,),
    ),
    errors.ApplicationTokenTooEarly: (
        QT_TRANSLATE_NOOP("Sentences", "hh.ru gives this pass once in five minutes"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing is broken. Try again in five minutes."),
        (WayOut.RETRY,),
    ),
    errors.ChatNotReady: (
        QT_TRANSLATE_NOOP("Sentences", "hh.ru is still making this chat"),
        QT_TRANSLATE_NOOP("Sentences", "It takes seconds. Try again."),
        (WayOut.RETRY,),
    ),
    errors.FileUploadDisabled: (
        QT_TRANSLATE_NOOP("Sentences", "hh.ru takes no files now"),
        QT_TRANSLATE_NOOP("Sentences", "The text can be sent without the file. Try the file later."),
        (WayOut.RETRY,),
    ),
    errors.UnreadableAnswer: (
        QT_TRANSLATE_NOOP("Sentences", "hh.ru's answer could not be read"),
        QT_TRANSLATE_NOOP("Sentences", "What was saved stays in place. Try again, or open it on hh.ru."),
        (WayOut.RETRY, WayOut.SITE),
    ),
    errors.AnswerTooLarge: (
        QT_TRANSLATE_NOOP("Sentences", "The answer is too large"),
        QT_TRANSLATE_NOOP("Sentences", "hhdesk did not load it, so as not to freeze. Open it on hh.ru."),
        (WayOut.SITE,),
    ),
    errors.NotAllowedHost: (
        QT_TRANSLATE_NOOP("Sentences", "The address is none of hh.ru's"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "hhdesk shows your sign-in to hh.ru alone, so it did not go there. Refresh the list and try "
            "again.",
        ),
        (),
    ),
    errors.Cancelled: (
        QT_TRANSLATE_NOOP("Sentences", "Stopped"),
        QT_TRANSLATE_NOOP("Sentences", "You stopped it; nothing was changed."),
        (),
    ),
    errors.SessionLost: (
        QT_TRANSLATE_NOOP("Sentences", "Session expired"),
        QT_TRANSLATE_NOOP("Sentences", "Outbox is paused, nothing lost. Sign in."),
        (WayOut.SIGN_IN,),
    ),
    errors.TokenExpired: (
        QT_TRANSLATE_NOOP("Sentences", "Session expired"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "hh.ru did not renew it by itself. Outbox is paused, nothing lost. Sign in.",
        ),
        (WayOut.SIGN_IN,),
    ),
    errors.TokenRevoked: (
        QT_TRANSLATE_NOOP("Sentences", "hh.ru ended this session"),
        QT_TRANSLATE_NOOP("Sentences", "The sign-in was revoked. Outbox is paused, nothing lost. Sign in."),
        (WayOut.SIGN_IN,),
    ),
    errors.RefreshRefused: (
        QT_TRANSLATE_NOOP("Sentences", "hh.ru asks to sign in again"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "This happens after a new password or a sign-in elsewhere. Outbox is paused, nothing lost. "
            "Sign in.",
        ),
        (WayOut.SIGN_IN,),
    ),
    errors.NotSignedIn: (
        QT_TRANSLATE_NOOP("Sentences", "You are not signed in"),
        QT_TRANSLATE_NOOP("Sentences", "What is saved can be read. Sign in to see what is new."),
        (WayOut.SIGN_IN,),
    ),
    errors.TokenStillValid: (
        QT_TRANSLATE_NOOP("Sentences", "The session is still good"),
        QT_TRANSLATE_NOOP("Sentences", "hh.ru keeps the present one. Nothing has to be done."),
        (),
    ),
    errors.AccountLocked: (
        QT_TRANSLATE_NOOP("Sentences", "hh.ru locked this account"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "Letters wait. Settle it on the site: hh.ru says there what is missing.",
        ),
        (WayOut.SITE,),
    ),
    errors.ProgrammingMistake: (
        QT_TRANSLATE_NOOP("Sentences", "hhdesk asked in the wrong way"),
        QT_TRANSLATE_NOOP("Sentences", "This is our defect, your data are whole. Send us the request code."),
        (WayOut.CODE,),
    ),
    errors.RegistrationWrong: (
        QT_TRANSLATE_NOOP("Sentences", "hh.ru does not know these keys"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "Client ID or Client Secret differs from those on dev.hh.ru. Compare and enter them again.",
        ),
        (WayOut.KEYS,),
    ),
    errors.RedirectAddressWrong: (
        QT_TRANSLATE_NOOP("Sentences", "The redirect address is not the registered one"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "hh.ru compares it letter by letter, port included. Copy ours into the application on dev.hh.ru.",
        ),
        (WayOut.KEYS,),
    ),
    errors.UserAgentRefused: (
        QT_TRANSLATE_NOOP("Sentences", "hh.ru wants another contact address"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "The mail address is missing, or hh.ru does not take it. Enter one that is read.",
        ),
        (WayOut.KEYS,),
    ),
    errors.SignInFailed: (
        QT_TRANSLATE_NOOP("Sentences", "The sign-in did not work out"),
        QT_TRANSLATE_NOOP("Sentences", "hh.ru gave no access. Nothing was changed. Sign in again."),
        (WayOut.SIGN_IN,),
    ),
    errors.ConsentRefused: (
        QT_TRANSLATE_NOOP("Sentences", "Access was not given"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "On hh.ru's page “no” was chosen. Without it hhdesk cannot work with your account. Sign in "
            "again.",
        ),
        (WayOut.SIGN_IN,),
    ),
    errors.StateMismatch: (
        QT_TRANSLATE_NOOP("Sentences", "The answer came from another sign-in"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "It was not accepted, for safety. Close old tabs of hh.ru and sign in again.",
        ),
        (WayOut.SIGN_IN,),
    ),
    errors.SignInAbandoned: (
        QT_TRANSLATE_NOOP("Sentences", "Nobody came back from the browser"),
        QT_TRANSLATE_NOOP("Sentences", "hhdesk stopped waiting. Nothing was changed. Sign in again."),
        (WayOut.SIGN_IN,),
    ),
    errors.CodeExpired: (
        QT_TRANSLATE_NOOP("Sentences", "The sign-in took too long"),
        QT_TRANSLATE_NOOP("Sentences", "hh.ru's pass was over before it was used. Sign in again."),
        (WayOut.SIGN_IN,),
    ),
    errors.NotAnEmployer: (
        QT_TRANSLATE_NOOP("Sentences", "This account is not an employer's"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "hhdesk works with a company manager's account. Sign in with that one.",
        ),
        (WayOut.SIGN_IN,),
    ),
    errors.PortTaken: (
        QT_TRANSLATE_NOOP("Sentences", "Port {port} is taken"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "Another program holds it, and hh.ru brings you back only there. Close that program or "
            "change the port.",
        ),
        (WayOut.PORT,),
    ),
    errors.FileTrouble: (
        QT_TRANSLATE_NOOP("Sentences", "The file could not be kept"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was saved. Download again."),
        (WayOut.RETRY,),
    ),
    errors.NotThatFormat: (
        QT_TRANSLATE_NOOP("Sentences", "The file is not a PDF"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was saved. Download again."),
        (WayOut.RETRY,),
    ),
    errors.FileTruncated: (
        QT_TRANSLATE_NOOP("Sentences", "The file did not arrive whole"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was saved. Download again."),
        (WayOut.RETRY,),
    ),
    errors.FileTooLarge: (
        QT_TRANSLATE_NOOP("Sentences", "The file is too large"),
        QT_TRANSLATE_NOOP("Sentences", "hhdesk did not keep it. Open it on hh.ru."),
        (WayOut.SITE,),
    ),
    errors.NoDownload: (
        QT_TRANSLATE_NOOP("Sentences", "hh.ru gives no file of this resume"),
        QT_TRANSLATE_NOOP("Sentences", "The person or your access does not allow it. Read it here."),
        (),
    ),
    errors.CannotSaveFile: (
        QT_TRANSLATE_NOOP("Sentences", "This folder does not take the file"),
        QT_TRANSLATE_NOOP("Sentences", "It stays inside hhdesk. Choose another folder."),
        (WayOut.FOLDER,),
    ),
    errors.StoreTrouble: (
        QT_TRANSLATE_NOOP("Sentences", "hhdesk's own file does not answer"),
        QT_TRANSLATE_NOOP("Sentences", "What is on hh.ru is not touched. Start hhdesk again."),
        (WayOut.QUIT,),
    ),
    errors.DiskFull: (
        QT_TRANSLATE_NOOP("Sentences", "The disk is full"),
        QT_TRANSLATE_NOOP("Sentences", "The last act was not kept and not sent. Free some space and repeat."),
        (WayOut.RETRY,),
    ),
    errors.NotKept: (
        QT_TRANSLATE_NOOP("Sentences", "hh.ru's answer is shown, but not saved"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "hhdesk's file takes nothing: free some space on the disk. Nothing is lost until hhdesk closes.",
        ),
        (),
    ),
    errors.StoreLocked: (
        QT_TRANSLATE_NOOP("Sentences", "hhdesk is open already"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "Another window works with this profile. Switch to it, or start with another profile.",
        ),
        (WayOut.QUIT,),
    ),
    errors.StoreBusy: (
        QT_TRANSLATE_NOOP("Sentences", "Another program holds hhdesk's file"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "It may be a backup, a virus check, or a program for databases. Close it there and try again.",
        ),
        (WayOut.RETRY, WayOut.QUIT),
    ),
    errors.StoreDamaged: (
        QT_TRANSLATE_NOOP("Sentences", "hhdesk's file is damaged"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "It is kept, not deleted. What is on hh.ru is whole. Set the file aside and start anew.",
        ),
        (WayOut.SET_ASIDE, WayOut.QUIT),
    ),
    errors.StoreFromNewerVersion: (
        QT_TRANSLATE_NOOP("Sentences", "A newer hhdesk wrote this file"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "This version cannot read it; nothing was changed. Install the newer one.",
        ),
        (WayOut.QUIT,),
    ),
    errors.StoreKeyLost: (
        QT_TRANSLATE_NOOP("Sentences", "The key of hhdesk's file is gone"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "The system key store does not have it. Enter the recovery key you saved, or set the file aside.",
        ),
        (WayOut.RECOVERY, WayOut.SET_ASIDE, WayOut.QUIT),
    ),
    errors.NoKeyring: (
        QT_TRANSLATE_NOOP("Sentences", "There is no system key store here"),
        QT_TRANSLATE_NOOP("Sentences", "Keys stay in memory: at the next start you sign in again."),
        (),
    ),
    errors.PassphraseNeeded: (
        QT_TRANSLATE_NOOP("Sentences", "Resumes and letters here are locked"),
        QT_TRANSLATE_NOOP(
            "Sentences", "There is no system key store here. Enter the passphrase you chose to open them."
        ),
        (WayOut.OPEN, WayOut.RECOVERY, WayOut.QUIT),
    ),
    errors.PassphraseWrong: (
        QT_TRANSLATE_NOOP("Sentences", "This is not the passphrase"),
        QT_TRANSLATE_NOOP(
            "Sentences", "Nothing was changed. Look at Caps Lock and the keyboard layout, and enter it again."
        ),
        (WayOut.OPEN, WayOut.RECOVERY, WayOut.QUIT),
    ),
    errors.KeyringLocked: (
        QT_TRANSLATE_NOOP("Sentences", "The system key store is locked"),
        QT_TRANSLATE_NOOP("Sentences", "hhdesk cannot take its keys. Unlock it and try again."),
        (WayOut.RETRY,),
    ),
    errors.TakenBackTooLate: (
        QT_TRANSLATE_NOOP("Sentences", "It is on its way already"),
        QT_TRANSLATE_NOOP("Sentences", "It can be taken back only while it waits. See it in the outbox."),
        (WayOut.OUTBOX,),
    ),
    errors.NotDone: (
        QT_TRANSLATE_NOOP("Sentences", "It did not get through"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "The answer was lost; we read the state again, and hh.ru did nothing. Repeat it.",
        ),
        (WayOut.REPEAT,),
    ),
    errors.NotConfirmed: (
        QT_TRANSLATE_NOOP("Sentences", "hh.ru said yes, and nothing changed"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "We read the state again: it is as before. Repeat it, or look on hh.ru.",
        ),
        (WayOut.REPEAT, WayOut.SITE),
    ),
    errors.ActionForTheSite: (
        QT_TRANSLATE_NOOP("Sentences", "hh.ru asks for “{detail}” here"),
        QT_TRANSLATE_NOOP("Sentences", "hhdesk does not know it yet. Nothing was sent. Do it on the site."),
        (WayOut.SITE,),
    ),
}
