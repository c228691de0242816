#include "common/vrrp/sentences.h"

#include <QtTest>

#include "tests/support/vrrp/values.h"

using namespace twinhelm;
using namespace twinhelm::vrrp;
using twinhelm::test::address;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(Cause)

class TestSentences : public QObject
{
    Q_OBJECT

private slots:
    void everyCauseIsSaid_data()
    {
        using Effect = cause::Configuration::Effect;
        const auto peer = address("10.0.0.5");
        QTest::addColumn<Cause>("cause");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, Cause facts, const char *words) {
            QTest::newRow(name) << std::move(facts) << QString(words);
        };
        row("nothing", {}, "");
        row("start", cause::Started{}, "engine started");
        row("adopted", cause::Adopted{}, "goes on as MASTER for a process that was killed");
        row("end", cause::Ended{}, "engine stops");
        row("silence", cause::MissedAdverts{peer, Priority{150}, 3, 3609ms},
            "10.0.0.5 not heard for 3.609 s, 3 adverts missed");
        row("one missed", cause::MissedAdverts{peer, Priority{150}, 1, 1500ms},
            "10.0.0.5 not heard for 1.5 s, 1 advert missed");
        row("nobody ever", cause::MissedAdverts{{}, {}, 3, 3609ms}, "no master heard for 3.609 s");
        row("priority 0", cause::PeerLeft{peer}, "10.0.0.5 stepped down (priority 0)");
        row("preempt", cause::LowerPeer{peer, Priority{90}, Priority{100}},
            "priority 100 beats 10.0.0.5 (priority 90)");
        row("outranked", cause::HigherPeer{peer, Priority{150}, Priority{100}},
            "10.0.0.5 (priority 150) outranks priority 100");
        row("a tie", cause::HigherPeer{peer, Priority{100}, Priority{100}},
            "10.0.0.5 (priority 100) has the larger address");
        row("script", cause::Script{"check_web", false, "failed", 7, "curl: (7) refused"},
            "script check_web failed (exit 7): curl: (7) refused");
        row("script that hangs", cause::Script{"check_web", false, "timed out", 143, ""}, "script check_web timed out");
        row("script is well", cause::Script{"check_web", true, "ok", 0, "200"}, "script check_web is ok");
        row("no link", cause::Link{"eth0", false, false}, "interface eth0 does not exist");
        row("link down", cause::Link{"eth0", true, false}, "interface eth0 is down");
        row("link up", cause::Link{"eth0", true, true}, "interface eth0 is up");
        row("operator", cause::Operator{}, "handed over by an operator");
        row("reload", cause::Configuration{"4f2a01", Effect::Applied}, "configuration 4f2a01 applied");
        row("restarted", cause::Configuration{"", Effect::Restarted},
            "restarted: the configuration changed what peers know it by");
        row("removed", cause::Configuration{"4f2a01", Effect::Removed}, "no longer in the configuration 4f2a01");
        row("stall", cause::Stall{5210ms, {}}, "stall of 5210 ms");
        row("stall and peer", cause::Stall{5210ms, peer}, "stall of 5210 ms, 10.0.0.5 is master by now");
        row("group", cause::GroupMember{"VG", "VI_2", State::Backup},
            "sync group VG moves to BACKUP together, led by VI_2");
    }
    void everyCauseIsSaid()
    {
        QFETCH(Cause, cause);
        QFETCH(QString, words);
        QCOMPARE(QString::fromStdString(sentence(cause)), words);
    }

    void everyKindHasARow()
    {
        // A new alternative needs a row above: 13 with words and one without.
        QCOMPARE(std::variant_size_v<Cause>, std::size_t(14));
    }

    void revisionsAreShort()
    {
        QCOMPARE(shortRevision("0123456789abcdef0123"), std::string("0123456789ab"));
        QCOMPARE(shortRevision(""), std::string());
    }
};

QTEST_GUILESS_MAIN(TestSentences)
#include "tst_sentences.moc"
