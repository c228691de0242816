#include "common/vrrp/notify.h"

#include <QtTest>

using namespace twinhelm::vrrp;

namespace
{

Command command(const char *name)
{
    return {{name}, {}, {}};
}

NotifyCommands everything()
{
    NotifyCommands out;
    out.toBackup = command("backup");
    out.toMaster = command("master");
    out.toFault = command("fault");
    out.onStop = command("stop");
    out.onDeleted = command("deleted");
    out.any = command("any");
    out.lowerPriorityHeard = command("lower");
    out.fifo = out.priorityChanges = out.mail = true;
    return out;
}

/// One line for each notice.
QStringList told(const NodeActions &actions)
{
    QStringList out;
    for (const auto &action : actions) {
        if (const auto *run = std::get_if<RunNotify>(&action)) {
            QStringList words;
            for (const auto &word : run->command.argv)
                words << QString::fromStdString(word);
            out << words.join(' ');
        } else if (const auto *line = std::get_if<WriteFifo>(&action)) {
            out << "> " + QString::fromStdString(line->line).trimmed();
        } else if (const auto *mail = std::get_if<SendMail>(&action)) {
            out << "@ " + QString::fromStdString(mail->subject) + " / " + QString::fromStdString(mail->body);
        }
    }
    return out;
}

QStringList entered(State state, bool group = false, bool removed = false, NotifyCommands commands = everything())
{
    NodeActions out;
    Notifier().entered(commands, {group ? "G" : "VI_1", group ? 0 : 150, group}, state, removed, out);
    return told(out);
}

} // namespace

class TestNotify : public QObject
{
    Q_OBJECT

private slots:
    /// keepalived 2.2.7: notify_<state>, notify, FIFO, SMTP.
    void orderAndWords()
    {
        QCOMPARE(entered(State::Master),
                 (QStringList{"master", "any INSTANCE VI_1 MASTER 150", "> INSTANCE \"VI_1\" MASTER 150",
                              "@ VRRP Instance VI_1 - Entering MASTER state / => VRRP Instance is now owning VRRP VIPs "
                              "<="}));
        QCOMPARE(entered(State::Backup, true),
                 (QStringList{"backup", "any GROUP G BACKUP 0", "> GROUP \"G\" BACKUP 0",
                              "@ VRRP Group G - Entering BACKUP state / => All VRRP group instances are now in BACKUP "
                              "state <="}));
        QCOMPARE(entered(State::Stopped).mid(0, 3),
                 (QStringList{"stop", "any INSTANCE VI_1 STOP 150", "> INSTANCE \"VI_1\" STOP 150"}));
        QVERIFY(entered(State::Init).isEmpty());
    }

    void removalIsToldAsDeletedOrFault()
    {
        QCOMPARE(entered(State::Stopped, false, true).mid(0, 3),
                 (QStringList{"deleted", "any INSTANCE VI_1 DELETED 150", "> INSTANCE \"VI_1\" DELETED 150"}));
        auto commands = everything();
        commands.onDeleted.reset();
        QCOMPARE(entered(State::Stopped, false, true, commands).mid(0, 3),
                 (QStringList{"fault", "any INSTANCE VI_1 FAULT 150", "> INSTANCE \"VI_1\" FAULT 150"}));
    }

    void mailIsNotRepeatedAndFaultsMayBeLeftOut()
    {
        auto commands = everything();
        commands.mailFaults = false;
        Notifier notifier;
        QStringList mails;
        for (const State state : {State::Backup, State::Fault, State::Backup, State::Master, State::Backup}) {
            NodeActions out;
            notifier.entered(commands, {"VI_1", 100}, state, false, out);
            mails << told(out).filter("@ ");
        }
        QCOMPARE(mails.size(), 3); // the BACKUP after the FAULT that was not told would be the same again
        QVERIFY(mails[1].contains("MASTER") && mails[2].contains("BACKUP"));
    }

    void lowerPriorityAndPriorityChanges()
    {
        NodeActions out;
        notifyLowerPriority(everything(), "VI_1", 150, out);
        notifyPriority(everything(), "VI_1", State::Master, 140, out);
        notifyPriority(everything(), "VI_1", State::Backup, 130, out);
        notifyPriority(everything(), "VI_1", State::Fault, 120, out);
        QCOMPARE(told(out),
                 (QStringList{"lower", "> INSTANCE \"VI_1\" MASTER_RX_LOWER_PRI 150",
                              "> INSTANCE \"VI_1\" MASTER_PRIORITY 140", "> INSTANCE \"VI_1\" BACKUP_PRIORITY 130"}));
        out.clear();
        notifyLowerPriority({}, "VI_1", 150, out);
        notifyPriority({}, "VI_1", State::Master, 140, out);
        QVERIFY(out.empty());
    }
};

QTEST_APPLESS_MAIN(TestNotify)
#include "tst_notify.moc"
