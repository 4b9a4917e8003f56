<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AccountButton</name>
    <message>
        <source>Account: {who}</source>
        <translation>Учётная запись: {who}</translation>
    </message>
    <message>
        <source>Changing to {account}…</source>
        <translation>Переходим в {account}…</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>не подключено</translation>
    </message>
</context>
<context>
    <name>AccountMenu</name>
    <message>
        <source>Changing the account</source>
        <translation>Смена учётной записи</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Войти</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Sign out?</source>
        <translation>Выйти?</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>Выйти…</translation>
    </message>
    <message>
        <source>What is saved stays readable here. What waits goes out after the next sign-in.</source>
        <translation>Сохранённое останется здесь, его можно читать. Что ждёт, уйдёт после следующего входа.</translation>
    </message>
</context>
<context>
    <name>ActButtons</name>
    <message>
        <source>An act waits to be sent: take it back first</source>
        <translation>Действие ещё ждёт отправки: сначала верните его</translation>
    </message>
    <message>
        <source>At the first use you say which of hh.ru&apos;s acts it is</source>
        <translation>При первом нажатии вы скажете, какое это действие hh.ru</translation>
    </message>
    <message>
        <source>If this person was opened, the next one opens then: the candidate sees it</source>
        <translation>Если человек открыт, следом откроется следующий: соискатель это увидит</translation>
    </message>
    <message>
        <source>Only “{act}”</source>
        <translation>Только «{act}»</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>Отказ…</translation>
    </message>
    <message>
        <source>Shift with the key: with a letter</source>
        <translation>С Shift: с письмом</translation>
    </message>
    <message>
        <source>hh.ru asks for {argument}: do it on the site</source>
        <translation>hh.ru просит {argument}: это делается на сайте</translation>
    </message>
    <message>
        <source>hh.ru does not allow it now</source>
        <translation>hh.ru сейчас этого не разрешает</translation>
    </message>
    <message>
        <source>{act}: {count}</source>
        <translation>{act}: {count}</translation>
    </message>
</context>
<context>
    <name>ActDialog</name>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Choose a vacancy first</source>
        <translation>Сначала выберите вакансию</translation>
    </message>
    <message>
        <source>Choose a vacancy</source>
        <translation>Выберите вакансию</translation>
    </message>
    <message>
        <source>Choose a vacancy.</source>
        <translation>Выберите вакансию.</translation>
    </message>
    <message>
        <source>It is at the stage «{stage}».</source>
        <translation>Он на этапе «{stage}».</translation>
    </message>
    <message>
        <source>Its acts and letters of hh.ru come then.</source>
        <translation>Затем появятся действия и письма hh.ru.</translation>
    </message>
    <message>
        <source>No vacancy of yours fits.</source>
        <translation>Подходящих вакансий нет.</translation>
    </message>
    <message>
        <source>Open hh.ru</source>
        <translation>Открыть hh.ru</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Открыть отклик</translation>
    </message>
    <message>
        <source>Send an SMS too</source>
        <translation>Отправить и СМС</translation>
    </message>
    <message>
        <source>Send an SMS: «{text}»</source>
        <translation>Отправить СМС: «{text}»</translation>
    </message>
    <message>
        <source>There is a response already.</source>
        <translation>Отклик уже есть.</translation>
    </message>
    <message>
        <source>This one is for the site.</source>
        <translation>Это делается на сайте.</translation>
    </message>
    <message>
        <source>Usually a service is missing in the contract.</source>
        <translation>Обычно это значит, что услуги нет в договоре.</translation>
    </message>
    <message>
        <source>Vacancy</source>
        <translation>Вакансия</translation>
    </message>
    <message>
        <source>Without an address</source>
        <translation>Без адреса</translation>
    </message>
    <message numerus="yes">
        <source>goes in %n s, can be taken back</source>
        <translation>
            <numerusform>уйдёт через %n с, можно вернуть</numerusform>
            <numerusform>уйдёт через %n с, можно вернуть</numerusform>
            <numerusform>уйдёт через %n с, можно вернуть</numerusform>
        </translation>
    </message>
    <message>
        <source>hh.ru allows no act here.</source>
        <translation>hh.ru не разрешает здесь ни одного действия.</translation>
    </message>
    <message>
        <source>hh.ru asks for something that hhdesk cannot fill in.</source>
        <translation>hh.ru просит то, чего hhdesk заполнить не умеет.</translation>
    </message>
    <message>
        <source>hh.ru offers none for this resume.</source>
        <translation>hh.ru не предлагает ни одной для этого резюме.</translation>
    </message>
    <message>
        <source>hh.ru&apos;s act</source>
        <translation>Действие hh.ru</translation>
    </message>
</context>
<context>
    <name>ActToasts</name>
    <message numerus="yes">
        <source>%n person(s) forgotten here: the time that you chose is over</source>
        <translation>
            <numerusform>Здесь забыт %n человек: выбранный вами срок вышел</numerusform>
            <numerusform>Здесь забыты %n человека: выбранный вами срок вышел</numerusform>
            <numerusform>Здесь забыто %n человек: выбранный вами срок вышел</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n с</numerusform>
            <numerusform>%n с</numerusform>
            <numerusform>%n с</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken back. hh.ru got nothing.</source>
        <translation>
            <numerusform>Возвращено: %n. hh.ru ничего не получил.</numerusform>
            <numerusform>Возвращено: %n. hh.ru ничего не получил.</numerusform>
            <numerusform>Возвращено: %n. hh.ru ничего не получил.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Take back all</source>
        <translation>Вернуть все</translation>
    </message>
    <message>
        <source>Taken back: {person}. hh.ru got nothing.</source>
        <translation>Возвращено: {person}. hh.ru ничего не получил.</translation>
    </message>
    <message>
        <source>hh.ru did not accept it: {person}</source>
        <translation>hh.ru не принял: {person}</translation>
    </message>
    <message>
        <source>{what}, in</source>
        <translation>{what}, через</translation>
    </message>
    <message>
        <source>{what}: goes out at {time}</source>
        <translation>{what}: уйдёт в {time}</translation>
    </message>
    <message>
        <source>{what}: waits for the connection</source>
        <translation>{what}: ждёт связи</translation>
    </message>
</context>
<context>
    <name>Acting</name>
    <message numerus="yes">
        <source>%n of those ticked cannot be acted on now.</source>
        <translation>
            <numerusform>С %n из отмеченных сейчас так нельзя.</numerusform>
            <numerusform>С %n из отмеченных сейчас так нельзя.</numerusform>
            <numerusform>С %n из отмеченных сейчас так нельзя.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n человек</numerusform>
            <numerusform>%n человека</numerusform>
            <numerusform>%n человек</numerusform>
        </translation>
    </message>
    <message>
        <source>Free, without a letter: the candidates are told nothing.</source>
        <translation>Бесплатно и без письма: кандидаты ничего не узнают.</translation>
    </message>
    <message numerus="yes">
        <source>It goes out in %n s and can be taken back.</source>
        <translation>
            <numerusform>Уйдёт через %n с, можно вернуть.</numerusform>
            <numerusform>Уйдёт через %n с, можно вернуть.</numerusform>
            <numerusform>Уйдёт через %n с, можно вернуть.</numerusform>
        </translation>
    </message>
    <message>
        <source>R does “{act}” from now on</source>
        <translation>Теперь R делает «{act}»</translation>
    </message>
    <message>
        <source>Resume withdrawn</source>
        <translation>Резюме скрыто</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>{act}: {count}</source>
        <translation>{act}: {count}</translation>
    </message>
    <message>
        <source>hh.ru allows it for none of them now: {act}</source>
        <translation>hh.ru сейчас не разрешает этого ни с кем из них: {act}</translation>
    </message>
    <message>
        <source>hh.ru does not allow it now: {act}</source>
        <translation>hh.ru сейчас этого не разрешает: {act}</translation>
    </message>
    <message>
        <source>hh.ru takes no letter with this act: {act}</source>
        <translation>С этим действием hh.ru не берёт письма: {act}</translation>
    </message>
    <message numerus="yes">
        <source>{act}: %n person(s)</source>
        <translation>
            <numerusform>{act}: %n человек</numerusform>
            <numerusform>{act}: %n человека</numerusform>
            <numerusform>{act}: %n человек</numerusform>
        </translation>
    </message>
    <message>
        <source>{act}: hh.ru asks for {argument}, which only its site can take.</source>
        <translation>{act}: hh.ru просит {argument}, это можно указать только на сайте.</translation>
    </message>
</context>
<context>
    <name>ActionBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <comment>acts that had no room</comment>
        <translation>
            <numerusform>Ещё %n</numerusform>
            <numerusform>Ещё %n</numerusform>
            <numerusform>Ещё %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatField</name>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>на %n знак больше, чем можно</numerusform>
            <numerusform>на %n знака больше, чем можно</numerusform>
            <numerusform>на %n знаков больше, чем можно</numerusform>
        </translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Write to the candidate</source>
        <translation>Написать кандидату</translation>
    </message>
    <message numerus="yes">
        <source>goes out after %n s</source>
        <translation>
            <numerusform>уйдёт через %n с</numerusform>
            <numerusform>уйдёт через %n с</numerusform>
            <numerusform>уйдёт через %n с</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} of {limit}</source>
        <translation>{count} из {limit}</translation>
    </message>
</context>
<context>
    <name>ChatView</name>
    <message>
        <source>Nobody has written yet.</source>
        <translation>Ещё никто не писал.</translation>
    </message>
    <message>
        <source>Older messages</source>
        <translation>Ранние сообщения</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Прочитать ещё раз</translation>
    </message>
    <message>
        <source>Read at {time}.</source>
        <translation>Прочитано: {time}.</translation>
    </message>
    <message>
        <source>Reading from hh.ru…</source>
        <translation>Читаем с hh.ru…</translation>
    </message>
    <message>
        <source>The response is archived: writing is over.</source>
        <translation>Отклик в архиве, писать уже нельзя.</translation>
    </message>
    <message>
        <source>Writing is closed until the contact is paid for on hh.ru.</source>
        <translation>Писать можно после оплаты контакта на hh.ru.</translation>
    </message>
    <message>
        <source>hh.ru does not let you write here: {reason}.</source>
        <translation>hh.ru не даёт здесь писать: {reason}.</translation>
    </message>
    <message>
        <source>hh.ru&apos;s limit of messages is reached.</source>
        <translation>Лимит сообщений hh.ru исчерпан.</translation>
    </message>
</context>
<context>
    <name>Chats</name>
    <message>
        <source>(no text)</source>
        <translation>(без текста)</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>доставлено</translation>
    </message>
    <message>
        <source>joined the chat</source>
        <translation>присоединился к чату</translation>
    </message>
    <message>
        <source>left the chat</source>
        <translation>вышел из чата</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>прочитано</translation>
    </message>
    <message>
        <source>waits in the outbox</source>
        <translation>ждёт в исходящих</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Delete takes it away</source>
        <translation>Delete убирает</translation>
    </message>
    <message>
        <source>{condition}, added by hh.ru</source>
        <translation>{condition}, добавлено hh.ru</translation>
    </message>
</context>
<context>
    <name>ChipBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message numerus="yes">
        <source>%n response(s)</source>
        <translation>
            <numerusform>%n отклик</numerusform>
            <numerusform>%n отклика</numerusform>
            <numerusform>%n откликов</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Candidate</source>
        <translation>&amp;Кандидат</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>П&amp;ереход</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;Окно</translation>
    </message>
    <message>
        <source>A candidate</source>
        <translation>Кандидат</translation>
    </message>
    <message>
        <source>About hhdesk</source>
        <translation>О программе hhdesk</translation>
    </message>
    <message>
        <source>All in one queue</source>
        <translation>Все одной очередью</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Чаты</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Команды</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сравнить</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Контакты</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Выполнить</translation>
    </message>
    <message>
        <source>Download PDF</source>
        <translation>Скачать PDF</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Везде</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Фильтры</translation>
    </message>
    <message>
        <source>Find a person, vacancy or command</source>
        <translation>Найти человека, вакансию или команду</translation>
    </message>
    <message>
        <source>Find in the PDF</source>
        <translation>Найти в PDF</translation>
    </message>
    <message>
        <source>Find in the list</source>
        <translation>Найти в списке</translation>
    </message>
    <message>
        <source>First and last person</source>
        <translation>Первый и последний</translation>
    </message>
    <message>
        <source>Forget this person…</source>
        <translation>Забыть человека…</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Во весь экран</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>In a list</source>
        <translation>В списке</translation>
    </message>
    <message>
        <source>In a sheet</source>
        <translation>В окне действия</translation>
    </message>
    <message>
        <source>In the outbox</source>
        <translation>В исходящих</translation>
    </message>
    <message>
        <source>In the week</source>
        <translation>В неделе</translation>
    </message>
    <message>
        <source>Insert a variable</source>
        <translation>Вставить переменную</translation>
    </message>
    <message>
        <source>Interviews</source>
        <translation>Встречи</translation>
    </message>
    <message>
        <source>Invite…</source>
        <translation>Пригласить…</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Letters and messages</source>
        <translation>Письма и сообщения</translation>
    </message>
    <message>
        <source>Minimise</source>
        <translation>Свернуть</translation>
    </message>
    <message>
        <source>New meeting</source>
        <translation>Новая встреча</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Следующая панель</translation>
    </message>
    <message>
        <source>Next person</source>
        <translation>Следующий человек</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Цифры</translation>
    </message>
    <message>
        <source>Open a link from hh.ru</source>
        <translation>Открыть ссылку hh.ru</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Исходящие</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>Previous person</source>
        <translation>Предыдущий человек</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Read back</source>
        <translation>Листать назад</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>Листать дальше</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Обновить</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>Отклики</translation>
    </message>
    <message>
        <source>Save the PDF</source>
        <translation>Сохранить PDF</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Shortlist…</source>
        <translation>В подборку…</translation>
    </message>
    <message>
        <source>Space</source>
        <comment>the key</comment>
        <translation>Пробел</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Метка</translation>
    </message>
    <message>
        <source>Take back the last send</source>
        <translation>Вернуть последнюю отправку</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Tick</source>
        <translation>Отметить</translation>
    </message>
    <message>
        <source>Today in the week</source>
        <translation>Сегодня в неделе</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Vaca&amp;ncy</source>
        <translation>В&amp;акансия</translation>
    </message>
    <message>
        <source>Vacancies</source>
        <translation>Вакансии</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Что будет дальше</translation>
    </message>
    <message>
        <source>While reading</source>
        <translation>При чтении</translation>
    </message>
    <message>
        <source>With responses</source>
        <translation>С откликами</translation>
    </message>
    <message>
        <source>Write in the chat</source>
        <translation>Написать в чат</translation>
    </message>
    <message>
        <source>Your rejection with a letter</source>
        <translation>Ваш отказ с письмом</translation>
    </message>
    <message>
        <source>Your rejection</source>
        <translation>Ваш отказ</translation>
    </message>
    <message>
        <source>hh.ru&apos;s act by its number</source>
        <translation>Действие hh.ru по номеру</translation>
    </message>
    <message>
        <source>resume withdrawn</source>
        <translation>резюме снято</translation>
    </message>
    <message>
        <source>hh.ru&apos;s act with a letter</source>
        <translation>Действие hh.ru с письмом</translation>
    </message>
    <message>
        <source>you: </source>
        <translation>вы: </translation>
    </message>
