#include "common/simulate/failure_table.h"

#include <QtTest>

#include "common/config/load.h"

using namespace twinhelm;
using namespace twinhelm::simulate;
using namespace std::chrono_literals;
using Kind = Failure::Kind;

namespace
{

std::string instance(const std::string &name, int id, int priority, const std::string &vips,
                     const std::string &more = {})
{
    return "vrrp_instance " + name + " {\n interface eth0\n virtual_router_id " + std::to_string(id) + "\n priority " +
           std::to_string(priority) + '\n' + more + "\n virtual_ipaddress {\n " + vips + "\n }\n}\n";
}

NodeInput node(const std::string &id, const std::string &text)
{
    return {id, config::loadText(text, id).settings, {}};
}

std::vector<NodeInput> pair(const std::string &more = {}, const std::string &before = {})
{
    return {node("lb1", before + instance("VI_1", 51, 150, "10.0.0.3\n10.0.0.4", more)),
            node("lb2", before + instance("VI_1", 51, 100, "10.0.0.3\n10.0.0.4", more))};
}

Fate onlyFate(const std::vector<NodeInput> &nodes, const Failure &failure)
{
    const auto row = tryOut(nodes, failure);
    return row.fates.size() == 1 ? row.fates.front() : Fate{};
}

const std::string check = "vrrp_script check {\n script \"/bin/check\"\n interval 2\n fall 2\n rise 2\n}\n";

} // namespace

class TestFailureTable : public QObject
{
    Q_OBJECT

private slots:
    void aDeadMasterIsFollowedWithinTheDownTimer()
    {
        const auto fate = onlyFate(pair(), {Kind::NodeDies, "lb1", {}});
        QCOMPARE(fate.addresses.size(), 2U);
        QCOMPARE(fate.before, std::string("lb1"));
        QCOMPARE(fate.during, std::vector<std::string>{"lb2"});
        QCOMPARE(fate.after, std::string("lb1"));
        QVERIFY(fate.without && *fate.without > 2600ms && *fate.without <= 3610ms);
        QVERIFY(fate.withoutOnReturn < 10ms);
        QVERIFY(fate.moves());
    }

    void aStoppedMasterIsFollowedWithinTheSkewTime()
    {
        const auto fate = onlyFate(pair(), {Kind::NodeStops, "lb1", {}});
        QVERIFY(fate.without && *fate.without > 600ms && *fate.without < 620ms); // (256 - 100) / 256 s
    }

    void aDeadBackupMovesNothing()
    {
        const auto fate = onlyFate(pair(), {Kind::NodeDies, "lb2", {}});
        QVERIFY(!fate.moves());
        QCOMPARE(fate.without, std::optional<Duration>(0ms));
    }

    void withNopreemptTheAddressStays()
    {
        const auto fate = onlyFate(pair("nopreempt\n state BACKUP"), {Kind::NodeDies, "lb1", {}});
        QCOMPARE(fate.during, std::vector<std::string>{"lb2"});
        QCOMPARE(fate.after, std::string("lb2"));
    }

    void aPartitionMakesTwoMasters()
    {
        const auto fate = onlyFate(pair(), {Kind::Partition, {}, {}});
        QCOMPARE(fate.during, (std::vector<std::string>{"lb1", "lb2"}));
        QCOMPARE(fate.after, std::string("lb1"));
    }

    void aFailedLinkMovesTheAddress()
    {
        const auto fate = onlyFate(pair(), {Kind::LinkDown, "lb1", "eth0"});
        QCOMPARE(fate.during, std::vector<std::string>{"lb2"});
        QCOMPARE(fate.after, std::string("lb1"));
    }

    void aCheckThatFailsEverywhereLeavesNobody()
    {
        const auto nodes = pair("track_script {\n check\n }", check);
        const auto one = onlyFate(nodes, {Kind::ScriptFails, "lb1", "check"});
        QCOMPARE(one.during, std::vector<std::string>{"lb2"});
        QVERIFY(one.without && *one.without > 2s && *one.without < 6s); // two runs, then the hand-over
        const auto all = onlyFate(nodes, {Kind::ScriptFails, {}, "check"});
        QVERIFY(all.during.empty());
        QVERIFY(!all.without);
        QCOMPARE(all.after, std::string("lb1"));
    }

    void aWeightTooSmallMovesNothing()
    {
        const auto nodes = pair("track_script {\n check weight -20\n }", check);
        QVERIFY(!onlyFate(nodes, {Kind::ScriptFails, "lb1", "check"}).moves());
    }

    void instancesWithTheirOwnWaysHaveTheirOwnFates()
    {
        const std::vector<NodeInput> nodes{
            node("lb1", instance("A", 51, 150, "10.0.0.3") + instance("B", 52, 100, "10.0.0.4")),
            node("lb2", instance("A", 51, 100, "10.0.0.3") + instance("B", 52, 150, "10.0.0.4"))};
        const auto row = tryOut(nodes, {Kind::NodeDies, "lb1", {}});
        QCOMPARE(row.fates.size(), 2U);
        QCOMPARE(row.fates[0].before, std::string("lb1"));
        QCOMPARE(row.fates[1].before, std::string("lb2"));
        QVERIFY(!row.fates[1].moves());
    }

    void everythingThatCanFailIsListed()
    {
        const auto nodes = pair("track_script {\n check\n }\n track_interface {\n eth1\n }", check);
        QStringList all;
        for (const auto &failure : failuresOf(nodes))
            all << QString::fromStdString(words(failure));
        QCOMPARE(all, (QStringList{"lb1 dies", "lb2 dies", "lb1 is stopped in order", "lb2 is stopped in order",
                                   "the nodes do not hear each other", "eth0 of lb1 goes down", "eth1 of lb1 goes down",
                                   "eth0 of lb2 goes down", "eth1 of lb2 goes down", "check fails on lb1",
                                   "check fails on lb2", "check fails on every node"}));
        const auto table = failureTable(nodes, 3);
        QCOMPARE(table.rows.size(), 3U);
        QVERIFY(!table.complete);
        QVERIFY(failureTable({}).rows.empty());
    }
};

QTEST_APPLESS_MAIN(TestFailureTable)
#include "tst_failure_table.moc"
