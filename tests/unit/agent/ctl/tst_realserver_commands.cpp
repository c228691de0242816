#include <QtTest>

#include "tests/unit/agent/ctl/ctl_run.h"

using namespace twinhelm;
using namespace twinhelm::test;

namespace
{

constexpr auto director = "virtual_server 10.0.0.3 80 {\nprotocol TCP\nlb_algo rr\nlb_kind DR\n"
                          "real_server 192.0.2.7 80 {\n}\n}\n";

bool has(const std::string &text, const char *part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

/// What needs no host: tests/lab/tst_realserver.cpp has the rest.
class TestRealserverCommands : public QObject
{
    Q_OBJECT

private slots:
    void planPrintsTheScript()
    {
        const Folder folder;
        const auto ran = runCtl({"realserver", "plan", folder.write("lb.conf", director), "--server", "192.0.2.7"});
        QCOMPARE(ran.code, 0);
        QVERIFY(ran.out.starts_with("#!/bin/sh\n"));
        QVERIFY(has(ran.out, "ip address replace 10.0.0.3/32 dev lo"));
    }

    void addressesCanBeNamed()
    {
        const auto ran = runCtl({"realserver", "plan", "--vip", "10.0.0.9", "--method", "TUN"});
        QCOMPARE(ran.code, 0);
        QVERIFY(has(ran.out, "ip address replace 10.0.0.9/32 dev tunl0"));
        const auto dummy = runCtl({"realserver", "plan", "--vip", "10.0.0.9", "--device", "dummy0"});
        QVERIFY(has(dummy.out, "ip link add dummy0 type dummy"));
    }

    void refusals_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("said");
        QTest::newRow("nothing") << QStringList() << 2 << "Which virtual addresses?";
        QTest::newRow("no address") << QStringList{"--vip", "10.0.0.300"} << 2 << "\"10.0.0.300\" is not an address";
        QTest::newRow("no method") << QStringList{"--vip", "10.0.0.3", "--method", "NAT"} << 2 << "Write DR or TUN";
        QTest::newRow("no name") << QStringList{"--vip", "10.0.0.3", "--device", "lo; reboot"} << 2
                                 << "cannot be the name of an interface";
        QTest::newRow("no file") << QStringList{"/nowhere/lb.conf", "--server", "192.0.2.7"} << 6 << "/nowhere/lb.conf";
    }
    void refusals()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QString, said);
        std::vector<std::string> all{"realserver", "plan"};
        for (const auto &one : arguments)
            all.push_back(one.toStdString());
        const auto ran = runCtl(all);
        QCOMPARE(ran.code, code);
        QVERIFY2(QString::fromStdString(ran.err).contains(said), ran.err.c_str());
        QCOMPARE(ran.out, std::string());
    }

    void serverThatNoServiceReaches()
    {
        const Folder folder;
        const auto ran = runCtl({"realserver", "plan", folder.write("lb.conf", director), "--server", "192.0.2.8"});
        QCOMPARE(ran.code, 1);
        QVERIFY2(has(ran.err, "None of the 1 virtual servers"), ran.err.c_str());
        QVERIFY2(has(ran.err, "--server"), ran.err.c_str());
    }
};

QTEST_APPLESS_MAIN(TestRealserverCommands)
#include "tst_realserver_commands.moc"