</context>
<context>
    <name>ConfirmStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>ContactsAct</name>
    <message>
        <source>Only the resume tells whether its contacts can be opened.</source>
        <translation>Можно ли открыть контакты, видно только в самом резюме.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
</context>
<context>
    <name>Costs</name>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n контакт</numerusform>
            <numerusform>%n контакта</numerusform>
            <numerusform>%n контактов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n view(s)</source>
        <translation>
            <numerusform>%n просмотр</numerusform>
            <numerusform>%n просмотра</numerusform>
            <numerusform>%n просмотров</numerusform>
        </translation>
    </message>
    <message>
        <source>Free.</source>
        <translation>Бесплатно.</translation>
    </message>
    <message>
        <source>Free: it is kept here.</source>
        <translation>Бесплатно: файл уже сохранён.</translation>
    </message>
    <message>
        <source>Free: open already.</source>
        <translation>Бесплатно: уже открыты.</translation>
    </message>
    <message>
        <source>Free: the contacts are open already.</source>
        <translation>Бесплатно: контакты уже открыты.</translation>
    </message>
    <message>
        <source>Free: this person applied.</source>
        <translation>Бесплатно: человек откликнулся сам.</translation>
    </message>
    <message>
        <source>Inviting spends {amount}.</source>
        <translation>Приглашение спишет {amount}.</translation>
    </message>
    <message>
        <source>Not in your contract. It can be bought on the site.</source>
        <translation>Услуги нет в договоре. Её можно купить на сайте.</translation>
    </message>
    <message>
        <source>Opening spends {amount}.</source>
        <translation>Открытие спишет {amount}.</translation>
    </message>
    <message>
        <source>Opening the contacts spends {amount}.</source>
        <translation>Контакты спишут {amount}.</translation>
    </message>
    <message>
        <source>The file spends {amount}.</source>
        <translation>Файл спишет {amount}.</translation>
    </message>
    <message>
        <source>free</source>
        <translation>бесплатно</translation>
    </message>
    <message>
        <source>hh.ru does not say what it costs.</source>
        <translation>hh.ru не говорит, сколько это стоит.</translation>
    </message>
    <message>
        <source>spends {amount}</source>
        <translation>спишет {amount}</translation>
    </message>
    <message>
        <source>{contacts} and {views}</source>
        <translation>{contacts} и {views}</translation>
    </message>
    <message>
        <source>{contacts}, {views}</source>
        <translation>{contacts}, {views}</translation>
    </message>
    <message>
        <source>{left} left today.</source>
        <translation>Останется {left} сегодня.</translation>
    </message>
    <message>
        <source>{left} left.</source>
        <translation>Останется {left}.</translation>
    </message>
    <message>
        <source>{left} of {limit} left.</source>
        <translation>Останется {left} из {limit}.</translation>
    </message>
</context>
<context>
    <name>Crash</name>
    <message>
        <source>Copy report</source>
        <translation>Скопировать отчёт</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Отчёт</translation>
    </message>
    <message>
        <source>Your data and waiting letters are whole. You can go on; if it happens again, send this report. It holds places in the program, nothing of people.</source>
        <translation>Ваши данные и письма, которые ждут, целы. Можно продолжать; если повторится, пришлите этот отчёт. В нём места в программе, о людях ничего.</translation>
    </message>
    <message>
        <source>hhdesk stumbled</source>
        <translation>hhdesk споткнулся</translation>
    </message>
</context>
<context>
    <name>FileActs</name>
    <message>
        <source>The download was stopped. hh.ru may have counted the view.</source>
        <translation>Загрузка остановлена. Просмотр на hh.ru мог быть засчитан.</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Сохранить файл</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>Сохранено: {name}</translation>
    </message>
    <message>
        <source>The file is kept here: {name}</source>
        <translation>Файл сохранён здесь: {name}</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Filters</source>
        <translation>Фильтры</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Слова</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Регион</translation>
    </message>
    <message>
        <source>Moving</source>
        <translation>Переезд</translation>
    </message>
    <message>
        <source>Professional role</source>
        <translation>Профессиональная роль</translation>
    </message>
    <message>
        <source>Experience</source>
        <translation>Опыт</translation>
    </message>
    <message>
        <source>Salary, ₽ net</source>
        <translation>Зарплата, ₽ на руки</translation>
    </message>
    <message>
        <source>Salary from</source>
        <translation>Зарплата от</translation>
    </message>
    <message>
        <source>from</source>
        <translation>от</translation>
    </message>
    <message>
        <source>Salary to</source>
        <translation>Зарплата до</translation>
    </message>
    <message>
        <source>to</source>
        <translation>до</translation>
    </message>
    <message>
        <source>and without a named salary</source>
        <translation>и без указанной зарплаты</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Возраст</translation>
    </message>
    <message>
        <source>Age from</source>
        <translation>Возраст от</translation>
    </message>
    <message>
        <source>Age to</source>
        <translation>Возраст до</translation>
    </message>
    <message>
        <source>Add a language</source>
        <translation>Добавить язык</translation>
    </message>
    <message>
        <source>Add words</source>
        <translation>Добавить слова</translation>
    </message>
    <message>
        <source>Citizenship of…</source>
        <translation>Гражданство…</translation>
    </message>
    <message>
        <source>Citizenship</source>
        <translation>Гражданство</translation>
    </message>
    <message>
        <source>City or region</source>
        <translation>Город или регион</translation>
    </message>
    <message>
        <source>Close the filters</source>
        <translation>Закрыть фильтры</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>Образование</translation>
    </message>
    <message>
        <source>Employment and schedule</source>
        <translation>Занятость и график</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Найти</translation>
    </message>
    <message>
        <source>From which level…</source>
        <translation>С какого уровня…</translation>
    </message>
    <message>
        <source>Further conditions</source>
        <translation>Другие условия</translation>
    </message>
    <message>
        <source>Key skills</source>
        <translation>Ключевые навыки</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Языки</translation>
    </message>
    <message>
        <source>Level of the language</source>
        <translation>Уровень языка</translation>
    </message>
    <message>
        <source>Licence and citizenship</source>
        <translation>Права и гражданство</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Сбросить</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>Навык</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Навыки</translation>
    </message>
    <message>
        <source>Status and gender</source>
        <translation>Статус и пол</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Обновлено</translation>
    </message>
    <message>
        <source>and without a named age</source>
        <translation>и без указанного возраста</translation>
    </message>
    <message>
        <source>any</source>
        <translation>любое</translation>
    </message>
    <message>
        <source>at any time</source>
        <translation>за всё время</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>role</source>
        <translation>роль</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Hello. To work with hh.ru in hhdesk I need API access for our company. It is bought on hh.ru apart from publications. What hhdesk uses: resume search and resumes, responses, invitations, vacancies. Could you see whether our contract has it, and add it if not?</source>
        <translation>Здравствуйте. Чтобы работать с hh.ru в hhdesk, мне нужен доступ нашей компании к API. На hh.ru его покупают отдельно от публикаций. Что использует hhdesk: поиск резюме и сами резюме, отклики, приглашения, вакансии. Посмотрите, есть ли это в нашем договоре, и добавьте, если нет.</translation>
    </message>
    <message>
        <source>Name: hhdesk
What for: a desktop program with which our recruiters search resumes, read responses, write to candidates and invite them. It works from our own computers with our own employer account.
Redirect URI: {address}</source>
        <translation>Название: hhdesk
Для чего: программа на компьютере, в которой наши рекрутёры ищут резюме, читают отклики, пишут кандидатам и приглашают их. Работает с наших компьютеров под нашей учётной записью работодателя.
Redirect URI: {address}</translation>
    </message>
    <message>
        <source>Resumes, responses and chats</source>
        <translation>Резюме, отклики и переписка</translation>
    </message>
    <message>
        <source>Resume search</source>
        <translation>Поиск резюме</translation>
    </message>
    <message>
        <source>Resumes of those who applied or were invited</source>
        <translation>Резюме откликнувшихся и приглашённых</translation>
    </message>
    <message>
        <source>Resumes found by search</source>
        <translation>Резюме, найденные поиском</translation>
    </message>
</context>
<context>
    <name>FirstRunForm</name>
    <message>
        <source>Steps to connect</source>
        <translation>Шаги подключения</translation>
    </message>
    <message>
        <source>A recruiter’s desk for hh.ru. Connected once, then it opens at once and works without a network.</source>
        <translation>Рабочий стол рекрутёра для hh.ru. Подключается один раз, дальше открывается сразу и работает без сети.</translation>
    </message>
    <message>
        <source>Register the application on dev.hh.ru</source>
        <translation>Зарегистрируйте приложение на dev.hh.ru</translation>
    </message>
    <message>
        <source>hh.ru considers a request for up to 15 working days. Your company buys API access.</source>
        <translation>hh.ru рассматривает заявку до 15 рабочих дней. Доступ к API покупает ваша компания.</translation>
    </message>
    <message>
        <source>Enter the application’s keys</source>
        <translation>Введите ключи приложения</translation>
    </message>
    <message>
        <source>dev.hh.ru shows them after approval.</source>
        <translation>Их показывает dev.hh.ru после одобрения.</translation>
    </message>
    <message>
        <source>Sign in in the browser</source>
        <translation>Войдите в браузере</translation>
    </message>
    <message>
        <source>The password is entered on hh.ru; hhdesk does not see it.</source>
        <translation>Пароль вводится на hh.ru, hhdesk его не видит.</translation>
    </message>
    <message>
        <source>We check the access</source>
        <translation>Проверим доступ</translation>
    </message>
    <message>
        <source>We show which services are bought and how much is left. Nothing is spent.</source>
        <translation>Покажем, какие услуги куплены и сколько осталось. Ничего не спишем.</translation>
    </message>
    <message>
        <source>No API access? Ask whoever pays for hh.ru.</source>
        <translation>Нет доступа к API? Спросите того, кто платит за hh.ru.</translation>
    </message>
    <message>
        <source>Keys of the application</source>
        <translation>Ключи приложения</translation>
    </message>
    <message>
        <source>Was the request approved? Put in the two values from the application’s page on dev.hh.ru.</source>
        <translation>Заявка одобрена? Вставьте сюда два значения со страницы приложения на dev.hh.ru.</translation>
    </message>
    <message>
        <source>Redirect address: put it into the request letter by letter</source>
        <translation>Адрес перенаправления: вставьте его в заявку буква в букву</translation>
    </message>
    <message>
        <source>Redirect address</source>
        <translation>Адрес перенаправления</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Порт</translation>
    </message>
    <message>
        <source>Port of the redirect address</source>
        <translation>Порт адреса перенаправления</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client ID</translation>
    </message>
    <message>
        <source>Client Secret</source>
        <translation>Client Secret</translation>
    </message>
    <message>
        <source>Contact address: hh.ru writes to it if something is wrong with the application</source>
        <translation>Адрес для связи: на него hh.ru напишет, если с приложением что-то не так</translation>
    </message>
    <message>
        <source>Contact address</source>
        <translation>Адрес для связи</translation>
    </message>
    <message>
        <source>name@company.ru</source>
        <translation>name@company.ru</translation>
    </message>
    <message>
        <source>Look without connecting</source>
        <translation>Посмотреть без подключения</translation>
    </message>
    <message>
        <source>A demo with invented people: 2,000 resumes, 12 vacancies, responses and chats. Everything works, nothing is sent to hh.ru.</source>
        <translation>Демо с придуманными людьми: 2 000 резюме, 12 вакансий, отклики и чаты. Всё работает, ничего не отправляется на hh.ru.</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Персональные данные</translation>
    </message>
    <message>
        <source>How long do we keep those with whom you do not work?</source>
        <translation>Сколько хранить тех, с кем вы не работаете?</translation>
    </message>
    <message>
        <source>6 months</source>
        <translation>6 месяцев</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 год</translation>
    </message>
    <message>
        <source>I decide later</source>
        <translation>Решу позже</translation>
    </message>
    <message>
        <source>hh.ru’s page is open in your browser. Sign in with your company account and allow access; this window goes on by itself.</source>
        <translation>Страница hh.ru открыта в браузере. Войдите под записью компании и разрешите доступ: это окно продолжит само.</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Back to work</source>
        <translation>Назад к работе</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
    <message>
        <source>Invented people inside this computer. Sign in as the demo&apos;s recruiter.</source>
        <translation>Придуманные люди внутри этого компьютера. Войдите как рекрутёр из демо.</translation>
    </message>
    <message>
        <source>Open demo</source>
        <translation>Открыть демо</translation>
    </message>
    <message>
        <source>Open dev.hh.ru</source>
        <translation>Открыть dev.hh.ru</translation>
    </message>
    <message>
        <source>Open the page again</source>
        <translation>Открыть страницу снова</translation>
    </message>
    <message>
        <source>Ready letter to the administrator</source>
        <translation>Готовое письмо администратору</translation>
    </message>
    <message>
        <source>Ready text of the request</source>
        <translation>Готовый текст заявки</translation>
    </message>
    <message>
        <source>Sign in with the browser</source>
        <translation>Войти через браузер</translation>
    </message>
    <message>
        <source>The demo is ready</source>
        <translation>Демо готово</translation>
    </message>
    <message numerus="yes">
        <source>Waiting for %n s</source>
        <translation>
            <numerusform>Ждём %n с</numerusform>
            <numerusform>Ждём %n с</numerusform>
            <numerusform>Ждём %n с</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forgetting</name>
    <message>
        <source>Everything of this person here goes for good: resumes, messages, files, the history, and what waits to be sent. On hh.ru nothing changes.</source>
        <translation>Всё об этом человеке исчезнет отсюда навсегда: резюме, сообщения, файлы, история и то, что ждёт отправки. На hh.ru ничего не изменится.</translation>
    </message>
    <message>
        <source>Forget {name}?</source>
        <translation>Забыть: {name}?</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Забыть</translation>
    </message>
    <message>
        <source>Forgotten here. On hh.ru nothing has changed</source>
        <translation>Здесь этого человека больше нет. На hh.ru ничего не изменилось</translation>
    </message>
    <message>
        <source>hh.ru does not say whose resume this is</source>
        <translation>hh.ru не говорит, чьё это резюме</translation>
    </message>
    <message>
        <source>this person</source>
        <translation>этот человек</translation>
    </message>
</context>
<context>
    <name>GatheredStrip</name>
    <message numerus="yes">
        <source>%n ticked.</source>
        <translation>
            <numerusform>Отмечен %n.</numerusform>
            <numerusform>Отмечено %n.</numerusform>
            <numerusform>Отмечено %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>The acts are for them: {names}.</source>
        <translation>Действия для них: {names}.</translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation>Снять отметки</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>resume withdrawn</source>
        <translation>резюме скрыто</translation>
    </message>
    <message>
        <source>The page shows somebody else: {name}.</source>
        <translation>На странице открыт другой человек: {name}.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>A recruiter&apos;s desk for hh.ru over its official interface.</source>
        <translation>Рабочий стол рекрутёра для hh.ru, через его официальный интерфейс.</translation>
    </message>
    <message>
        <source>Built with.</source>
        <translation>На чём построено.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>On this computer only, and on hh.ru. hhdesk has no server.</source>
        <translation>Только на этом компьютере и на hh.ru. Своего сервера у hhdesk нет.</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Что будет дальше</translation>
    </message>
    <message>
        <source>What it is.</source>
        <translation>Что это.</translation>
    </message>
    <message>
        <source>Where data are.</source>
        <translation>Где данные.</translation>
    </message>
