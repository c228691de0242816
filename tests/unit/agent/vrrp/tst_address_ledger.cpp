#include <QTemporaryDir>
#include <QtTest>

#include "agent/vrrp/address_ledger.h"

using namespace twinhelm;
using namespace twinhelm::agent;

class tst_AddressLedger : public QObject
{
    Q_OBJECT

private slots:
    void leftoversAreWhatWasAddedAndNotRemoved();
    void brokenLinesAreSkipped();
    void aSuccessorReadsWhatWasWritten();
    void noFileMeansNothing();
    void anUnwritableFolderIsRefused();
    void flappingDoesNotFillTheDisk();

private:
    static HeldAddress held(const char *prefix, const char *peer = nullptr)
    {
        HeldAddress out;
        out.interface = "eth0";
        out.instance = "VI 1";
        out.address.prefix = *Prefix::parse(prefix);
        if (peer != nullptr)
            out.address.peer = Prefix::parse(peer);
        return out;
    }
};

void tst_AddressLedger::leftoversAreWhatWasAddedAndNotRemoved()
{
    const auto left = AddressLedger::leftovers("add eth0 10.0.0.3/24 - VI 1\n"
                                               "add eth1 10.0.0.3/24 - VI_2\n"
                                               "add eth0 10.0.0.4/32 10.0.0.9/32 VI 1\n"
                                               "del eth1 10.0.0.3/24 - VI_2\n"
                                               "add eth3 10.5.0.1/24 - \n");
    QCOMPARE(left.size(), std::size_t{3});
    QVERIFY(left[2].instance.empty() && left[2].interface == "eth3"); // a static address
    QVERIFY(left[0] == held("10.0.0.3/24"));
    QVERIFY(left[1] == held("10.0.0.4/32", "10.0.0.9/32"));
}

void tst_AddressLedger::brokenLinesAreSkipped()
{
    QCOMPARE(AddressLedger::leftovers(
                 "add eth0\nadd eth0 10.0.0.300/24 - VI\n\nadd eth0 10.0.0.3/24 what VI\nadd eth0 10.0.0.3/2")
                 .size(),
             std::size_t{0});
    // Cut short, /24 is /2 and VI 12 is VI 1: nobody's. What was added whole stays.
    QVERIFY(AddressLedger::leftovers("add eth0 10.0.0.3/24 - VI 1").empty());
    QCOMPARE(AddressLedger::leftovers("add eth0 10.0.0.3/24 - VI 12\ndel eth0 10.0.0.3/24 - VI 1").size(),
             std::size_t{1});
}

void tst_AddressLedger::aSuccessorReadsWhatWasWritten()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath("vrrp.state").toStdString();
    auto ledger = AddressLedger::begin(path);
    QVERIFY(ledger);
    ledger->added({held("10.0.0.3/24"), held("fd00::3/64")});
    ledger->removed({held("10.0.0.3/24")});
    const auto left = AddressLedger::readLeftovers(path);
    QCOMPARE(left.size(), std::size_t{1});
    QVERIFY(left[0] == held("fd00::3/64"));
    QVERIFY(AddressLedger::begin(path));
    QVERIFY(AddressLedger::readLeftovers(path).empty());
}

void tst_AddressLedger::noFileMeansNothing()
{
    QVERIFY(AddressLedger::readLeftovers("/nonexistent/vrrp.state").empty());
}

void tst_AddressLedger::anUnwritableFolderIsRefused()
{
    const auto ledger = AddressLedger::begin("/nonexistent/vrrp.state");
    QVERIFY(!ledger);
    QCOMPARE(ledger.error().code, std::string("A0370"));
}

void tst_AddressLedger::flappingDoesNotFillTheDisk()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("vrrp.state");
    auto ledger = AddressLedger::begin(path.toStdString());
    for (int i = 0; i < 10000; ++i) {
        ledger->added({held("10.0.0.3/24")});
        ledger->removed({held("10.0.0.3/24")});
    }
    QVERIFY(QFileInfo(path).size() < 512 * 1024);
}

QTEST_GUILESS_MAIN(tst_AddressLedger)
#include "tst_address_ledger.moc"
