#include <QtTest>

#include <QTemporaryDir>

#include "agent/vrrp/object_ledger.h"

using namespace twinhelm::agent;
using Kind = ObjectLedger::Kind;

class tst_ObjectLedger : public QObject
{
    Q_OBJECT

private slots:
    void brokenLinesAreSkipped()
    {
        auto entries = ObjectLedger::read("+ r 0018ab VI 1\n+ r 0018ad \n+ x key value\nnonsense\n+ l vrrp.51 VI_1\n- l vrrp.51\n"
                                          "- l never\n+ s ipv4/conf/eth0/arp_ignore 0\n+ r 0018ac VI_2");
        QCOMPARE(entries[Kind::Route].size(), std::size_t(2)); // the last line was cut short
        QVERIFY(entries[Kind::Route].at("0018ad").empty());
        QCOMPARE(entries[Kind::Route].at("0018ab"), std::string("VI 1"));
        QVERIFY(entries[Kind::Link].empty());
        QCOMPARE(entries[Kind::Setting].at("ipv4/conf/eth0/arp_ignore"), std::string("0"));
    }

    void aSuccessorGoesOnWithIt()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath("objects").toStdString();
        {
            auto ledger = ObjectLedger::open(path);
            QVERIFY(ledger);
            ledger->add(Kind::Route, {{"aa", "VI_1"}, {"bb", "VI_1"}});
            ledger->add(Kind::Link, {{"vrrp.51", "VI_1"}});
            ledger->remove(Kind::Route, {"aa", "cc"});
        }
        for (int life = 0; life < 2; ++life) {
            auto ledger = ObjectLedger::open(path);
            QVERIFY(ledger);
            QCOMPARE(ledger->entries(Kind::Route).size(), std::size_t(1));
            QVERIFY(ledger->entries(Kind::Route).contains("bb"));
            QVERIFY(ledger->entries(Kind::Link).contains("vrrp.51"));
        }
    }

    void flappingDoesNotFillTheDisk()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath("objects");
        auto ledger = ObjectLedger::open(path.toStdString());
        QVERIFY(ledger);
        const std::string key(200, 'a');
        for (int i = 0; i < 20000; ++i) {
            ledger->add(Kind::Route, {{key, "VI_1"}});
            ledger->remove(Kind::Route, {key});
        }
        QVERIFY(QFileInfo(path).size() < 2 * 1024 * 1024);
    }

    void anUnwritableFolderIsRefused()
    {
        const auto ledger = ObjectLedger::open("/nonexistent/objects");
        QVERIFY(!ledger);
        QCOMPARE(ledger.error().code, std::string("A0370"));
    }
};

QTEST_GUILESS_MAIN(tst_ObjectLedger)
#include "tst_object_ledger.moc"