</context>
<context>
    <name>Invitation</name>
    <message>
        <source>An SMS goes only with a letter.</source>
        <translation>СМС уходит только с письмом.</translation>
    </message>
    <message>
        <source>An address goes only with a letter.</source>
        <translation>Адрес уходит только с письмом.</translation>
    </message>
    <message>
        <source>At hh.ru a response appears at the stage «{stage}».</source>
        <translation>На hh.ru появится отклик на этапе «{stage}».</translation>
    </message>
    <message>
        <source>At hh.ru the response moves to the stage «{stage}».</source>
        <translation>На hh.ru отклик перейдёт на этап «{stage}».</translation>
    </message>
    <message>
        <source>Choose an address.</source>
        <translation>Выберите адрес.</translation>
    </message>
    <message>
        <source>First and middle name</source>
        <translation>Имя Отчество</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>No letter: the candidate is told nothing, only the stage changes here.</source>
        <translation>Без письма: кандидат ничего не узнает, сменится только этап у вас.</translation>
    </message>
    <message>
        <source>The letter is longer than {limit} characters.</source>
        <translation>Письмо длиннее {limit} знаков.</translation>
    </message>
    <message>
        <source>The letter is still empty.</source>
        <translation>Письмо пока пустое.</translation>
    </message>
    <message>
        <source>This act goes with an SMS.</source>
        <translation>Это действие уходит с СМС.</translation>
    </message>
    <message>
        <source>This act needs a letter.</source>
        <translation>Для этого действия нужно письмо.</translation>
    </message>
    <message>
        <source>Vacancy&apos;s name</source>
        <translation>вакансия</translation>
    </message>
    <message>
        <source>What the candidate will see</source>
        <translation>Так увидит кандидат</translation>
    </message>
    <message>
        <source>hh.ru asks for something that hhdesk cannot fill in.</source>
        <translation>hh.ru просит то, чего hhdesk заполнить не умеет.</translation>
    </message>
    <message>
        <source>hh.ru does not allow this act at the moment.</source>
        <translation>hh.ru сейчас не разрешает это действие.</translation>
    </message>
</context>
<context>
    <name>Invite</name>
    <message>
        <source>Invitation</source>
        <translation>Приглашение</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Пригласить</translation>
    </message>
    <message>
        <source>contacts open with the invitation</source>
        <translation>контакты откроются с приглашением</translation>
    </message>
</context>
<context>
    <name>KeysForm</name>
    <message>
        <source>Change port</source>
        <translation>Сменить порт</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Скопировать</translation>
    </message>
    <message>
        <source>Given by the environment; hhdesk does not keep it.</source>
        <translation>Задано окружением, hhdesk его не хранит.</translation>
    </message>
    <message>
        <source>Hide the secret</source>
        <translation>Скрыть секрет</translation>
    </message>
    <message>
        <source>No system key store here: it stays in memory and is asked for at the next start.</source>
        <translation>Системного хранилища ключей здесь нет: секрет останется в памяти, при следующем запуске введите его снова.</translation>
    </message>
    <message>
        <source>Show the secret</source>
        <translation>Показать секрет</translation>
    </message>
    <message>
        <source>Stays only in the key store of this computer.</source>
        <translation>Останется только в хранилище ключей этого компьютера.</translation>
    </message>
    <message>
        <source>The environment gives it (HHDESK_REDIRECT_PORT): it is changed there.</source>
        <translation>Порт задан средой (HHDESK_REDIRECT_PORT), и меняют его там.</translation>
    </message>
    <message>
        <source>The port is free.</source>
        <translation>Порт свободен.</translation>
    </message>
    <message>
        <source>The port is taken.</source>
        <translation>Порт занят.</translation>
    </message>
    <message>
        <source>Use this port</source>
        <translation>Взять этот порт</translation>
    </message>
    <message>
        <source>hh.ru compares the whole address, port included.</source>
        <translation>hh.ru сравнивает адрес целиком, вместе с портом.</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>сохранено</translation>
    </message>
</context>
<context>
    <name>LetterField</name>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln знак</numerusform>
            <numerusform>%Ln знака</numerusform>
            <numerusform>%Ln знаков</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty letter</source>
        <translation>Пустое письмо</translation>
    </message>
    <message>
        <source>Everybody&apos;s own goes in there · Ctrl+Space</source>
        <translation>Каждому подставится своё · Ctrl+Space</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Письмо</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Переменная</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Шаблон</translation>
    </message>
    <message>
        <source>Template: «{name}»</source>
        <translation>Шаблон: «{name}»</translation>
    </message>
</context>
<context>
    <name>LetterView</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n слово</numerusform>
            <numerusform>%n слова</numerusform>
            <numerusform>%n слов</numerusform>
        </translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Письмо</translation>
    </message>
    <message>
        <source>The whole letter</source>
        <translation>Письмо целиком</translation>
    </message>
</context>
<context>
    <name>LineEdit</name>
    <message>
        <source>Clear</source>
        <translation>Очистить</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Connecting with hh.ru</source>
        <translation>Подключение к hh.ru</translation>
    </message>
    <message>
        <source>What you began to write is lost when hhdesk closes.</source>
        <translation>То, что вы начали писать, при закрытии пропадёт.</translation>
    </message>
    <message>
        <source>“{section}” is still to come: {purpose}.</source>
        <translation>«{section}» ещё впереди: {purpose}.</translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) will wait</source>
        <translation>
            <numerusform>%n действие подождёт</numerusform>
            <numerusform>%n действия подождут</numerusform>
            <numerusform>%n действий подождут</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) begun and not sent</source>
        <translation>
            <numerusform>Не отправлен %n начатый текст</numerusform>
            <numerusform>Не отправлены %n начатых текста</numerusform>
            <numerusform>Не отправлено %n начатых текстов</numerusform>
        </translation>
    </message>
    <message>
        <source>What is not sent goes out at the next start. Until then it can be taken back.</source>
        <translation>Неотправленное уйдёт при следующем запуске. До тех пор его можно вернуть.</translation>
    </message>
    <message>
        <source>Close hhdesk</source>
        <translation>Закрыть hhdesk</translation>
    </message>
</context>
<context>
    <name>ManyDialog</name>
    <message numerus="yes">
        <source>%n letter(s).</source>
        <translation>
            <numerusform>%n письмо.</numerusform>
            <numerusform>%n письма.</numerusform>
            <numerusform>%n писем.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) lack what the letter has a place for.</source>
        <translation>
            <numerusform>У %n человека нет того, что подставляет письмо.</numerusform>
            <numerusform>У %n человек нет того, что подставляет письмо.</numerusform>
            <numerusform>У %n человек нет того, что подставляет письмо.</numerusform>
        </translation>
    </message>
    <message>
        <source>Decide first about those who lack something</source>
        <translation>Сначала решите про тех, у кого чего-то нет</translation>
    </message>
    <message>
        <source>Free: these people applied themselves.</source>
        <translation>Бесплатно: люди откликнулись сами.</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>Убрать из списка</translation>
    </message>
    <message>
        <source>Nobody is ticked</source>
        <translation>Никто не отмечен</translation>
    </message>
    <message>
        <source>Their letter would have a gap.</source>
        <translation>Письмо получится с пустым местом.</translation>
    </message>
    <message>
        <source>What {person} gets · {place} of {count}</source>
        <translation>Как получит {person} · {place} из {count}</translation>
    </message>
    <message>
        <source>Without a letter.</source>
        <translation>Без письма.</translation>
    </message>
    <message>
        <source>{act}: {count}</source>
        <translation>{act}: {count}</translation>
    </message>
</context>
<context>
    <name>MultiSelect</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>Выбран %n</numerusform>
            <numerusform>Выбрано %n</numerusform>
            <numerusform>Выбрано %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Not less than {number}</source>
        <translation>Не меньше {number}</translation>
    </message>
    <message>
        <source>Not more than {number}</source>
        <translation>Не больше {number}</translation>
    </message>
    <message>
        <source>Only digits</source>
        <translation>Только цифры</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n день назад</numerusform>
            <numerusform>%n дня назад</numerusform>
            <numerusform>%n дней назад</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n час назад</numerusform>
            <numerusform>%n часа назад</numerusform>
            <numerusform>%n часов назад</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n минуту назад</numerusform>
            <numerusform>%n минуты назад</numerusform>
            <numerusform>%n минут назад</numerusform>
        </translation>
    </message>
    <message>
        <source>MMMM d</source>
        <comment>a date without a year, in Qt&apos;s letters</comment>
        <translation>d MMMM</translation>
    </message>
    <message>
        <source>MMMM d, yyyy</source>
        <comment>a date in Qt&apos;s letters</comment>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>только что</translation>
    </message>
    <message>
        <source>today at {time}</source>
        <translation>сегодня в {time}</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>сегодня {time}</translation>
    </message>
    <message>
        <source>tomorrow at {time}</source>
        <translation>завтра в {time}</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>вчера</translation>
    </message>
    <message>
        <source>{minutes} min ago</source>
        <translation>{minutes} мин назад</translation>
    </message>
    <message>
        <source>{position} of {total}</source>
        <translation>{position} из {total}</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message numerus="yes">
        <source>%n contact(s) spent</source>
        <translation>
            <numerusform>списан %n контакт</numerusform>
            <numerusform>списано %n контакта</numerusform>
            <numerusform>списано %n контактов</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Отправляются</translation>
    </message>
    <message>
        <source>Chat message</source>
        <translation>Сообщение в чат</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Ушло</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Приглашение</translation>
    </message>
    <message>
        <source>Delivered: hh.ru confirmed it</source>
        <translation>Доставлено: hh.ru подтвердил</translation>
    </message>
    <message>
        <source>Move to another stage</source>
        <translation>Перевод на другой этап</translation>
    </message>
    <message>
        <source>Need a decision</source>
        <translation>Требуют решения</translation>
    </message>
    <message>
        <source>No connection: it waits</source>
        <translation>Нет связи, ждёт</translation>
    </message>
    <message>
        <source>Checked on hh.ru: it is done</source>
        <translation>Проверили на hh.ru: сделано</translation>
    </message>
    <message>
        <source>Checked on hh.ru: not clear yet</source>
        <translation>Проверили на hh.ru: пока не ясно</translation>
    </message>
    <message>
        <source>Sending it to hh.ru</source>
        <translation>Отправляем на hh.ru</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>The answer was lost: checking whether it was done</source>
        <translation>Ответ потерян: проверяем, сделано ли</translation>
    </message>
    <message>
        <source>The candidate got nothing</source>
        <translation>Кандидат ничего не получил</translation>
    </message>
    <message>
        <source>Waiting, can still be taken back</source>
        <translation>Ждут — ещё можно вернуть</translation>
    </message>
    <message>
        <source>Without a letter</source>
        <translation>Без письма</translation>
    </message>
    <message>
        <source>You changed it; the wait began again</source>
        <translation>Вы изменили текст, отсчёт начался заново</translation>
    </message>
    <message>
        <source>You decided it; until it goes out it can be taken back</source>
        <translation>Вы решили — пока не ушло, можно вернуть</translation>
    </message>
    <message>
        <source>You decided not to send it</source>
        <translation>Вы решили не отправлять</translation>
    </message>
    <message>
        <source>You left it as it was; the wait began again</source>
        <translation>Вы оставили как было, отсчёт начался заново</translation>
    </message>
    <message>
        <source>You sent it again</source>
        <translation>Вы отправили снова</translation>
    </message>
    <message>
        <source>You sent it at once</source>
        <translation>Вы отправили сразу</translation>
    </message>
    <message>
        <source>You took it back</source>
        <translation>Вы вернули</translation>
    </message>
    <message>
        <source>You began to change it: it waits for you</source>
        <translation>Вы начали править: отправка ждёт вас</translation>
    </message>
    <message>
        <source>answer lost, checking</source>
        <translation>ответ потерян, проверяем</translation>
    </message>
    <message>
        <source>being changed</source>
        <translation>изменяется</translation>
    </message>
    <message>
        <source>hh.ru accepted it</source>
        <translation>hh.ru принял</translation>
    </message>
    <message>
        <source>hh.ru asked to wait</source>
        <translation>hh.ru попросил подождать</translation>
    </message>
    <message>
        <source>hh.ru confirmed it.</source>
        <translation>hh.ru подтвердил.</translation>
    </message>
    <message>
        <source>hh.ru did not accept it</source>
        <translation>hh.ru не принял</translation>
    </message>
    <message>
        <source>hh.ru had it already</source>
        <translation>У hh.ru это уже было</translation>
    </message>
    <message>
        <source>The message arrived at an earlier try.</source>
        <translation>Сообщение дошло ещё с прошлой попытки.</translation>
    </message>
    <message>
        <source>hh.ru accepted it; it could not be checked yet</source>
        <translation>hh.ru принял, но проверить пока не удалось</translation>
    </message>
    <message>
        <source>hh.ru has taken the message.</source>
        <translation>hh.ru принял сообщение.</translation>
    </message>
    <message>
        <source>hhdesk ended while sending: checking whether it was done</source>
        <translation>hhdesk закрылся во время отправки: проверяем, сделано ли</translation>
    </message>
    <message>
        <source>not accepted</source>
        <translation>не принято</translation>
    </message>
    <message>
        <source>now</source>
        <translation>сейчас</translation>
    </message>
    <message>
        <source>outcome unknown</source>
        <translation>исход неизвестен</translation>
    </message>
    <message>
        <source>rejection {rejection} s, all else {other} s</source>
        <translation>отказ {rejection} с, остальное {other} с</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>возвращено</translation>
    </message>
    <message>
        <source>{person} has your message</source>
        <translation>Сообщение доставлено: {person}</translation>
    </message>
    <message>
        <source>{person} is invited</source>
        <translation>Приглашение отправлено: {person}</translation>
    </message>
    <message>
        <source>{person}: “{act}” is done</source>
        <translation>{person}: «{act}» — сделано</translation>
    </message>
    <message>
        <source>the candidate</source>
        <translation>кандидат</translation>
    </message>
    <message numerus="yes">
        <source>“{act}” for %n person(s)</source>
        <translation>
            <numerusform>«{act}» — %n человек</numerusform>
            <numerusform>«{act}» — %n человека</numerusform>
            <numerusform>«{act}» — %n человек</numerusform>
        </translation>
    </message>
    <message>
        <source>Message to {person}</source>
        <translation>Сообщение — {person}</translation>
    </message>
    <message>
        <source>Invitation of {person}</source>
        <translation>Приглашение — {person}</translation>
    </message>
    <message>
        <source>“{act}” for {person}</source>
        <translation>«{act}» — {person}</translation>
    </message>
    <message>
        <source>waits for the connection</source>
        <translation>ждёт связи</translation>
    </message>
    <message>
        <source>again in {time}</source>
        <translation>снова через {time}</translation>
    </message>
    <message>
        <source>Not sent yet, will be tried again</source>
        <translation>Ещё не ушли, повторим сами</translation>
    </message>
    <message>
        <source>Taken back</source>
        <comment>a heading</comment>
        <translation>Возвращено</translation>
    </message>
