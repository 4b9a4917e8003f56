<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ActDialog</name>
    <message numerus="yes">
        <source>goes in %n s, can be taken back</source>
        <translation>
            <numerusform>goes in %n s, can be taken back</numerusform>
            <numerusform>goes in %n s, can be taken back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActToasts</name>
    <message numerus="yes">
        <source>%n person(s) forgotten here: the time that you chose is over</source>
        <translation>
            <numerusform>%n person forgotten here: the time that you chose is over</numerusform>
            <numerusform>%n people forgotten here: the time that you chose is over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken back. hh.ru got nothing.</source>
        <translation>
            <numerusform>%n taken back. hh.ru got nothing.</numerusform>
            <numerusform>%n taken back. hh.ru got nothing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Acting</name>
    <message numerus="yes">
        <source>%n of those ticked cannot be acted on now.</source>
        <translation>
            <numerusform>%n of those ticked cannot be acted on now.</numerusform>
            <numerusform>%n of those ticked cannot be acted on now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It goes out in %n s and can be taken back.</source>
        <translation>
            <numerusform>It goes out in %n s and can be taken back.</numerusform>
            <numerusform>It goes out in %n s and can be taken back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{act}: %n person(s)</source>
        <translation>
            <numerusform>{act}: %n person</numerusform>
            <numerusform>{act}: %n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActionBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <comment>acts that had no room</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatField</name>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n character too many</numerusform>
            <numerusform>%n characters too many</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>goes out after %n s</source>
        <translation>
            <numerusform>goes out after %n s</numerusform>
            <numerusform>goes out after %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChipBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message numerus="yes">
        <source>%n response(s)</source>
        <translation>
            <numerusform>%n response</numerusform>
            <numerusform>%n responses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Costs</name>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n view(s)</source>
        <translation>
            <numerusform>%n view</numerusform>
            <numerusform>%n views</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message numerus="yes">
        <source>Waiting for %n s</source>
        <translation>
            <numerusform>Waiting for %n s</numerusform>
            <numerusform>Waiting for %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GatheredStrip</name>
    <message numerus="yes">
        <source>%n ticked.</source>
        <translation>
            <numerusform>%n ticked.</numerusform>
            <numerusform>%n ticked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LetterField</name>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LetterView</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n act(s) will wait</source>
        <translation>
            <numerusform>%n act will wait</numerusform>
            <numerusform>%n acts will wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) begun and not sent</source>
        <translation>
            <numerusform>%n text begun and not sent</numerusform>
            <numerusform>%n texts begun and not sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManyDialog</name>
    <message numerus="yes">
        <source>%n letter(s).</source>
        <translation>
            <numerusform>%n letter.</numerusform>
            <numerusform>%n letters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) lack what the letter has a place for.</source>
        <translation>
            <numerusform>%n person lacks what the letter has a place for.</numerusform>
            <numerusform>%n people lack what the letter has a place for.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MultiSelect</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message numerus="yes">
        <source>%n contact(s) spent</source>
        <translation>
            <numerusform>%n contact spent</numerusform>
            <numerusform>%n contacts spent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{act}” for %n person(s)</source>
        <translation>
            <numerusform>“{act}” for %n person</numerusform>
            <numerusform>“{act}” for %n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutboxSection</name>
    <message numerus="yes">
        <source>Show only the last %n</source>
        <translation>
            <numerusform>Show only the last %n</numerusform>
            <numerusform>Show only the last %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all: %n more</source>
        <translation>
            <numerusform>Show all: %n more</numerusform>
            <numerusform>Show all: %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message numerus="yes">
        <source>searching %Ln people on this computer</source>
        <translation>
            <numerusform>searching %Ln person on this computer</numerusform>
            <numerusform>searching %Ln people on this computer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassphraseFields</name>
    <message numerus="yes">
        <source>%n more character(s), at least</source>
        <translation>
            <numerusform>%n more character, at least</numerusform>
            <numerusform>%n more characters, at least</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PdfPane</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RailButton</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResponseListPane</name>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>%n ticked</numerusform>
            <numerusform>%n ticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>hh.ru does not show %n more response(s)</source>
        <translation>
            <numerusform>hh.ru does not show %n more response</numerusform>
            <numerusform>hh.ru does not show %n more responses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Responses</name>
    <message numerus="yes">
        <source>%n d</source>
        <comment>days left, short</comment>
        <translation>
            <numerusform>%n d</numerusform>
            <numerusform>%n d</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more day(s)</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n response(s)</source>
        <translation>
            <numerusform>%n response</numerusform>
            <numerusform>%n responses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultList</name>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>%n ticked</numerusform>
            <numerusform>%n ticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Searching, %n s</source>
        <translation>
            <numerusform>Searching, %n s</numerusform>
            <numerusform>Searching, %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take away one of %n condition(s):</source>
        <translation>
            <numerusform>Take away the one condition:</numerusform>
            <numerusform>Take away one of %n conditions:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Resume</name>
    <message numerus="yes">
        <source>%n mo.</source>
        <comment>length of stay</comment>
        <translation>
            <numerusform>%n mo.</numerusform>
            <numerusform>%n mo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <comment>length of stay</comment>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n y.</source>
        <comment>length of stay</comment>
        <translation>
            <numerusform>%n y.</numerusform>
            <numerusform>%n y.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation>
            <numerusform>%n year old</numerusform>
            <numerusform>%n years old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <comment>length of stay</comment>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n earlier job(s)</source>
        <translation>
            <numerusform>Show %n earlier job</numerusform>
            <numerusform>Show %n earlier jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all, %Ln character(s)</source>
        <translation>
            <numerusform>Show all, %Ln character</numerusform>
            <numerusform>Show all, %Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>exp. %n month(s)</source>
        <translation>
            <numerusform>exp. %n month</numerusform>
            <numerusform>exp. %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>exp. %n year(s)</source>
        <translation>
            <numerusform>exp. %n year</numerusform>
            <numerusform>exp. %n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunningItem</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message numerus="yes">
        <source>%Ln resume(s)</source>
        <translation>
            <numerusform>%Ln resume</numerusform>
            <numerusform>%Ln resumes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <comment>how fresh a resume is</comment>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message numerus="yes">
        <source>Retrying in %n min.</source>
        <translation>
            <numerusform>Retrying in %n min.</numerusform>
            <numerusform>Retrying in %n min.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retrying in %n s.</source>
        <translation>
            <numerusform>Retrying in %n s.</numerusform>
            <numerusform>Retrying in %n s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsSection</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>Outbox is paused: %n</source>
        <translation>
            <numerusform>Outbox is paused: %n</numerusform>
            <numerusform>Outbox is paused: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Outbox: %n need(s) a decision</source>
        <translation>
            <numerusform>Outbox: %n needs a decision</numerusform>
            <numerusform>Outbox: %n need a decision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Outbox: %n wait(s) for the connection</source>
        <translation>
            <numerusform>Outbox: %n waits for the connection</numerusform>
            <numerusform>Outbox: %n wait for the connection</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Outbox: %n waiting</source>
        <translation>
            <numerusform>Outbox: %n waiting</numerusform>
            <numerusform>Outbox: %n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vacancies</name>
    <message numerus="yes">
        <source>%Ln active</source>
        <translation>
            <numerusform>%Ln active</numerusform>
            <numerusform>%Ln active</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln response(s)</source>
        <translation>
            <numerusform>%Ln response</numerusform>
            <numerusform>%Ln responses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>until the end</comment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n response(s)</source>
        <translation>
            <numerusform>%n response</numerusform>
            <numerusform>%n responses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WindowShell</name>
    <message numerus="yes">
        <source>Showing saved data; %n act(s) wait.</source>
        <translation>
            <numerusform>Showing saved data; %n act waits.</numerusform>
            <numerusform>Showing saved data; %n acts wait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Outbox is paused, %n act(s) kept.</source>
        <translation>
            <numerusform>Outbox is paused, %n act kept.</numerusform>
            <numerusform>Outbox is paused, %n acts kept.</numerusform>
        </translation>
    </message>
</context>
</TS>
