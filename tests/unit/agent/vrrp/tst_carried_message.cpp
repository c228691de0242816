#include <QtTest>

#include <boost/json.hpp>

#include "agent/vrrp/carried_message.h"

using namespace twinhelm;
using namespace twinhelm::agent;
namespace json = boost::json;
using namespace std::chrono_literals;

namespace
{

vrrp::Carried whole()
{
    vrrp::CarriedInstance one;
    one.name = "VI_1";
    one.state = vrrp::State::Backup;
    one.last = {TimePoint(1s), vrrp::State::Master, vrrp::State::Backup, {"handover", "handed \"over\"", {}}};
    one.heldBack = one.outranked = true;
    one.masterAddress = *IpAddress::parse("fe80::1");
    one.masterPriority = Priority{200};
    one.masterInterval = 100ms;
    one.lastHeard = TimePoint(2s);
    one.masterDownAt = TimePoint(3s);
    one.preemptAt = TimePoint(4s);
    one.advertAt = TimePoint(5s);
    one.announceAt = TimePoint(6s);
    one.sequence = 4'000'000'000U;
    std::uint64_t next = 1;
    for (const auto &field : vrrp::counterFields)
        one.counters.*field.value = next++;
    vrrp::CarriedScript script;
    script.status.name = "check";
    script.status.ok = false;
    script.status.decided = true;
    script.status.lastExitCode = 3;
    script.status.lastResult = "failed";
    script.status.lastFinished = TimePoint(7s);
    script.status.runs = 9;
    script.status.failures = 8;
    script.status.timeouts = 7;
    script.streak = 2;
    return {{one}, {{"G", vrrp::State::Fault, TimePoint(8s)}}, {script}};
}

} // namespace

class TestCarriedMessage : public QObject
{
    Q_OBJECT

private slots:
    void everythingComesBack()
    {
        const auto before = whole();
        const auto text = json::serialize(makeCarried(before));
        const auto after = parseCarried(json::parse(text));
        QCOMPARE(json::serialize(makeCarried(after)), text);
        const auto &one = after.instances.at(0);
        const auto &was = before.instances.at(0);
        QCOMPARE(one.state, was.state);
        QVERIFY(one.last.when == was.last.when && one.last.from == was.last.from && one.last.to == was.last.to);
        QCOMPARE(one.last.why.text, was.last.why.text);
        QVERIFY(one.heldBack && one.outranked && !one.masterLeaving);
        QCOMPARE(one.masterAddress, was.masterAddress);
        QVERIFY(one.masterPriority == was.masterPriority && one.masterInterval == was.masterInterval);
        QVERIFY(one.lastHeard == was.lastHeard && one.preemptAt == was.preemptAt && one.announceAt == was.announceAt);
        QVERIFY(one.masterDownAt == was.masterDownAt && one.advertAt == was.advertAt);
        QCOMPARE(one.sequence, was.sequence);
        QVERIFY(one.counters == was.counters);
        const auto &script = after.scripts.at(0);
        QVERIFY(!script.status.ok && script.status.decided);
        QCOMPARE(script.status.lastResult, std::string("failed"));
        QCOMPARE(script.streak, 2U);
        QVERIFY(after.groups.at(0).state == vrrp::State::Fault);
    }

    /// A version that knows less, or more, or nonsense: the rest counts.
    void whatMakesNoSenseIsLeftOut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("instances");
        QTest::newRow("nothing") << "null" << 0;
        QTest::newRow("no list") << R"({"instances":7})" << 0;
        QTest::newRow("no objects") << R"({"instances":[1,"x",null,[]]})" << 0;
        QTest::newRow("no state") << R"({"instances":[{"name":"VI_1","since":1}]})" << 0;
        QTest::newRow("unknown state") << R"({"instances":[{"name":"VI_1","state":"DANCING","since":1}]})" << 0;
        QTest::newRow("time out of range") << R"({"instances":[{"state":"MASTER","since":9223372036854775807}]})" << 0;
        QTest::newRow("little") << R"({"instances":[{"name":"VI_1","state":"MASTER","since":1,"new":[1]}]})" << 1;
        QTest::newRow("wrong types")
            << R"({"instances":[{"name":1,"state":"MASTER","since":1,"advert_at":"x","sequence":-1,"counters":[],)"
               R"("master_priority":4711,"master_interval":-5,"master_address":"nowhere"}]})"
            << 1;
    }
    void whatMakesNoSenseIsLeftOut()
    {
        QFETCH(QString, text);
        QFETCH(int, instances);
        const auto read = parseCarried(json::parse(text.toStdString()));
        QCOMPARE(int(read.instances.size()), instances);
        for (const auto &one : read.instances) {
            QVERIFY(!one.masterPriority && !one.masterAddress);
            QVERIFY(one.masterInterval == Duration::zero());
        }
    }
};

QTEST_APPLESS_MAIN(TestCarriedMessage)
#include "tst_carried_message.moc"