</context>
<context>
    <name>OutboxCard</name>
    <message>
        <source>Sending</source>
        <translation>Отправляется</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Скопировать</translation>
    </message>
    <message>
        <source>Don&apos;t send</source>
        <translation>Не отправлять</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Ушло</translation>
    </message>
    <message>
        <source>Goes out in {time}</source>
        <translation>Уйдёт через {time}</translation>
    </message>
    <message>
        <source>Goes out {when}</source>
        <translation>Уйдёт {when}</translation>
    </message>
    <message>
        <source>Invitations, rejections and messages wait here first and can be taken back.</source>
        <translation>Приглашения, отказы и сообщения сначала ждут здесь, их можно вернуть.</translation>
    </message>
    <message>
        <source>It waits until you save it, or send it as it was.</source>
        <translation>Не уйдёт, пока вы не сохраните или не отправите как было.</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>Оставить как было</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Письмо</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Nothing is waiting to go out</source>
        <translation>Ничего не отправляется</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Исход неизвестен</translation>
    </message>
    <message>
        <source>Request code {code}, for hh.ru&apos;s support</source>
        <translation>Код запроса {code} — для поддержки hh.ru</translation>
    </message>
    <message>
        <source>SMS: yes</source>
        <translation>СМС: да</translation>
    </message>
    <message>
        <source>Save and wait again</source>
        <translation>Сохранить и ждать заново</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Отправить сейчас</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>The candidate got nothing.</source>
        <translation>Кандидат ничего не получил.</translation>
    </message>
    <message>
        <source>Waiting, can still be taken back</source>
        <translation>Ждёт — ещё можно вернуть</translation>
    </message>
    <message>
        <source>You are changing it</source>
        <translation>Вы изменяете это письмо</translation>
    </message>
    <message>
        <source>hh.ru does not tell whether it was done. Look on hh.ru, then decide.</source>
        <translation>hh.ru не говорит, сделано ли. Посмотрите на hh.ru и решите.</translation>
    </message>
    <message>
        <source>with an address</source>
        <translation>с адресом</translation>
    </message>
    <message>
        <source>Waits for the connection</source>
        <translation>Ждёт связи</translation>
    </message>
    <message>
        <source>hh.ru asks to wait</source>
        <translation>hh.ru просит подождать</translation>
    </message>
    <message>
        <source>It goes out by itself as soon as it can. Until then it can be taken back.</source>
        <translation>Уйдёт само, как только получится. До тех пор можно вернуть.</translation>
    </message>
</context>
<context>
    <name>OutboxCardForm</name>
    <message>
        <source>Letter</source>
        <translation>Письмо</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Что произошло</translation>
    </message>
</context>
<context>
    <name>OutboxSection</name>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
    <message>
        <source>Everything is on hold.</source>
        <translation>Всё ждёт.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>A part is on hold.</source>
        <translation>Часть ждёт.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Приостановить всё</translation>
    </message>
    <message>
        <source>Show all done</source>
        <translation>Показать все</translation>
    </message>
    <message numerus="yes">
        <source>Show only the last %n</source>
        <translation>
            <numerusform>Показать только последнее %n</numerusform>
            <numerusform>Показать только последние %n</numerusform>
            <numerusform>Показать только последние %n</numerusform>
        </translation>
    </message>
    <message>
        <source>You paused it.</source>
        <translation>Вы поставили паузу.</translation>
    </message>
    <message numerus="yes">
        <source>Show all: %n more</source>
        <translation>
            <numerusform>Показать все: ещё %n</numerusform>
            <numerusform>Показать все: ещё %n</numerusform>
            <numerusform>Показать все: ещё %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Find a person, vacancy or command</source>
        <translation>Найти человека, вакансию или команду</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Найдено</translation>
    </message>
    <message>
        <source>Nobody and nothing of that name on this computer</source>
        <translation>На этом компьютере никого и ничего с таким именем</translation>
    </message>
    <message>
        <source>Person, vacancy or command</source>
        <translation>Человек, вакансия или команда</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>выбрать</translation>
    </message>
    <message>
        <source>commands only</source>
        <translation>только команды</translation>
    </message>
    <message>
        <source>open</source>
        <translation>открыть</translation>
    </message>
    <message>
        <source>people only</source>
        <translation>только люди</translation>
    </message>
    <message>
        <source>people: on this computer</source>
        <translation>люди: на этом компьютере</translation>
    </message>
    <message numerus="yes">
        <source>searching %Ln people on this computer</source>
        <translation>
            <numerusform>ищем в %Ln человеке на этом компьютере</numerusform>
            <numerusform>ищем в %Ln людях на этом компьютере</numerusform>
            <numerusform>ищем в %Ln людях на этом компьютере</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaletteForm</name>
    <message>
        <source>Find a person, vacancy or command</source>
        <translation>Найти человека, вакансию или команду</translation>
    </message>
</context>
<context>
    <name>PassphraseFields</name>
    <message numerus="yes">
        <source>%n more character(s), at least</source>
        <translation>
            <numerusform>ещё хотя бы %n знак</numerusform>
            <numerusform>ещё хотя бы %n знака</numerusform>
            <numerusform>ещё хотя бы %n знаков</numerusform>
        </translation>
    </message>
    <message>
        <source>Fair; longer is stronger</source>
        <translation>Неплохая; длиннее — надёжнее</translation>
    </message>
    <message>
        <source>Four or five words that do not belong together are strong.</source>
        <translation>Четыре-пять слов, которые не связаны между собой, — это надёжно.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Фраза-пароль</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Надёжная</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Она же ещё раз</translation>
    </message>
    <message>
        <source>The two are not the same</source>
        <translation>Фразы не совпадают</translation>
    </message>
    <message>
        <source>Too few different characters</source>
        <translation>Слишком мало разных знаков</translation>
    </message>
</context>
<context>
    <name>PdfPane</name>
    <message>
        <source>Find in the file</source>
        <translation>Найти в файле</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Найти</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n страница</numerusform>
            <numerusform>%n страницы</numerusform>
            <numerusform>%n страниц</numerusform>
        </translation>
    </message>
    <message>
        <source>As wide as the pane</source>
        <translation>По ширине панели</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Крупнее</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Резюме</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Мельче</translation>
    </message>
    <message>
        <source>The file is kept here and opens offline</source>
        <translation>Файл сохранён у нас, открывается без сети</translation>
    </message>
    <message>
        <source>downloaded {when}</source>
        <translation>скачан {when}</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>не нашлось</translation>
    </message>
    <message>
        <source>width</source>
        <translation>ширина</translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n человек</numerusform>
            <numerusform>%n человека</numerusform>
            <numerusform>%n человек</numerusform>
        </translation>
    </message>
    <message>
        <source>Whom it is for</source>
        <translation>Кому</translation>
    </message>
    <message>
        <source>nothing for {place}</source>
        <translation>нет: {place}</translation>
    </message>
</context>
<context>
    <name>Person</name>
    <message>
        <source>Applied</source>
        <translation>Отклик</translation>
    </message>
    <message>
        <source>At hh.ru</source>
        <translation>На hh.ru</translation>
    </message>
    <message>
        <source>Contacts opened</source>
        <translation>Контакты открыты</translation>
    </message>
    <message>
        <source>File downloaded</source>
        <translation>Файл скачан</translation>
    </message>
    <message>
        <source>Found by a search</source>
        <translation>Найдено поиском</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>Приглашение</translation>
    </message>
    <message>
        <source>Letter received</source>
        <translation>Письмо получено</translation>
    </message>
    <message>
        <source>Letter sent</source>
        <translation>Письмо отправлено</translation>
    </message>
    <message>
        <source>Moved to another stage</source>
        <translation>Перевод на другой этап</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Nothing happened with this person yet.</source>
        <translation>С этим человеком пока ничего не происходило.</translation>
    </message>
    <message>
        <source>Resume read</source>
        <translation>Резюме прочитано</translation>
    </message>
    <message>
        <source>Resume withdrawn, our copy stays</source>
        <translation>Резюме снято, наша копия осталась</translation>
    </message>
    <message>
        <source>Taken back before it was sent</source>
        <translation>Возвращено до отправки</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>all conversations in one list</source>
        <translation>вся переписка одним списком</translation>
    </message>
    <message>
        <source>everybody you met, with notes and tags</source>
        <translation>все, с кем вы знакомы, с заметками и метками</translation>
    </message>
    <message>
        <source>how vacancies and stages move</source>
        <translation>как идут вакансии и этапы</translation>
    </message>
    <message>
        <source>one queue of what needs you now, over all vacancies</source>
        <translation>одна очередь того, что ждёт вас, по всем вакансиям</translation>
    </message>
    <message>
        <source>the week with its meetings</source>
        <translation>неделя и её встречи</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Sections</source>
        <translation>Разделы</translation>
    </message>
</context>
<context>
    <name>RailButton</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n ждёт</numerusform>
            <numerusform>%n ждут</numerusform>
            <numerusform>%n ждут</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RejectionChoice</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>From then on R does it at once, without a letter. Nothing is sent now; the choice can be changed in the settings.</source>
        <translation>Дальше R делает его сразу, без письма. Сейчас ничего не уйдёт; изменить выбор можно в настройках.</translation>
    </message>
    <message>
        <source>Which of hh.ru&apos;s acts is your rejection?</source>
        <translation>Какое действие hh.ru — ваш отказ?</translation>
    </message>
</context>
<context>
    <name>ResponseListPane</name>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>новых %Ln</numerusform>
            <numerusform>новых %Ln</numerusform>
            <numerusform>новых %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>отмечен %n</numerusform>
            <numerusform>отмечено %n</numerusform>
            <numerusform>отмечено %n</numerusform>
        </translation>
    </message>
    <message>
        <source>As hh.ru orders</source>
        <translation>Как у hh.ru</translation>
    </message>
    <message>
        <source>Choose a vacancy</source>
        <translation>Выберите вакансию</translation>
    </message>
    <message>
        <source>Every new response of all vacancies was looked at.</source>
        <translation>Все новые отклики по всем вакансиям просмотрены.</translation>
    </message>
    <message>
        <source>Its lists with their counters open under it.</source>
        <translation>Под ней откроются её списки со счётчиками.</translation>
    </message>
    <message>
        <source>No active vacancies</source>
        <translation>Активных вакансий нет</translation>
    </message>
    <message>
        <source>No lists</source>
        <translation>Списков нет</translation>
    </message>
    <message>
        <source>Nobody here</source>
        <translation>Здесь никого</translation>
    </message>
    <message>
        <source>Open while moving: off. Switch it on, and J and K mark as read: the candidate sees it</source>
        <translation>Открывать при переходе: выключено. Если включить, J и K отметят отклик прочитанным: соискатель это увидит</translation>
    </message>
    <message>
        <source>Open while moving: on. J and K mark as read, and the candidate sees it</source>
        <translation>Открывать при переходе: включено. J и K отмечают отклик прочитанным, и соискатель это видит</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Порядок</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Обновить</translation>
    </message>
    <message>
        <source>Responses to the vacancies that you publish on hh.ru appear here.</source>
        <translation>Здесь появятся отклики на вакансии, которые вы опубликуете на hh.ru.</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>Отклики</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message numerus="yes">
        <source>hh.ru does not show %n more response(s)</source>
        <translation>
            <numerusform>hh.ru не показывает ещё %n отклик</numerusform>
            <numerusform>hh.ru не показывает ещё %n отклика</numerusform>
            <numerusform>hh.ru не показывает ещё %n откликов</numerusform>
        </translation>
    </message>
    <message>
        <source>hh.ru has no list of responses to this vacancy.</source>
        <translation>На hh.ru у этой вакансии нет списков откликов.</translation>
    </message>
    <message>
        <source>hh.ru lists nobody at this stage of the vacancy.</source>
        <translation>На этом этапе вакансии у hh.ru никого нет.</translation>
    </message>
    <message>
        <source>updated {when}</source>
        <translation>обновлено {when}</translation>
    </message>
</context>
<context>
    <name>ResponseLists</name>
    <message>
        <source>All new responses</source>
        <translation>Все новые отклики</translation>
    </message>
</context>
<context>
    <name>ResponseReader</name>
    <message>
        <source>Chat</source>
        <translation>Чат</translation>
    </message>
    <message>
        <source>Reading from hh.ru…</source>
        <translation>Читаем с hh.ru…</translation>
    </message>
    <message>
        <source>The conversation could not be read.</source>
        <translation>Переписку не удалось прочитать.</translation>
    </message>
    <message>
        <source>Resume withdrawn by the candidate</source>
        <translation>Резюме скрыто кандидатом</translation>
    </message>
    <message>
        <source>hh.ru shows nothing more of it. What you decided and wrote stays in the outbox.</source>
        <translation>hh.ru больше ничего не показывает. Что вы решили и написали, осталось в исходящих.</translation>
    </message>
</context>
<context>
    <name>Responses</name>
    <message numerus="yes">
        <source>%n d</source>
        <comment>days left, short</comment>
        <translation>
            <numerusform>%n дн.</numerusform>
            <numerusform>%n дн.</numerusform>
            <numerusform>%n дн.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n сообщение</numerusform>
            <numerusform>%n сообщения</numerusform>
            <numerusform>%n сообщений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more day(s)</source>
        <translation>
            <numerusform>ещё %n день</numerusform>
            <numerusform>ещё %n дня</numerusform>
            <numerusform>ещё %n дней</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n новый</numerusform>
            <numerusform>%n новых</numerusform>
            <numerusform>%n новых</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n response(s)</source>
        <translation>
            <numerusform>%n отклик</numerusform>
            <numerusform>%n отклика</numerusform>
            <numerusform>%n откликов</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume withdrawn by the candidate</source>
        <translation>Резюме скрыто кандидатом</translation>
    </message>
    <message>
        <source>This row could not be read</source>
        <translation>Эту строку не удалось прочитать</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>автоотклик</translation>
    </message>
    <message>
        <source>call</source>
        <translation>звонок</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>чат</translation>
    </message>
    <message>
        <source>hh.ru sent incomplete data. The rest of the list is whole.</source>
        <translation>hh.ru прислал неполные данные. Остальной список цел.</translation>
    </message>
    <message>
        <source>hh.ru shows nothing more of it</source>
        <translation>hh.ru больше ничего не показывает</translation>
    </message>
    <message>
        <source>invited by hh.ru</source>
        <translation>автоприглашение</translation>
    </message>
    <message>
        <source>letter not read yet</source>
        <translation>письмо не открыто</translation>
    </message>
    <message>
        <source>message</source>
        <translation>сообщение</translation>
    </message>
    <message>
        <source>new</source>
        <comment>a response that was not seen</comment>
        <translation>новый</translation>
    </message>
    <message>
        <source>no letter</source>
        <translation>без письма</translation>
    </message>
    <message>
        <source>question before applying</source>
        <translation>вопрос до отклика</translation>
    </message>
    <message>
        <source>question</source>
        <translation>вопрос</translation>
    </message>
    <message>
        <source>test {score}</source>
        <translation>тест {score}</translation>
    </message>
    <message>
        <source>what you wrote and decided is kept</source>
        <translation>что вы решили и написали, у нас осталось</translation>
    </message>
    <message>
        <source>“{letter}”</source>
        <translation>«{letter}»</translation>
    </message>
</context>
<context>
    <name>ResponsesPanes</name>
    <message>
        <source>Choose a vacancy</source>
        <translation>Выберите вакансию</translation>
    </message>
</context>
<context>
    <name>ResponsesSection</name>
    <message>
        <source>All in one queue</source>
        <translation>Все одной очередью</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>Отклики</translation>
    </message>
    <message>
        <source>Vacancies and their lists</source>
        <translation>Вакансии и их списки</translation>
    </message>
    <message>
        <source>Vacancies</source>
        <translation>Вакансии</translation>
    </message>
    <message>
        <source>hh.ru does not offer your rejection here.</source>
        <translation>Вашего отказа hh.ru здесь не предлагает.</translation>
    </message>
