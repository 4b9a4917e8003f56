"""The words for hh.ru's refusals: what happened, what it means, what to do.

Written in English; gui/sentences.py translates and fills the placeholders.
"""

from __future__ import annotations

from typing import Final

from hhdesk.domain import errors
from hhdesk.gui.error_words import Words
from hhdesk.gui.words import QT_TRANSLATE_NOOP, WayOut

REFUSALS: Final[dict[type[errors.HhdeskError], Words]] = {
    errors.Refused: (
        QT_TRANSLATE_NOOP("Sentences", "hh.ru did not accept it"),
        QT_TRANSLATE_NOOP("Sentences", "{reason} Nothing was changed. Look at it on hh.ru."),
        (WayOut.SITE, WayOut.CODE),
    ),
    errors.Forbidden: (
        QT_TRANSLATE_NOOP("Sentences", "hh.ru does not allow this"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "Your account has no right to it, or it is not yours any more. Ask the company's administrator.",
        ),
        (WayOut.SITE, WayOut.CODE),
    ),
    errors.CaptchaRequired: (
        QT_TRANSLATE_NOOP("Sentences", "hh.ru checks you are not a robot"),
        QT_TRANSLATE_NOOP("Sentences", "It opens after. Do the check."),
        (WayOut.CAPTCHA,),
    ),
    errors.ArgumentRefused: (
        QT_TRANSLATE_NOOP("Sentences", "hh.ru did not understand the request"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "It stumbled over “{value}”. Nothing was changed. Send us the request code.",
        ),
        (WayOut.CODE,),
    ),
    errors.NotFound: (
        QT_TRANSLATE_NOOP("Sentences", "hh.ru has it no more"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "It was deleted or closed to your account. Our copy, if there is one, stays.",
        ),
        (),
    ),
    errors.ServiceNotBought: (
        QT_TRANSLATE_NOOP("Sentences", "Your contract lacks API access to this"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "hh.ru sells it apart. Nothing was spent. Buy it on the site or ask whoever pays for hh.ru.",
        ),
        (WayOut.SITE,),
    ),
    errors.EmployerOnCheck: (
        QT_TRANSLATE_NOOP("Sentences", "hh.ru is checking your company"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "Until then this stays closed. Letters wait. hh.ru writes when it is done.",
        ),
        (WayOut.SITE,),
    ),
    errors.ManagerAccountForbidden: (
        QT_TRANSLATE_NOOP("Sentences", "This account may not be used here"),
        QT_TRANSLATE_NOOP("Sentences", "hh.ru wants another of your manager accounts. Choose it."),
        (WayOut.ACCOUNTS,),
    ),
    errors.ManagerAccountUnknown: (
        QT_TRANSLATE_NOOP("Sentences", "The chosen manager account is gone"),
        QT_TRANSLATE_NOOP("Sentences", "hh.ru knows it no more. Choose another."),
        (WayOut.ACCOUNTS,),
    ),
    errors.ViewLimitReached: (
        QT_TRANSLATE_NOOP("Sentences", "Views are used up for today"),
        QT_TRANSLATE_NOOP("Sentences", "More tomorrow. Work on responses."),
        (WayOut.RESPONSES, WayOut.SITE),
    ),
    errors.SearchLimitReached: (
        QT_TRANSLATE_NOOP("Sentences", "Searches are used up for today"),
        QT_TRANSLATE_NOOP("Sentences", "More tomorrow. Found people stay here. Work on responses."),
        (WayOut.RESPONSES, WayOut.SITE),
    ),
    errors.ContactsQuotaReached: (
        QT_TRANSLATE_NOOP("Sentences", "Your share of contacts is used up"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "The administrator sets how many each manager may open. Nothing was spent. Ask for more.",
        ),
        (),
    ),
    errors.NoContactService: (
        QT_TRANSLATE_NOOP("Sentences", "No bought service opens these contacts"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was spent. Buy access on the site."),
        (WayOut.SITE,),
    ),
    errors.ContactsForbidden: (
        QT_TRANSLATE_NOOP("Sentences", "You have no right to open contacts"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "The administrator gives it to each manager. Nothing was spent. Ask for it.",
        ),
        (),
    ),
    errors.AlreadyApplied: (
        QT_TRANSLATE_NOOP("Sentences", "This person is in this vacancy already"),
        QT_TRANSLATE_NOOP("Sentences", "The invitation was not sent, nothing was spent. Open the response."),
        (WayOut.SEE,),
    ),
    errors.StateChanged: (
        QT_TRANSLATE_NOOP("Sentences", "A colleague moved this person"),
        QT_TRANSLATE_NOOP("Sentences", "The act was not sent. See the new stage."),
        (WayOut.SEE,),
    ),
    errors.VacancyClosed: (
        QT_TRANSLATE_NOOP("Sentences", "The vacancy is in the archive"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was sent. Choose another vacancy."),
        (WayOut.SEE,),
    ),
    errors.ResumeGone: (
        QT_TRANSLATE_NOOP("Sentences", "The resume is hidden"),
        QT_TRANSLATE_NOOP("Sentences", "We keep our copy. Open history."),
        (WayOut.HISTORY,),
    ),
    errors.LetterRequired: (
        QT_TRANSLATE_NOOP("Sentences", "hh.ru wants a letter with this"),
        QT_TRANSLATE_NOOP("Sentences", "It was not sent. Write the letter."),
        (WayOut.EDIT,),
    ),
    errors.LetterTooLong: (
        QT_TRANSLATE_NOOP("Sentences", "The letter is too long"),
        QT_TRANSLATE_NOOP("Sentences", "hh.ru did not take it, the text is saved. Shorten it."),
        (WayOut.EDIT,),
    ),
    errors.LetterRefused: (
        QT_TRANSLATE_NOOP("Sentences", "hh.ru does not like the wording"),
        QT_TRANSLATE_NOOP("Sentences", "The letter was not sent, the text is saved. Put it in other words."),
        (WayOut.EDIT,),
    ),
    errors.AddressGone: (
        QT_TRANSLATE_NOOP("Sentences", "The address is gone"),
        QT_TRANSLATE_NOOP("Sentences", "The invitation was not sent. Choose another."),
        (WayOut.ADDRESS, WayOut.NO_ADDRESS),
    ),
    errors.InvitationLimitReached: (
        QT_TRANSLATE_NOOP("Sentences", "The limit of letters is reached"),
        QT_TRANSLATE_NOOP("Sentences", "hh.ru takes no more today. The letter is kept. Try tomorrow."),
        (WayOut.RETRY,),
    ),
    errors.ServicesSpent: (
        QT_TRANSLATE_NOOP("Sentences", "Bought services are used up"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was sent and nothing spent. Buy more on the site."),
        (WayOut.SITE,),
    ),
    errors.ConversationFull: (
        QT_TRANSLATE_NOOP("Sentences", "This conversation is full"),
        QT_TRANSLATE_NOOP("Sentences", "hh.ru takes no more messages in it. The text is kept."),
        (WayOut.EDIT,),
    ),
    errors.WaitForAnswer: (
        QT_TRANSLATE_NOOP("Sentences", "Enough letters in a row"),
        QT_TRANSLATE_NOOP("Sentences", "hh.ru waits for the candidate's answer. The text is kept."),
        (WayOut.EDIT,),
    ),
    errors.InviteFirst: (
        QT_TRANSLATE_NOOP("Sentences", "An invitation comes first"),
        QT_TRANSLATE_NOOP("Sentences", "hh.ru takes letters after it. The text is kept. Invite."),
        (WayOut.SEE,),
    ),
    errors.MessagesOff: (
        QT_TRANSLATE_NOOP("Sentences", "Letters are switched off in this vacancy"),
        QT_TRANSLATE_NOOP("Sentences", "The text is kept. Switch them on in the vacancy on hh.ru."),
        (WayOut.SITE,),
    ),
    errors.MessageEmpty: (
        QT_TRANSLATE_NOOP("Sentences", "The message is empty"),
        QT_TRANSLATE_NOOP("Sentences", "hh.ru takes a text or a file. Write something."),
        (WayOut.EDIT,),
    ),
    errors.MessageSpam: (
        QT_TRANSLATE_NOOP("Sentences", "hh.ru took the message for spam"),
        QT_TRANSLATE_NOOP("Sentences", "It was not sent, the text is saved. Put it in other words."),
        (WayOut.EDIT,),
    ),
    errors.ChatClosed: (
        QT_TRANSLATE_NOOP("Sentences", "Nobody writes in this chat any more"),
        QT_TRANSLATE_NOOP("Sentences", "hh.ru closed it. The text is kept."),
        (WayOut.EDIT,),
    ),
    errors.AlreadyDelivered: (
        QT_TRANSLATE_NOOP("Sentences", "The message is there already"),
        QT_TRANSLATE_NOOP("Sentences", "hh.ru got it the first time. Nothing has to be done."),
        (),
    ),
    errors.VacancyNeedsConfirmation: (
        QT_TRANSLATE_NOOP("Sentences", "hh.ru asks whether this vacancy is a new one"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "It looks like another of yours. Nothing was published. Confirm or change it.",
        ),
        (WayOut.EDIT,),
    ),
    errors.VacancyChangeRefused: (
        QT_TRANSLATE_NOOP("Sentences", "The vacancy cannot be changed like this"),
        QT_TRANSLATE_NOOP("Sentences", "{reason} Nothing was spent. Change it or open it on hh.ru."),
        (WayOut.EDIT, WayOut.SITE),
    ),
    errors.DraftLimitReached: (
        QT_TRANSLATE_NOOP("Sentences", "There are too many drafts"),
        QT_TRANSLATE_NOOP("Sentences", "hh.ru keeps no more. Delete some and save again."),
        (WayOut.SITE,),
    ),
    errors.ManagerChangeRefused: (
        QT_TRANSLATE_NOOP("Sentences", "The colleague could not be changed"),
        QT_TRANSLATE_NOOP("Sentences", "hh.ru did not take “{value}”. Nothing was changed. Correct it."),
        (WayOut.EDIT,),
    ),
    errors.SearchAlreadyYours: (
        QT_TRANSLATE_NOOP("Sentences", "This search is yours already"),
        QT_TRANSLATE_NOOP("Sentences", "It can be handed to somebody else only. Choose a colleague."),
        (WayOut.EDIT,),
    ),
    errors.AlreadySubscribed: (
        QT_TRANSLATE_NOOP("Sentences", "This subscription is there already"),
        QT_TRANSLATE_NOOP("Sentences", "hh.ru sends to this address. Nothing has to be done."),
        (),
    ),
}