</context>
<context>
    <name>ResultList</name>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>отмечен %n</numerusform>
            <numerusform>отмечено %n</numerusform>
            <numerusform>отмечено %n</numerusform>
        </translation>
    </message>
    <message>
        <source>As hh.ru orders</source>
        <translation>В порядке hh.ru</translation>
    </message>
    <message>
        <source>Begin with words and a region. What is found stays here and opens at once tomorrow.</source>
        <translation>Начните со слов и региона. Найденное останется на этом компьютере и откроется завтра сразу.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Found resumes</source>
        <translation>Найденные резюме</translation>
    </message>
    <message>
        <source>Height of rows</source>
        <translation>Высота строк</translation>
    </message>
    <message>
        <source>Nobody was found</source>
        <translation>Никого не нашли</translation>
    </message>
    <message numerus="yes">
        <source>Searching, %n s</source>
        <translation>
            <numerusform>Ищем, %n с</numerusform>
            <numerusform>Ищем, %n с</numerusform>
            <numerusform>Ищем, %n с</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take away one of %n condition(s):</source>
        <translation>
            <numerusform>Уберите %n условие:</numerusform>
            <numerusform>Уберите одно из %n условий:</numerusform>
            <numerusform>Уберите одно из %n условий:</numerusform>
        </translation>
    </message>
    <message>
        <source>To the filters</source>
        <translation>К фильтрам</translation>
    </message>
    <message>
        <source>Whom are we looking for?</source>
        <translation>Кого ищем?</translation>
    </message>
    <message>
        <source>hh.ru shows no more than this.</source>
        <translation>Больше hh.ru не показывает.</translation>
    </message>
    <message>
        <source>hh.ru shows no more than this. Narrow the search to see the others.</source>
        <translation>Больше hh.ru не показывает. Сузьте поиск, чтобы увидеть остальных.</translation>
    </message>
    <message>
        <source>hh.ru shows no resume at all.</source>
        <translation>hh.ru не показывает ни одного резюме.</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Access</source>
        <translation>Доступ</translation>
    </message>
    <message>
        <source>Begin to work</source>
        <translation>Начать работу</translation>
    </message>
    <message>
        <source>Part of the API access is not bought</source>
        <translation>Часть доступа к API не куплена</translation>
    </message>
    <message>
        <source>Prices on hh.ru</source>
        <translation>Цены на hh.ru</translation>
    </message>
    <message>
        <source>Resume views today</source>
        <translation>Просмотры резюме сегодня</translation>
    </message>
    <message>
        <source>What is not bought stays closed, all else works. Whoever pays hh.ru can add it.</source>
        <translation>Что не куплено, останется закрытым, остальное работает. Добавить может тот, кто платит за hh.ru.</translation>
    </message>
    <message>
        <source>You are in</source>
        <translation>Вы вошли</translation>
    </message>
    <message>
        <source>hh.ru did not say; it shows itself in work</source>
        <translation>hh.ru не сказал, выяснится в работе</translation>
    </message>
    <message>
        <source>in your contract</source>
        <translation>есть в договоре</translation>
    </message>
    <message>
        <source>not bought</source>
        <translation>не куплено</translation>
    </message>
    <message>
        <source>{left} left</source>
        <translation>осталось {left}</translation>
    </message>
    <message>
        <source>{left} of {limit} left</source>
        <translation>осталось {left} из {limit}</translation>
    </message>
</context>
<context>
    <name>Resume</name>
    <message numerus="yes">
        <source>%n mo.</source>
        <comment>length of stay</comment>
        <translation>
            <numerusform>%n мес.</numerusform>
            <numerusform>%n мес.</numerusform>
            <numerusform>%n мес.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <comment>length of stay</comment>
        <translation>
            <numerusform>%n месяц</numerusform>
            <numerusform>%n месяца</numerusform>
            <numerusform>%n месяцев</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n y.</source>
        <comment>length of stay</comment>
        <translation>
            <numerusform>%n г.</numerusform>
            <numerusform>%n г.</numerusform>
            <numerusform>%n л.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation>
            <numerusform>%n год</numerusform>
            <numerusform>%n года</numerusform>
            <numerusform>%n лет</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <comment>length of stay</comment>
        <translation>
            <numerusform>%n год</numerusform>
            <numerusform>%n года</numerusform>
            <numerusform>%n лет</numerusform>
        </translation>
    </message>
    <message>
        <source>A part of the contacts is hidden</source>
        <translation>Часть контактов скрыта</translation>
    </message>
    <message>
        <source>About</source>
        <translation>О себе</translation>
    </message>
    <message>
        <source>Already in your vacancy “{vacancy}”: {stage}</source>
        <translation>Уже в вашей вакансии «{vacancy}»: {stage}</translation>
    </message>
    <message>
        <source>Business trips</source>
        <translation>Командировки</translation>
    </message>
    <message>
        <source>Buy on the site</source>
        <translation>Купить на сайте</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>Автомобиль</translation>
    </message>
    <message>
        <source>Citizenship</source>
        <translation>Гражданство</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Условия</translation>
    </message>
    <message>
        <source>Contacts are not in your contract</source>
        <translation>Контактов нет в договоре</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Скопировать</translation>
    </message>
    <message>
        <source>Driver&apos;s licence</source>
        <translation>Водительские права</translation>
    </message>
    <message>
        <source>E-mail hidden: the contact is spent, the phone comes alone.</source>
        <translation>Почта скрыта: контакт спишется, будет только телефон.</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>Образование</translation>
    </message>
    <message>
        <source>Employment</source>
        <translation>Занятость</translation>
    </message>
    <message>
        <source>History H</source>
        <translation>История H</translation>
    </message>
    <message>
        <source>Key skills</source>
        <translation>Ключевые навыки</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Языки</translation>
    </message>
    <message>
        <source>Moving</source>
        <translation>Переезд</translation>
    </message>
    <message>
        <source>No bought service opens these contacts.</source>
        <translation>Ни одна купленная услуга не открывает эти контакты.</translation>
    </message>
    <message>
        <source>No file is kept yet. What is downloaded stays here and opens offline.</source>
        <translation>Файлов пока нет. Скачанное останется здесь и откроется без сети.</translation>
    </message>
    <message>
        <source>Open anyway</source>
        <translation>Всё равно открыть</translation>
    </message>
    <message>
        <source>Open the resume</source>
        <translation>Открыть резюме</translation>
    </message>
    <message>
        <source>Phone hidden: the contact is spent, the e-mail comes alone.</source>
        <translation>Телефон скрыт: контакт спишется, будет только почта.</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Фото</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>Портфолио</translation>
    </message>
    <message>
        <source>Professional roles</source>
        <translation>Профессиональные роли</translation>
    </message>
    <message>
        <source>Read again from hh.ru. {price} This copy: {age}.</source>
        <translation>Прочитать с hh.ru заново. {price} Эта копия: {age}.</translation>
    </message>
    <message>
        <source>Recommendations</source>
        <translation>Рекомендации</translation>
    </message>
    <message>
        <source>Resume without a title</source>
        <translation>Резюме без названия</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>График</translation>
    </message>
    <message numerus="yes">
        <source>Show %n earlier job(s)</source>
        <translation>
            <numerusform>Показать ещё %n место работы</numerusform>
            <numerusform>Показать ещё %n места работы</numerusform>
            <numerusform>Показать ещё %n мест работы</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all, %Ln character(s)</source>
        <translation>
            <numerusform>Показать всё, %Ln знак</numerusform>
            <numerusform>Показать всё, %Ln знака</numerusform>
            <numerusform>Показать всё, %Ln знаков</numerusform>
        </translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Сайты</translation>
    </message>
    <message>
        <source>The contact is spent, but no phone and no e-mail will come.</source>
        <translation>Контакт спишется, но телефонов и почты не будет.</translation>
    </message>
    <message>
        <source>The person hid: {fields}.</source>
        <translation>Человек скрыл {fields}.</translation>
    </message>
    <message>
        <source>This row could not be read</source>
        <translation>Эту строку не удалось прочитать</translation>
    </message>
    <message>
        <source>Way to work</source>
        <translation>Дорога до работы</translation>
    </message>
    <message>
        <source>Whole text</source>
        <translation>Весь текст</translation>
    </message>
    <message>
        <source>Will be shown: {fields}.</source>
        <translation>Будут: {fields}.</translation>
    </message>
    <message>
        <source>Work format</source>
        <translation>Формат работы</translation>
    </message>
    <message>
        <source>Work permit</source>
        <translation>Разрешение на работу</translation>
    </message>
    <message>
        <source>You know this person: applied on {day}</source>
        <translation>Вы знакомы: отклик {day}</translation>
    </message>
    <message>
        <source>You know this person: applied with another resume on {day}</source>
        <translation>Вы знакомы: отклик с другим резюме {day}</translation>
    </message>
    <message>
        <source>You know this person: first met on {day}.</source>
        <translation>Вы знакомы: впервые встретились {day}.</translation>
    </message>
    <message>
        <source>contacts of this resume are closed</source>
        <translation>контакты этого резюме закрыты</translation>
    </message>
    <message>
        <source>contacts open</source>
        <translation>контакты открыты</translation>
    </message>
    <message>
        <source>e-mail</source>
        <comment>will be shown</comment>
        <translation>почта</translation>
    </message>
    <message>
        <source>education: {level}</source>
        <translation>образование: {level}</translation>
    </message>
    <message numerus="yes">
        <source>exp. %n month(s)</source>
        <translation>
            <numerusform>опыт %n месяц</numerusform>
            <numerusform>опыт %n месяца</numerusform>
            <numerusform>опыт %n месяцев</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>exp. %n year(s)</source>
        <translation>
            <numerusform>опыт %n год</numerusform>
            <numerusform>опыт %n года</numerusform>
            <numerusform>опыт %n лет</numerusform>
        </translation>
    </message>
    <message>
        <source>hh.ru offers: {services}.</source>
        <translation>hh.ru предлагает: {services}.</translation>
    </message>
    <message>
        <source>hh.ru sent incomplete data. The rest of the list is whole.</source>
        <translation>hh.ru прислал неполные данные. Остальной список цел.</translation>
    </message>
    <message>
        <source>hh.ru shows no phone and no e-mail of this person.</source>
        <translation>hh.ru не показывает ни телефона, ни почты этого человека.</translation>
    </message>
    <message>
        <source>invited</source>
        <translation>приглашение</translation>
    </message>
    <message>
        <source>jobs are hidden</source>
        <translation>места работы скрыты</translation>
    </message>
    <message>
        <source>known since {month}</source>
        <translation>знакомы с {month}</translation>
    </message>
    <message>
        <source>last job is not named</source>
        <translation>место работы не указано</translation>
    </message>
    <message>
        <source>metro {station}</source>
        <translation>м. {station}</translation>
    </message>
    <message>
        <source>name</source>
        <comment>will be shown</comment>
        <translation>имя</translation>
    </message>
    <message>
        <source>net</source>
        <translation>на руки</translation>
    </message>
    <message>
        <source>new</source>
        <comment>a row that was not read</comment>
        <translation>новое</translation>
    </message>
    <message>
        <source>no experience</source>
        <translation>без опыта</translation>
    </message>
    <message>
        <source>no salary named</source>
        <translation>без зарплаты</translation>
    </message>
    <message>
        <source>now</source>
        <comment>end of a job that goes on</comment>
        <translation>сейчас</translation>
    </message>
    <message>
        <source>Contacts are open till {day}</source>
        <translation>Контакты открыты до {day}</translation>
    </message>
    <message>
        <source>Only in hh.ru&apos;s chat</source>
        <translation>Только в чате hh.ru</translation>
    </message>
    <message>
        <source>Open, but no contact is shown</source>
        <translation>Открыто, но контактов не видно</translation>
    </message>
    <message>
        <source>Open, but the resume names no contact</source>
        <translation>Открыто, но контактов в резюме нет</translation>
    </message>
    <message>
        <source>own car</source>
        <translation>есть автомобиль</translation>
    </message>
    <message>
        <source>phone</source>
        <comment>will be shown</comment>
        <translation>телефон</translation>
    </message>
    <message>
        <source>preferred</source>
        <translation>предпочитает</translation>
    </message>
    <message>
        <source>stage “{stage}”</source>
        <translation>этап «{stage}»</translation>
    </message>
    <message>
        <source>updated {when}</source>
        <translation>обновлено {when}</translation>
    </message>
    <message>
        <source>updated</source>
        <comment>since it was read</comment>
        <translation>обновлено</translation>
    </message>
    <message>
        <source>with contacts</source>
        <translation>с контактами</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>снято с публикации</translation>
    </message>
    <message>
        <source>withdrawn, our copy is shown</source>
        <translation>снято с публикации, показана наша копия</translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <comment>the end of a list</comment>
        <translation>{names} и {last}</translation>
    </message>
    <message>
        <source>→ invitation</source>
        <comment>it waits to be sent</comment>
        <translation>→ приглашение</translation>
    </message>
</context>
<context>
    <name>ResumeReader</name>
    <message>
        <source>Contacts</source>
        <translation>Контакты</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Пригласить</translation>
    </message>
    <message>
        <source>Not read here yet: without a connection it cannot be.</source>
        <translation>Это резюме ещё не читали, а без связи его нет.</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Parts of the resume</source>
        <translation>Части резюме</translation>
    </message>
    <message>
        <source>Reading from hh.ru…</source>
        <translation>Читаем с hh.ru…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Резюме</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Сохранить…</translation>
    </message>
    <message>
        <source>Somebody else is shown now: go back to repeat it</source>
        <translation>Сейчас открыт другой человек: вернитесь, чтобы повторить</translation>
    </message>
</context>
<context>
    <name>RunningItem</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Ход работы</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>{text}: {done} of {total}</source>
        <translation>{text}: {done} из {total}</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message numerus="yes">
        <source>%Ln resume(s)</source>
        <translation>
            <numerusform>%Ln резюме</numerusform>
            <numerusform>%Ln резюме</numerusform>
            <numerusform>%Ln резюме</numerusform>
        </translation>
    </message>
    <message>
        <source>Age</source>
        <comment>column</comment>
        <translation>Возраст</translation>
    </message>
    <message>
        <source>City</source>
        <comment>column</comment>
        <translation>Город</translation>
    </message>
    <message>
        <source>Conditions of the search</source>
        <translation>Условия поиска</translation>
    </message>
    <message>
        <source>Experience</source>
        <comment>column</comment>
        <translation>Опыт</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Фильтры</translation>
    </message>
    <message>
        <source>Find a role</source>
        <translation>Найти роль</translation>
    </message>
    <message>
        <source>How the words combine</source>
        <translation>Как сочетаются слова</translation>
    </message>
    <message>
        <source>Last job</source>
        <comment>column</comment>
        <translation>Последняя работа</translation>
    </message>
    <message>
        <source>Marks</source>
        <comment>column</comment>
        <translation>Пометки</translation>
    </message>
    <message>
        <source>Position</source>
        <comment>column</comment>
        <translation>Должность</translation>
    </message>
    <message>
        <source>Position, skill, company</source>
        <translation>Должность, навык, компания</translation>
    </message>
    <message>
        <source>Professional roles</source>
        <translation>Профессиональные роли</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Обновить</translation>
    </message>
    <message>
        <source>Salary</source>
        <comment>column</comment>
        <translation>Зарплата</translation>
    </message>
    <message>
        <source>Updated</source>
        <comment>column</comment>
        <translation>Обновлено</translation>
    </message>
    <message>
        <source>When it was</source>
        <translation>Когда это было</translation>
    </message>
    <message>
        <source>Where to look for the words</source>
        <translation>Где искать слова</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Слова</translation>
    </message>
    <message>
        <source>and who will move</source>
        <translation>и кто переедет</translation>
    </message>
    <message>
        <source>and without age</source>
        <translation>и без возраста</translation>
    </message>
    <message>
        <source>and without gender</source>
        <translation>и без пола</translation>
    </message>
    <message>
        <source>and without salary</source>
        <translation>и без зарплаты</translation>
    </message>
    <message>
        <source>any: {words}</source>
        <translation>любое: {words}</translation>
    </message>
    <message>
        <source>driver&apos;s licence {kinds}</source>
        <translation>права {kinds}</translation>
    </message>
    <message>
        <source>experience {years}</source>
        <translation>опыт {years}</translation>
    </message>
    <message>
        <source>fit for vacancy {id}</source>
        <translation>под вакансию {id}</translation>
    </message>
    <message>
        <source>from {value}</source>
        <translation>от {value}</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <comment>how fresh a resume is</comment>
        <translation>
            <numerusform>за %n день</numerusform>
            <numerusform>за %n дня</numerusform>
            <numerusform>за %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <comment>segment of experience</comment>
        <translation>нет</translation>
    </message>
    <message>
        <source>only who applied to us</source>
        <translation>только откликавшиеся к нам</translation>
    </message>
    <message>
        <source>up to {value}</source>
        <translation>до {value}</translation>
    </message>
    <message>
        <source>years</source>
        <comment>unit of age</comment>
        <translation>лет</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Find…</source>
        <translation>Найти…</translation>
    </message>
    <message>
        <source>Person, vacancy or command</source>
        <translation>Человек, вакансия или команда</translation>
    </message>
    <message>
        <source>Person, vacancy…</source>
        <translation>Человек, вакансия…</translation>
    </message>
</context>
<context>
    <name>SearchSection</name>
    <message>
        <source>No more than the name of this person is kept here</source>
        <translation>Об этом человеке здесь сохранено только имя</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>To the list</source>
        <translation>К списку</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>A colleague moved this person</source>
        <translation>Этап уже сменил коллега</translation>
    </message>
    <message>
        <source>A newer hhdesk wrote this file</source>
        <translation>Этот файл записан более новым hhdesk</translation>
    </message>
    <message>
        <source>Access was not given</source>
        <translation>Доступ не дан</translation>
    </message>
    <message>
        <source>An invitation comes first</source>
        <translation>Сначала нужно приглашение</translation>
    </message>
    <message>
        <source>Another program holds hhdesk&apos;s file</source>
        <translation>Файл hhdesk занят другой программой</translation>
    </message>
    <message>
        <source>Another program holds it, and hh.ru brings you back only there. Close that program or change the port.</source>
        <translation>Его держит другая программа, а hh.ru возвращает только туда. Закройте её или смените порт.</translation>
    </message>
    <message>
        <source>Another window works with this profile. Switch to it, or start with another profile.</source>
        <translation>С этим профилем уже работает другое окно. Перейдите в него или начните с другим профилем.</translation>
    </message>
    <message>
        <source>Bought services are used up</source>
        <translation>Купленные услуги кончились</translation>
    </message>
    <message>
        <source>Change port</source>
        <translation>Сменить порт</translation>
    </message>
    <message>
        <source>Check the keys</source>
        <translation>Проверить ключи</translation>
    </message>
    <message>
        <source>Checking whether it was sent. Do not resend.</source>
        <translation>Проверяем, ушло ли письмо. Не отправляйте снова.</translation>
    </message>
    <message>
        <source>Choose account</source>
        <translation>Выбрать запись</translation>
    </message>
    <message>
        <source>Choose another address</source>
        <translation>Выбрать другой адрес</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Выбрать другую папку</translation>
    </message>
    <message>
        <source>Client ID or Client Secret differs from those on dev.hh.ru. Compare and enter them again.</source>
        <translation>Client ID или Client Secret не такие, как на dev.hh.ru. Сверьте и введите снова.</translation>
    </message>
    <message>
        <source>Close hhdesk</source>
        <translation>Закрыть hhdesk</translation>
    </message>
    <message>
        <source>Copy request code</source>
        <translation>Скопировать код запроса</translation>
    </message>
    <message>
        <source>Do the check</source>
        <translation>Пройти проверку</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Править</translation>
    </message>
    <message>
        <source>Enough letters in a row</source>
        <translation>Писем подряд достаточно</translation>
    </message>
    <message>
        <source>Enter recovery key</source>
        <translation>Ввести ключ восстановления</translation>
    </message>
    <message>
        <source>It can be handed to somebody else only. Choose a colleague.</source>
        <translation>Передать можно только другому человеку. Выберите коллегу.</translation>
    </message>
    <message>
        <source>It can be taken back only while it waits. See it in the outbox.</source>
        <translation>Вернуть можно, только пока действие ждёт. Посмотрите его в исходящих.</translation>
    </message>
    <message>
        <source>It did not get through</source>
        <translation>До hh.ru не дошло</translation>
    </message>
    <message>
        <source>It is kept, not deleted. What is on hh.ru is whole. Set the file aside and start anew.</source>
        <translation>Он сохранён, не удалён. На hh.ru всё цело. Отложите файл и начните заново.</translation>
    </message>
    <message>
        <source>It is on its way already</source>
        <translation>Уже отправляется</translation>
    </message>
    <message>
        <source>It looks like another of yours. Nothing was published. Confirm or change it.</source>
        <translation>Она похожа на другую вашу. Ничего не опубликовано. Подтвердите или измените её.</translation>
    </message>
    <message>
        <source>It may be a backup, a virus check, or a program for databases. Close it there and try again.</source>
        <translation>Это может быть резервное копирование, антивирус или программа для баз данных. Закройте файл в ней и повторите.</translation>
    </message>
    <message>
        <source>It opens after. Do the check.</source>
        <translation>Откроется после. Пройдите проверку.</translation>
    </message>
    <message>
        <source>It passes by itself. Try again in a moment.</source>
        <translation>Это пройдёт само. Повторите через минуту.</translation>
    </message>
    <message>
        <source>It stays inside hhdesk. Choose another folder.</source>
        <translation>Файл останется внутри hhdesk. Выберите другую папку.</translation>
    </message>
    <message>
        <source>It stumbled over “{value}”. Nothing was changed. Send us the request code.</source>
        <translation>Запрос споткнулся о «{value}». Ничего не изменено. Пришлите нам код запроса.</translation>
    </message>
    <message>
        <source>It takes seconds. Try again.</source>
        <translation>Нужно несколько секунд. Повторите.</translation>
    </message>
    <message>
        <source>It was deleted or closed to your account. Our copy, if there is one, stays.</source>
        <translation>Его удалили или закрыли от вашей записи. Наша копия, если она есть, остаётся.</translation>
    </message>
    <message>
        <source>It was not accepted, for safety. Close old tabs of hh.ru and sign in again.</source>
        <translation>Для безопасности он не принят. Закройте старые вкладки hh.ru и войдите снова.</translation>
    </message>
    <message>
        <source>It was not sent, the text is saved. Put it in other words.</source>
        <translation>Письмо не ушло, текст сохранён. Скажите другими словами.</translation>
    </message>
    <message>
        <source>It was not sent. Write the letter.</source>
        <translation>Ничего не ушло. Напишите письмо.</translation>
    </message>
    <message>
        <source>Its reason: {reason}.</source>
        <translation>Причина: {reason}.</translation>
    </message>
    <message>
        <source>Keys stay in memory: at the next start you sign in again.</source>
        <translation>Ключи остаются в памяти: при следующем запуске войдите снова.</translation>
    </message>
    <message>
        <source>Letters are switched off in this vacancy</source>
        <translation>В этой вакансии письма выключены</translation>
    </message>
    <message>
        <source>Letters wait. Settle it on the site: hh.ru says there what is missing.</source>
        <translation>Письма подождут. Уладьте это на сайте: там hh.ru говорит, чего не хватает.</translation>
    </message>
    <message>
        <source>More tomorrow. Found people stay here. Work on responses.</source>
        <translation>Новые завтра. Найденные люди остаются здесь. Разбирайте отклики.</translation>
    </message>
    <message>
        <source>More tomorrow. Work on responses.</source>
        <translation>Новые завтра. Разбирайте отклики.</translation>
    </message>
    <message>
        <source>No bought service opens these contacts</source>
        <translation>Ни одна купленная услуга не открывает эти контакты</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Нет связи</translation>
    </message>
    <message>
        <source>Nobody came back from the browser</source>
        <translation>Из браузера никто не вернулся</translation>
    </message>
    <message>
        <source>Nobody writes in this chat any more</source>
        <translation>В этом чате больше никто не пишет</translation>
    </message>
    <message>
        <source>Nothing has changed on this screen. Try again.</source>
        <translation>На этом экране ничего не изменилось. Повторите.</translation>
    </message>
    <message>
        <source>Nothing is broken. Try again in five minutes.</source>
        <translation>Ничего не сломано. Повторите через пять минут.</translation>
    </message>
    <message>
        <source>Nothing was changed. Look at Caps Lock and the keyboard layout, and enter it again.</source>
        <translation>Ничего не изменилось. Проверьте Caps Lock и раскладку и введите её снова.</translation>
    </message>
    <message>
        <source>Nothing was saved. Download again.</source>
        <translation>Ничего не сохранено. Скачайте снова.</translation>
    </message>
    <message>
        <source>Nothing was sent and nothing spent. Buy more on the site.</source>
        <translation>Ничего не ушло и не списано. Купите ещё на сайте.</translation>
    </message>
    <message>
        <source>Nothing was sent. Choose another vacancy.</source>
        <translation>Ничего не ушло. Выберите другую вакансию.</translation>
    </message>
    <message>
        <source>Nothing was spent. Buy access on the site.</source>
        <translation>Ничего не списано. Купите доступ на сайте.</translation>
    </message>
    <message>
        <source>On hh.ru&apos;s page “no” was chosen. Without it hhdesk cannot work with your account. Sign in again.</source>
        <translation>На странице hh.ru выбрали «нет». Без доступа hhdesk не может работать с вашей записью. Войдите снова.</translation>
    </message>
    <message>
        <source>Open hh.ru</source>
        <translation>Открыть hh.ru</translation>
    </message>
    <message>
        <source>Open history</source>
        <translation>Открыть историю</translation>
    </message>
    <message>
        <source>Open outbox</source>
        <translation>Открыть исходящие</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Outbox is paused, nothing lost. Sign in.</source>
        <translation>Исходящие на паузе, всё цело. Войдите.</translation>
    </message>
    <message>
        <source>Port {port} is taken</source>
        <translation>Порт {port} занят</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Resumes and letters here are locked</source>
        <translation>Резюме и письма здесь под замком</translation>
    </message>
    <message numerus="yes">
        <source>Retrying in %n min.</source>
        <translation>
            <numerusform>Повторим через %n мин.</numerusform>
            <numerusform>Повторим через %n мин.</numerusform>
            <numerusform>Повторим через %n мин.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retrying in %n s.</source>
        <translation>
            <numerusform>Повторим через %n с.</numerusform>
            <numerusform>Повторим через %n с.</numerusform>
            <numerusform>Повторим через %n с.</numerusform>
        </translation>
    </message>
    <message>
        <source>Searches are used up for today</source>
        <translation>Поиски на сегодня кончились</translation>
    </message>
    <message>
        <source>See the response</source>
        <translation>Посмотреть отклик</translation>
    </message>
    <message>
        <source>Send without address</source>
        <translation>Отправить без адреса</translation>
    </message>
    <message>
        <source>Session expired</source>
        <translation>Вход истёк</translation>
    </message>
    <message>
        <source>Set the file aside</source>
        <translation>Отложить файл</translation>
    </message>
    <message>
        <source>Showing saved data; letters wait.</source>
        <translation>Показано сохранённое, письма подождут.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Войти</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Что-то пошло не так</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Остановлено</translation>
    </message>
    <message>
        <source>The act was not sent. See the new stage.</source>
        <translation>Действие не ушло. Посмотрите новый этап.</translation>
    </message>
    <message>
        <source>The address is gone</source>
        <translation>Адреса больше нет</translation>
    </message>
    <message>
        <source>The administrator gives it to each manager. Nothing was spent. Ask for it.</source>
        <translation>Его даёт администратор каждому менеджеру. Ничего не списано. Попросите его.</translation>
    </message>
    <message>
        <source>The administrator sets how many each manager may open. Nothing was spent. Ask for more.</source>
        <translation>Сколько открывает каждый менеджер, решает администратор. Ничего не списано. Попросите больше.</translation>
    </message>
    <message>
        <source>The answer came from another sign-in</source>
        <translation>Ответ пришёл от другого входа</translation>
    </message>
    <message>
        <source>The answer is too large</source>
        <translation>Ответ слишком велик</translation>
    </message>
    <message>
        <source>The answer was lost</source>
        <translation>Ответ потерян</translation>
    </message>
    <message>
        <source>The answer was lost; we read the state again, and hh.ru did nothing. Repeat it.</source>
        <translation>Ответ был потерян; мы прочитали состояние заново, hh.ru ничего не сделал. Повторите.</translation>
    </message>
    <message>
        <source>The chosen manager account is gone</source>
        <translation>Выбранной записи менеджера больше нет</translation>
    </message>
    <message>
        <source>The colleague could not be changed</source>
        <translation>Коллегу сменить не удалось</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Диск полон</translation>
    </message>
    <message>
        <source>The file could not be kept</source>
        <translation>Файл сохранить не удалось</translation>
    </message>
    <message>
        <source>The file did not arrive whole</source>
        <translation>Файл пришёл не целиком</translation>
    </message>
    <message>
        <source>The file is not a PDF</source>
        <translation>Файл не PDF</translation>
    </message>
    <message>
        <source>The file is too large</source>
        <translation>Файл слишком велик</translation>
    </message>
    <message>
        <source>The invitation was not sent, nothing was spent. Open the response.</source>
        <translation>Приглашение не ушло, ничего не списано. Откройте отклик.</translation>
    </message>
    <message>
        <source>The invitation was not sent. Choose another.</source>
        <translation>Приглашение не ушло. Выберите другой.</translation>
    </message>
    <message>
        <source>The key of hhdesk&apos;s file is gone</source>
        <translation>Ключа от файла hhdesk больше нет</translation>
    </message>
    <message>
        <source>hh.ru&apos;s answer is shown, but not saved</source>
        <translation>Ответ hh.ru показан, но не сохранён</translation>
    </message>
    <message>
        <source>hhdesk&apos;s file takes nothing: free some space on the disk. Nothing is lost until hhdesk closes.</source>
        <translation>Файл hhdesk сейчас ничего не принимает: освободите место на диске. Пока hhdesk открыт, ничего не пропадёт.</translation>
    </message>
    <message>
        <source>The last act was not kept and not sent. Free some space and repeat.</source>
        <translation>Последнее действие не сохранено и не ушло. Освободите место и повторите.</translation>
    </message>
    <message>
        <source>The letter is too long</source>
        <translation>Письмо слишком длинное</translation>
    </message>
    <message>
        <source>The letter was not sent, the text is saved. Put it in other words.</source>
        <translation>Письмо не ушло, текст сохранён. Скажите другими словами.</translation>
    </message>
    <message>
        <source>The limit of letters is reached</source>
        <translation>Писем больше нельзя</translation>
    </message>
    <message>
        <source>The list is unchanged. {wait}</source>
        <translation>Список прежний. {wait}</translation>
    </message>
    <message>
        <source>The mail address is missing, or hh.ru does not take it. Enter one that is read.</source>
        <translation>Почтового адреса нет, или hh.ru его не принимает. Введите тот, который читают.</translation>
    </message>
    <message>
        <source>The message is empty</source>
        <translation>Сообщение пустое</translation>
    </message>
    <message>
        <source>The message is there already</source>
        <translation>Сообщение уже там</translation>
    </message>
    <message>
        <source>The person or your access does not allow it. Read it here.</source>
        <translation>Так решил человек, или это не входит в ваш доступ. Читайте резюме здесь.</translation>
    </message>
    <message>
        <source>The redirect address is not the registered one</source>
        <translation>Адрес перенаправления не тот, что в заявке</translation>
    </message>
    <message>
        <source>The resume is hidden</source>
        <translation>Человек скрыл резюме</translation>
    </message>
    <message>
        <source>The session is still good</source>
        <translation>Вход ещё действует</translation>
    </message>
    <message>
        <source>The sign-in did not work out</source>
        <translation>Войти не удалось</translation>
    </message>
    <message>
        <source>The sign-in took too long</source>
        <translation>Вход занял слишком много времени</translation>
    </message>
    <message>
        <source>The sign-in was revoked. Outbox is paused, nothing lost. Sign in.</source>
        <translation>Вход отозван. Исходящие на паузе, всё цело. Войдите.</translation>
    </message>
    <message>
        <source>The system key store does not have it. Enter the recovery key you saved, or set the file aside.</source>
        <translation>В системном хранилище его нет. Введите сохранённый ключ восстановления или отложите файл.</translation>
    </message>
    <message>
        <source>The system key store is locked</source>
        <translation>Системное хранилище ключей заперто</translation>
    </message>
    <message>
        <source>The text can be sent without the file. Try the file later.</source>
        <translation>Текст можно отправить и без файла. Файл попробуйте позже.</translation>
    </message>
    <message>
        <source>The text is kept. Switch them on in the vacancy on hh.ru.</source>
        <translation>Текст сохранён. Включите письма в вакансии на hh.ru.</translation>
    </message>
    <message>
        <source>The vacancy cannot be changed like this</source>
        <translation>Так изменить вакансию нельзя</translation>
    </message>
    <message>
        <source>The vacancy is in the archive</source>
        <translation>Вакансия в архиве</translation>
    </message>
    <message>
        <source>There are too many drafts</source>
        <translation>Слишком много черновиков</translation>
    </message>
    <message>
        <source>There is no system key store here</source>
        <translation>Системного хранилища ключей здесь нет</translation>
    </message>
    <message>
        <source>There is no system key store here. Enter the passphrase you chose to open them.</source>
        <translation>Системного хранилища ключей здесь нет. Введите фразу, которую вы выбрали.</translation>
    </message>
    <message>
        <source>This account is not an employer&apos;s</source>
        <translation>Это запись не работодателя</translation>
    </message>
    <message>
        <source>This account may not be used here</source>
        <translation>Этой записью здесь пользоваться нельзя</translation>
    </message>
    <message>
        <source>This conversation is full</source>
        <translation>Переписка заполнена</translation>
    </message>
    <message>
        <source>This folder does not take the file</source>
        <translation>Эта папка не принимает файл</translation>
    </message>
    <message>
        <source>This happens after a new password or a sign-in elsewhere. Outbox is paused, nothing lost. Sign in.</source>
        <translation>Так бывает после смены пароля или входа в другом месте. Исходящие на паузе, всё цело. Войдите.</translation>
    </message>
    <message>
        <source>This is not the passphrase</source>
        <translation>Это не та фраза</translation>
    </message>
    <message>
        <source>This is our defect, your data are whole. Send us the request code.</source>
        <translation>Это наш дефект, ваши данные целы. Пришлите нам код запроса.</translation>
    </message>
    <message>
        <source>This person is in this vacancy already</source>
        <translation>Этот человек уже есть в этой вакансии</translation>
    </message>
    <message>
        <source>This search is yours already</source>
        <translation>Такой поиск у вас уже есть</translation>
    </message>
    <message>
        <source>This subscription is there already</source>
        <translation>Такая подписка уже есть</translation>
    </message>
    <message>
        <source>This version cannot read it; nothing was changed. Install the newer one.</source>
        <translation>Эта версия его не прочтёт; ничего не изменено. Установите более новую.</translation>
    </message>
    <message>
        <source>Too much was asked in a row. {wait}</source>
        <translation>Подряд слишком много запросов. {wait}</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Повторите через минуту.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Until then this stays closed. Letters wait. hh.ru writes when it is done.</source>
        <translation>До тех пор это закрыто. Письма подождут. hh.ru напишет, когда закончит.</translation>
    </message>
    <message>
        <source>Views are used up for today</source>
        <translation>Просмотры на сегодня кончились</translation>
    </message>
    <message>
        <source>We keep our copy. Open history.</source>
        <translation>Осталась наша копия. Откройте историю.</translation>
    </message>
    <message>
        <source>We read the state again: it is as before. Repeat it, or look on hh.ru.</source>
        <translation>Мы прочитали состояние заново: всё как прежде. Повторите или посмотрите на hh.ru.</translation>
    </message>
    <message>
        <source>What is on hh.ru is not touched. Start hhdesk again.</source>
        <translation>То, что на hh.ru, не тронуто. Запустите hhdesk снова.</translation>
    </message>
    <message>
        <source>What is saved can be read. Sign in to see what is new.</source>
        <translation>Сохранённое можно читать. Войдите, чтобы увидеть новое.</translation>
    </message>
    <message>
        <source>What was saved stays in place. Try again, or open it on hh.ru.</source>
        <translation>Сохранённое на месте. Повторите или откройте на hh.ru.</translation>
    </message>
    <message>
        <source>Work on responses</source>
        <translation>Разбирать отклики</translation>
    </message>
    <message>
        <source>You are not signed in</source>
        <translation>Вы не вошли</translation>
    </message>
    <message>
        <source>You have no right to open contacts</source>
        <translation>У вас нет права открывать контакты</translation>
    </message>
    <message>
        <source>You stopped it; nothing was changed.</source>
        <translation>Вы остановили; ничего не изменено.</translation>
    </message>
    <message>
        <source>Your account has no right to it, or it is not yours any more. Ask the company&apos;s administrator.</source>
        <translation>У вашей записи нет на это права, или это больше не ваше. Спросите администратора компании.</translation>
    </message>
    <message>
        <source>Your contract lacks API access to this</source>
        <translation>В договоре нет доступа к этому через API</translation>
    </message>
    <message>
        <source>Your share of contacts is used up</source>
        <translation>Ваша доля контактов кончилась</translation>
    </message>
    <message>
        <source>hh.ru asks for a pause</source>
        <translation>hh.ru просит паузу</translation>
    </message>
    <message>
        <source>hh.ru asks for “{detail}” here</source>
        <translation>hh.ru просит здесь «{detail}»</translation>
    </message>
    <message>
        <source>hh.ru asks to sign in again</source>
        <translation>hh.ru просит войти снова</translation>
    </message>
    <message>
        <source>hh.ru asks whether this vacancy is a new one</source>
        <translation>hh.ru спрашивает, новая ли это вакансия</translation>
    </message>
    <message>
        <source>hh.ru checks you are not a robot</source>
        <translation>hh.ru хочет убедиться, что вы не робот</translation>
    </message>
    <message>
        <source>hh.ru closed it. The text is kept.</source>
        <translation>hh.ru его закрыл. Текст сохранён.</translation>
    </message>
    <message>
        <source>hh.ru compares it letter by letter, port included. Copy ours into the application on dev.hh.ru.</source>
        <translation>hh.ru сравнивает его буква в букву, вместе с портом. Скопируйте наш в заявку на dev.hh.ru.</translation>
    </message>
    <message>
        <source>hh.ru could not do it now</source>
        <translation>hh.ru сейчас не смог</translation>
    </message>
    <message>
        <source>hh.ru did not accept it</source>
        <translation>hh.ru не принял</translation>
    </message>
    <message>
        <source>hh.ru did not renew it by itself. Outbox is paused, nothing lost. Sign in.</source>
        <translation>hh.ru не продлил его сам. Исходящие на паузе, всё цело. Войдите.</translation>
    </message>
    <message>
        <source>hh.ru did not take it, the text is saved. Shorten it.</source>
        <translation>hh.ru не принял письмо, текст сохранён. Сократите его.</translation>
    </message>
    <message>
        <source>hh.ru did not take “{value}”. Nothing was changed. Correct it.</source>
        <translation>hh.ru не принял «{value}». Ничего не изменено. Исправьте.</translation>
    </message>
    <message>
        <source>hh.ru did not understand the request</source>
        <translation>hh.ru не понял запрос</translation>
    </message>
    <message>
        <source>hh.ru does not allow this</source>
        <translation>hh.ru этого не разрешает</translation>
    </message>
    <message>
        <source>hh.ru does not know these keys</source>
        <translation>hh.ru не знает этих ключей</translation>
    </message>
    <message>
        <source>hh.ru does not like the wording</source>
        <translation>hh.ru не нравятся слова письма</translation>
    </message>
    <message>
        <source>hh.ru ended this session</source>
        <translation>hh.ru завершил этот сеанс</translation>
    </message>
    <message>
        <source>hh.ru gave no access. Nothing was changed. Sign in again.</source>
        <translation>hh.ru не дал доступ. Ничего не изменено. Войдите снова.</translation>
    </message>
    <message>
        <source>hh.ru gives no file of this resume</source>
        <translation>hh.ru не даёт файл этого резюме</translation>
    </message>
    <message>
        <source>hh.ru gives this pass once in five minutes</source>
        <translation>hh.ru даёт такой пропуск раз в пять минут</translation>
    </message>
    <message>
        <source>hh.ru got it the first time. Nothing has to be done.</source>
        <translation>hh.ru получил его с первого раза. Делать ничего не нужно.</translation>
    </message>
    <message>
        <source>hh.ru has it no more</source>
        <translation>На hh.ru этого больше нет</translation>
    </message>
    <message>
        <source>hh.ru is checking your company</source>
        <translation>hh.ru проверяет вашу компанию</translation>
    </message>
    <message>
        <source>hh.ru is not answering</source>
        <translation>hh.ru не отвечает</translation>
    </message>
    <message>
        <source>hh.ru is slow to answer</source>
        <translation>hh.ru долго отвечает</translation>
    </message>
    <message>
        <source>hh.ru is still making this chat</source>
        <translation>hh.ru ещё создаёт этот чат</translation>
    </message>
    <message>
        <source>hh.ru keeps no more. Delete some and save again.</source>
        <translation>Больше hh.ru не хранит. Удалите несколько и сохраните снова.</translation>
    </message>
    <message>
        <source>hh.ru keeps the present one. Nothing has to be done.</source>
        <translation>hh.ru оставил прежний. Делать ничего не нужно.</translation>
    </message>
    <message>
        <source>hh.ru knows it no more. Choose another.</source>
        <translation>hh.ru его больше не знает. Выберите другую.</translation>
    </message>
    <message>
        <source>hh.ru locked this account</source>
        <translation>hh.ru заблокировал эту запись</translation>
    </message>
    <message>
        <source>hh.ru said yes, and nothing changed</source>
        <translation>hh.ru ответил «да», но ничего не изменилось</translation>
    </message>
    <message>
        <source>hh.ru sells it apart. Nothing was spent. Buy it on the site or ask whoever pays for hh.ru.</source>
        <translation>hh.ru продаёт это отдельно. Ничего не списано. Купите на сайте или спросите того, кто платит за hh.ru.</translation>
    </message>
    <message>
        <source>hh.ru sends to this address. Nothing has to be done.</source>
        <translation>hh.ru шлёт на этот адрес. Делать ничего не нужно.</translation>
    </message>
    <message>
        <source>hh.ru takes a text or a file. Write something.</source>
        <translation>hh.ru принимает текст или файл. Напишите что-нибудь.</translation>
    </message>
    <message>
        <source>hh.ru takes letters after it. The text is kept. Invite.</source>
        <translation>hh.ru принимает письма после него. Текст сохранён. Пригласите.</translation>
    </message>
    <message>
        <source>hh.ru takes no files now</source>
        <translation>hh.ru сейчас не принимает файлы</translation>
    </message>
    <message>
        <source>hh.ru takes no more messages in it. The text is kept.</source>
        <translation>Больше сообщений в ней hh.ru не принимает. Текст сохранён.</translation>
    </message>
    <message>
        <source>hh.ru takes no more today. The letter is kept. Try tomorrow.</source>
        <translation>Сегодня hh.ru больше не принимает. Письмо сохранено. Попробуйте завтра.</translation>
    </message>
    <message>
        <source>hh.ru took the message for spam</source>
        <translation>hh.ru принял сообщение за спам</translation>
    </message>
    <message>
        <source>hh.ru waits for the candidate&apos;s answer. The text is kept.</source>
        <translation>hh.ru ждёт ответа кандидата. Текст сохранён.</translation>
    </message>
    <message>
        <source>hh.ru wants a letter with this</source>
        <translation>hh.ru хочет к этому письмо</translation>
    </message>
    <message>
        <source>hh.ru wants another contact address</source>
        <translation>hh.ru хочет другой адрес для связи</translation>
    </message>
    <message>
        <source>hh.ru wants another of your manager accounts. Choose it.</source>
        <translation>hh.ru хочет другую вашу запись менеджера. Выберите её.</translation>
    </message>
    <message>
        <source>hh.ru&apos;s answer could not be read</source>
        <translation>Ответ hh.ru не удалось прочитать</translation>
    </message>
    <message>
        <source>hh.ru&apos;s pass was over before it was used. Sign in again.</source>
        <translation>Пропуск hh.ru истёк раньше, чем пригодился. Войдите снова.</translation>
    </message>
    <message>
        <source>hhdesk asked in the wrong way</source>
        <translation>hhdesk спросил неправильно</translation>
    </message>
    <message>
        <source>hhdesk cannot take its keys. Unlock it and try again.</source>
        <translation>hhdesk не может взять свои ключи. Отоприте его и повторите.</translation>
    </message>
    <message>
        <source>hhdesk did not expect this. Nothing was lost. Try again.</source>
        <translation>hhdesk этого не ждал. Ничего не потеряно. Повторите.</translation>
    </message>
    <message>
        <source>hhdesk did not keep it. Open it on hh.ru.</source>
        <translation>hhdesk его не сохранил. Откройте на hh.ru.</translation>
    </message>
    <message>
        <source>hhdesk did not load it, so as not to freeze. Open it on hh.ru.</source>
        <translation>hhdesk не стал его загружать, чтобы не замереть. Откройте на hh.ru.</translation>
    </message>
    <message>
        <source>hhdesk does not know it yet. Nothing was sent. Do it on the site.</source>
        <translation>hhdesk этого пока не знает. Ничего не ушло. Сделайте это на сайте.</translation>
    </message>
    <message>
        <source>hhdesk is open already</source>
        <translation>hhdesk уже открыт</translation>
    </message>
    <message>
        <source>hhdesk stopped waiting. Nothing was changed. Sign in again.</source>
        <translation>hhdesk перестал ждать. Ничего не изменено. Войдите снова.</translation>
    </message>
    <message>
        <source>hhdesk works with a company manager&apos;s account. Sign in with that one.</source>
        <translation>hhdesk работает с записью менеджера компании. Войдите под ней.</translation>
    </message>
    <message>
        <source>hhdesk&apos;s file is damaged</source>
        <translation>Файл hhdesk повреждён</translation>
    </message>
    <message>
        <source>hhdesk&apos;s own file does not answer</source>
        <translation>Файл hhdesk не отвечает</translation>
    </message>
    <message>
        <source>{reason} Nothing was changed. Look at it on hh.ru.</source>
        <translation>{reason} Ничего не изменено. Посмотрите на hh.ru.</translation>
    </message>
    <message>
        <source>{reason} Nothing was spent. Change it or open it on hh.ru.</source>
        <translation>{reason} Ничего не списано. Измените или откройте на hh.ru.</translation>
    </message>
    <message>
        <source>The address is none of hh.ru&apos;s</source>
        <translation>Этот адрес не на hh.ru</translation>
    </message>
    <message>
        <source>hhdesk shows your sign-in to hh.ru alone, so it did not go there. Refresh the list and try again.</source>
        <translation>hhdesk показывает вход только hh.ru и туда не пошёл. Обновите список и попробуйте снова.</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Списки</translation>
    </message>
    <message>
        <source>How much of a person a row shows.</source>
        <translation>Сколько о человеке показывает строка.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Размер шрифта</translation>
    </message>
    <message>
        <source>Keys on buttons</source>
        <translation>Клавиши на кнопках</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Отправка</translation>
    </message>
    <message>
        <source>Take-back window</source>
        <translation>Время на возврат</translation>
    </message>
    <message>
        <source>How long an act waits before it goes out.</source>
        <translation>Пока действие ждёт, его можно вернуть.</translation>
    </message>
    <message>
        <source>The same for your rejection</source>
        <translation>То же для вашего отказа</translation>
    </message>
    <message>
        <source>Then they are forgotten here, once a day. Nothing is deleted on hh.ru.</source>
        <translation>После этого hhdesk забывает их здесь, раз в день. На hh.ru ничего не удаляется.</translation>
    </message>
    <message>
        <source>Your rejection</source>
        <translation>Ваш отказ</translation>
    </message>
    <message>
        <source>The hh.ru act that R does. You choose it at the first use.</source>
        <translation>Действие hh.ru, которое делает R. Вы выбираете его при первом использовании.</translation>
    </message>
    <message>
        <source>Data on this computer</source>
        <translation>Данные на этом компьютере</translation>
    </message>
    <message>
        <source>Keep people you don’t work with</source>
        <translation>Хранить тех, с кем вы не работаете</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Ключ восстановления</translation>
    </message>
    <message>
        <source>Opens your data if the system key store loses its key. Keep it where nobody else looks.</source>
        <translation>Откроет ваши данные, если системное хранилище потеряет ключ. Храните его там, куда больше никто не смотрит.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Подключение</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>Вход выполнен как</translation>
    </message>
    <message>
        <source>Application keys</source>
        <translation>Ключи приложения</translation>
    </message>
</context>
<context>
    <name>SettingsSection</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n секунда</numerusform>
            <numerusform>%n секунды</numerusform>
            <numerusform>%n секунд</numerusform>
        </translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>This data is not encrypted: there is no key to save</source>
        <translation>Данные здесь не зашифрованы: сохранять нечего</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Скрыты</translation>
    </message>
    <message>
        <source>In memory only</source>
        <translation>Только в памяти</translation>
    </message>
    <message>
        <source>In the system key store</source>
        <translation>В системном хранилище ключей</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Recovery key saved. Keep it where nobody else looks.</source>
        <translation>Ключ восстановления сохранён. Держите его там, куда больше никто не смотрит.</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>Сохранить в файл…</translation>
    </message>
    <message>
        <source>Save recovery key</source>
        <translation>Сохранить ключ восстановления</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Показаны</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Войти</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Sign out?</source>
        <translation>Выйти?</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>Выйти…</translation>
    </message>
    <message>
        <source>Three lines per person</source>
        <translation>Три строки на человека</translation>
    </message>
    <message>
        <source>Two lines per person</source>
        <translation>Две строки на человека</translation>
    </message>
    <message>
        <source>Unbind</source>
        <translation>Отвязать</translation>
    </message>
    <message>
        <source>Forever</source>
        <translation>Без срока</translation>
    </message>
    <message>
        <source>not chosen yet</source>
        <translation>пока не выбрано</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>не подключено</translation>
    </message>
    <message>
        <source>What is saved stays readable here. What waits goes out after the next sign-in.</source>
        <translation>Сохранённое останется здесь, его можно читать. Что ждёт, уйдёт после следующего входа.</translation>
    </message>
</context>
<context>
    <name>ShortcutsForm</name>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Letters work by their place on the keyboard, in the Russian layout too. In text fields they are text.</source>
        <translation>Буквы работают по месту на клавиатуре, в русской раскладке тоже. В текстовых полях это просто текст.</translation>
    </message>
</context>
<context>
    <name>Skeleton</name>
    <message>
        <source>Loading</source>
        <translation>Загрузка</translation>
    </message>
</context>
<context>
    <name>StateLine</name>
    <message>
        <source>Take back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>The candidate sees:</source>
        <translation>Кандидат видит:</translation>
    </message>
    <message>
        <source>Waits to be sent:</source>
        <translation>Ждёт отправки:</translation>
    </message>
    <message>
        <source>Your stage:</source>
        <translation>У вас:</translation>
    </message>
    <message>
        <source>a message</source>
        <translation>сообщение</translation>
    </message>
    <message>
        <source>applied {when}</source>
        <translation>отклик {when}</translation>
    </message>
    <message>
        <source>“{state}”</source>
        <translation>«{state}»</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Connected · data {age}</source>
        <translation>На связи · данные {age}</translation>
    </message>
    <message>
        <source>Connected · {age}</source>
        <translation>На связи · {age}</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>На связи</translation>
    </message>
    <message>
        <source>Contacts {left}</source>
        <translation>Контакты {left}</translation>
    </message>
    <message>
        <source>Contacts: {left} left</source>
        <translation>Контакты: осталось {left}</translation>
    </message>
    <message>
        <source>No connection since {time}</source>
        <translation>Нет связи с {time}</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Нет связи</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Не подключено</translation>
    </message>
    <message numerus="yes">
        <source>Outbox is paused: %n</source>
        <translation>
            <numerusform>Исходящие на паузе: %n</numerusform>
            <numerusform>Исходящие на паузе: %n</numerusform>
            <numerusform>Исходящие на паузе: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Outbox {number}, {time}</source>
        <translation>Исходящие {number}, {time}</translation>
    </message>
    <message numerus="yes">
        <source>Outbox: %n need(s) a decision</source>
        <translation>
            <numerusform>Исходящие: %n требует решения</numerusform>
            <numerusform>Исходящие: %n требуют решения</numerusform>
            <numerusform>Исходящие: %n требуют решения</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Outbox: %n wait(s) for the connection</source>
        <translation>
            <numerusform>Исходящие: %n ждёт связи</numerusform>
            <numerusform>Исходящие: %n ждут связи</numerusform>
            <numerusform>Исходящие: %n ждут связи</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Outbox: %n waiting</source>
        <translation>
            <numerusform>Исходящие: %n ждёт</numerusform>
            <numerusform>Исходящие: %n ждут</numerusform>
            <numerusform>Исходящие: %n ждут</numerusform>
        </translation>
    </message>
    <message>
        <source>Outbox: sending</source>
        <translation>Исходящие: отправляем</translation>
    </message>
    <message>
        <source>Outbox: {number}</source>
        <translation>Исходящие: {number}</translation>
    </message>
    <message>
        <source>Outbox: {number}, next in {time}</source>
        <translation>Исходящие: {number}, ближайшее через {time}</translation>
    </message>
    <message>
        <source>Pause until {time}</source>
        <translation>Пауза до {time}</translation>
    </message>
    <message>
        <source>Session expired</source>
        <translation>Вход истёк</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Входим…</translation>
    </message>
    <message>
        <source>Storage encrypted, key in the system key store</source>
        <translation>Хранилище зашифровано, ключ в системном хранилище</translation>
    </message>
    <message>
        <source>Views {left}</source>
        <translation>Просмотры {left}</translation>
    </message>
    <message>
        <source>Views: {left} left</source>
        <translation>Просмотры: осталось {left}</translation>
    </message>
    <message>
        <source>Views: {left} of {limit} left</source>
        <translation>Просмотры: осталось {left} из {limit}</translation>
    </message>
    <message>
        <source>hh.ru asks for a pause until {time}</source>
        <translation>hh.ru просит паузу до {time}</translation>
    </message>
    <message>
        <source>Storage not encrypted</source>
        <translation>Хранилище не зашифровано</translation>
    </message>
    <message>
        <source>Storage encrypted</source>
        <translation>Хранилище зашифровано</translation>
    </message>
</context>
<context>
    <name>StepMark</name>
    <message>
        <source>Step {number}: done</source>
        <translation>Шаг {number}: сделан</translation>
    </message>
    <message>
        <source>Step {number}: later</source>
        <translation>Шаг {number}: потом</translation>
    </message>
    <message>
        <source>Step {number}: now</source>
        <translation>Шаг {number}: сейчас</translation>
    </message>
</context>
<context>
    <name>StoreTrouble</name>
    <message>
        <source>Keep data unencrypted</source>
        <translation>Хранить без шифрования</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Ключ восстановления</translation>
    </message>
    <message>
        <source>This is no recovery key: compare it with what you saved</source>
        <translation>Это не ключ восстановления: сверьте с тем, что сохранили</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>Взять эту фразу</translation>
    </message>
    <message>
        <source>hhdesk encrypts the resumes and letters that it keeps. Choose a passphrase for them: it is asked at each start, is stored nowhere, and nobody can restore it. Afterwards save the recovery key in the settings.</source>
        <translation>hhdesk шифрует резюме и письма, которые хранит. Выберите для них фразу-пароль: она нужна при каждом запуске, нигде не записана, и восстановить её некому. Потом сохраните в настройках ключ восстановления.</translation>
    </message>
</context>
<context>
    <name>Vacancies</name>
    <message numerus="yes">
        <source>%Ln active</source>
        <translation>
            <numerusform>%Ln активная</numerusform>
            <numerusform>%Ln активные</numerusform>
            <numerusform>%Ln активных</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln новый</numerusform>
            <numerusform>%Ln новых</numerusform>
            <numerusform>%Ln новых</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln response(s)</source>
        <translation>
            <numerusform>%Ln отклик</numerusform>
            <numerusform>%Ln отклика</numerusform>
            <numerusform>%Ln откликов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>until the end</comment>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n новый</numerusform>
            <numerusform>%n новых</numerusform>
            <numerusform>%n новых</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n response(s)</source>
        <translation>
            <numerusform>%n отклик</numerusform>
            <numerusform>%n отклика</numerusform>
            <numerusform>%n откликов</numerusform>
        </translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Контакты</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Отдел</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Языки</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Права</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Менеджер</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Новые</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Регион</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>Отклики</translation>
    </message>
    <message>
        <source>This row could not be read; the rest of the list is whole.</source>
        <translation>Эту строку не удалось прочитать, остальной список цел.</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Осталось</translation>
    </message>
    <message>
        <source>Vacancy</source>
        <translation>Вакансия</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Просмотры</translation>
    </message>
    <message>
        <source>before tax</source>
        <translation>до вычета налогов</translation>
    </message>
    <message>
        <source>from {sum}</source>
        <translation>от {sum}</translation>
    </message>
    <message>
        <source>net</source>
        <translation>на руки</translation>
    </message>
    <message>
        <source>up to {sum}</source>
        <translation>до {sum}</translation>
    </message>
</context>
<context>
    <name>VacanciesSection</name>
    <message>
        <source>Another word, or all again.</source>
        <translation>Другое слово — или снова все.</translation>
    </message>
    <message>
        <source>Find among the vacancies</source>
        <translation>Найти среди вакансий</translation>
    </message>
    <message>
        <source>Name, region or manager</source>
        <translation>Название, регион или менеджер</translation>
    </message>
    <message>
        <source>No active vacancies</source>
        <translation>Активных вакансий нет</translation>
    </message>
    <message>
        <source>No vacancy like that</source>
        <translation>Такой вакансии нет</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Обновить</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показать все</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Vacancies that you publish on hh.ru appear here with their responses.</source>
        <translation>Вакансии, которые вы опубликуете на hh.ru, появятся здесь со своими откликами.</translation>
    </message>
    <message>
        <source>Vacancies</source>
        <translation>Вакансии</translation>
    </message>
</context>
<context>
    <name>VacancyCard</name>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>Open on hh.ru</source>
        <translation>Открыть на hh.ru</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>Отклики</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Этапы</translation>
    </message>
    <message>
        <source>Vacancy</source>
        <translation>Вакансия</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Просмотры</translation>
    </message>
    <message>
        <source>active until {day}</source>
        <translation>активна до {day}</translation>
    </message>
    <message>
        <source>all · new</source>
        <translation>всего · новых</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>в архиве</translation>
    </message>
    <message>
        <source>with a test</source>
        <translation>с тестом</translation>
    </message>
</context>
<context>
    <name>WindowShell</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Проверить</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>No connection since {time}</source>
        <translation>Нет связи с {time}</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Нет связи</translation>
    </message>
    <message>
        <source>Nothing waits that could be taken back</source>
        <translation>Нет ничего, что можно вернуть</translation>
    </message>
    <message>
        <source>Outbox is paused, nothing lost.</source>
        <translation>Исходящие на паузе, всё цело.</translation>
    </message>
    <message>
        <source>Showing saved data.</source>
        <translation>Показано сохранённое.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Войти</translation>
    </message>
    <message>
        <source>Waiting for the browser</source>
        <translation>Ждём браузер</translation>
    </message>
    <message>
        <source>You are signed out</source>
        <translation>Вы вышли</translation>
    </message>
    <message>
        <source>hh.ru asks to sign in again</source>
        <translation>hh.ru просит войти снова</translation>
    </message>
    <message>
        <source>{trouble}. Letters wait in the outbox.</source>
        <translation>{trouble}. Письма ждут в исходящих.</translation>
    </message>
    <message numerus="yes">
        <source>Showing saved data; %n act(s) wait.</source>
        <translation>
            <numerusform>Показано сохранённое, ждёт %n действие.</numerusform>
            <numerusform>Показано сохранённое, ждут %n действия.</numerusform>
            <numerusform>Показано сохранённое, ждут %n действий.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Outbox is paused, %n act(s) kept.</source>
        <translation>
            <numerusform>Исходящие на паузе, %n действие цело.</numerusform>
            <numerusform>Исходящие на паузе, %n действия целы.</numerusform>
            <numerusform>Исходящие на паузе, %n действий целы.</numerusform>
        </translation>
    </message>
    <message>
        <source>No connection: this works once it is back</source>
        <translation>Нет связи: получится, когда она вернётся</translation>
    </message>
</context>
<context>
    <name>_Popup</name>
    <message>
        <source>Find</source>
        <translation>Найти</translation>
    </message>
</context>
</TS>
