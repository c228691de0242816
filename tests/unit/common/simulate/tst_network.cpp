#include "common/simulate/network.h"

#include <QtTest>

#include "common/config/load.h"
#include "common/simulate/setup.h"

using namespace twinhelm;
using namespace twinhelm::simulate;
using namespace std::chrono_literals;

namespace
{

std::string instance(int priority, const std::string &more = {})
{
    return "vrrp_instance VI_1 {\n interface eth0\n virtual_router_id 51\n priority " + std::to_string(priority) +
           '\n' + more + "\n virtual_ipaddress {\n 10.0.0.3/24\n }\n}\n";
}

NodeInput node(const std::string &id, const std::string &text)
{
    return {id, config::loadText(text, id).settings, {}};
}

std::vector<NodeInput> pair(const std::string &more = {})
{
    return {node("lb1", instance(150, more)), node("lb2", instance(100, more))};
}

Network network(const std::vector<NodeInput> &nodes, NetworkOptions options = {})
{
    Network out(options);
    for (auto &host : setUp(nodes).hosts)
        out.add(std::move(host));
    return out;
}

const IpAddress vip = IpAddress::parse("10.0.0.3").value();

/// "lb1 3.414-10.000 lb2 13.609-20.000": seconds, rounded down to the millisecond.
QString holders(const Timeline &timeline)
{
    const auto seconds = [](TimePoint at) {
        return QString::number(double(at.time_since_epoch() / 1ms) / 1000.0, 'f', 3);
    };
    QStringList out;
    for (const auto &one : timeline.of(vip)->holdings)
        out << QString::fromStdString(one.node) + ' ' + seconds(one.span.begin) + '-' + seconds(one.span.end);
    return out.join(' ');
}

} // namespace

class TestNetwork : public QObject
{
    Q_OBJECT

private slots:
    void pairStartsWithTheHigherPriority()
    {
        auto net = network(pair());
        net.startAll();
        net.advance(10s);
        const auto timeline = net.timeline();
        QCOMPARE(holders(timeline), QString("lb1 3.414-10.000")); // 3 x 1 s + (256 - 150) / 256 s
        QCOMPARE(timeline.of(vip)->outages.size(), 1U);
        QVERIFY(!timeline.hasOverlaps());
    }

    void crashIsNoticedAfterTheMasterDownInterval()
    {
        auto net = network(pair());
        net.startAll();
        net.advance(10s); // the last advert went out at 9.414
        net.crash("lb1");
        net.advance(10s);
        const auto timeline = net.timeline();
        QCOMPARE(holders(timeline), QString("lb1 3.414-10.000 lb2 13.023-20.000")); // 9.414 + 0.0002 + 3.609
        QCOMPARE(timeline.of(vip)->outages.size(), 2U);
        const auto states = timeline.statesOf("lb2", "VI_1");
        QCOMPARE(states.back()->publish.cause, std::string("master_down"));
    }

    void orderlyStopTakesTheSkewOnly()
    {
        auto net = network(pair());
        net.startAll();
        net.advance(10s);
        net.stop("lb1");
        net.advance(5s);
        QCOMPARE(holders(net.timeline()), QString("lb1 3.414-10.000 lb2 10.609-15.000"));
    }

    void higherNodeTakesItBackUnlessToldNotTo()
    {
        for (const bool preempt : {true, false}) {
            auto net = network(pair(preempt ? "" : " state BACKUP\n nopreempt"));
            net.startAll();
            net.advance(10s);
            net.stop("lb1");
            net.advance(5s);
            net.start("lb1");
            net.advance(15s);
            const auto text = holders(net.timeline());
            QVERIFY2(preempt ? text.contains("lb2 10.609-18.414 lb1 18.414-30.000")
                             : text.endsWith("lb2 10.609-30.000"),
                     qPrintable(text));
        }
    }

    void partitionMakesTwoMastersAndHealingOne()
    {
        auto net = network(pair());
        net.startAll();
        net.advance(10s);
        net.links().cut("lb1", "lb2");
        net.links().cut("lb2", "lb1");
        net.advance(10s);
        net.links().healAll();
        net.advance(10s);
        const auto timeline = net.timeline();
        QCOMPARE(timeline.of(vip)->overlaps.size(), 1U);
        const auto &overlap = timeline.of(vip)->overlaps.front();
        QCOMPARE(overlap.nodes, (std::vector<std::string>{"lb1", "lb2"}));
        QVERIFY(overlap.span.begin > TimePoint(13s) && overlap.span.end < TimePoint(21500ms));
        QCOMPARE(QString::fromStdString(timeline.of(vip)->holderAt(TimePoint(25s))), QString("lb1"));
    }

    void oneWayLossIsToldAsConflict()
    {
        auto net = network(pair());
        net.startAll();
        net.advance(10s);
        net.links().cut("lb1", "lb2"); // lb2 hears nothing, lb1 hears lb2
        net.advance(10s);
        const auto timeline = net.timeline();
        QVERIFY(timeline.hasOverlaps());
        const auto told = std::ranges::any_of(timeline.moments, [](const Moment &one) {
            return one.node == "lb1" && one.publish.kind == vrrp::ChangeKind::Conflict;
        });
        QVERIFY(told);
    }

    void scriptMovesTheAddressAndBack()
    {
        const std::string tracked = " track_script {\n chk\n }";
        const std::string script =
            "vrrp_script chk {\n script /bin/chk\n interval 2\n weight -60\n fall 2\n rise 1\n}\n";
        auto net =
            network({node("lb1", script + instance(150, tracked)), node("lb2", script + instance(100, tracked))});
        net.startAll();
        net.advance(10s);
        net.setScript("lb1", "chk", vrrp::ScriptResult::Failed);
        net.advance(20s);
        QCOMPARE(QString::fromStdString(net.timeline().of(vip)->holderAt(TimePoint(29s))), QString("lb2"));
        net.setScript("lb1", "chk", vrrp::ScriptResult::Ok);
        net.advance(20s);
        QCOMPARE(QString::fromStdString(net.timeline().of(vip)->holderAt(TimePoint(49s))), QString("lb1"));
    }

    void linkDownFaultsAndReloadChanges()
    {
        auto net = network(pair());
        net.startAll();
        net.advance(10s);
        net.setLink("lb1", "eth0", false);
        net.advance(10s);
        QCOMPARE(QString::fromStdString(net.timeline().of(vip)->holderAt(TimePoint(19s))), QString("lb2"));
        net.setLink("lb1", "eth0", true);
        net.advance(10s);
        QCOMPARE(QString::fromStdString(net.timeline().of(vip)->holderAt(TimePoint(29s))), QString("lb1"));
        net.reload("lb1", config::loadText(instance(50), "lb1").settings);
        net.advance(10s);
        QCOMPARE(QString::fromStdString(net.timeline().of(vip)->holderAt(TimePoint(39s))), QString("lb2"));
    }

    void sameSeedLosesTheSamePackets()
    {
        const auto lossy = [](std::uint64_t seed) {
            NetworkOptions options;
            options.seed = seed;
            auto net = network(pair(), options);
            net.startAll();
            net.links().setLoss(0.5);
            net.advance(300s);
            return holders(net.timeline());
        };
        QCOMPARE(lossy(7), lossy(7));
        QVERIFY(lossy(7) != lossy(8));
        QVERIFY(lossy(7).contains("lb2")); // four in a row are lost now and then
    }

    void unicastPairHearsEachOtherByItsPeers()
    {
        const auto peer = [](const std::string &address) { return " unicast_peer {\n " + address + "\n }"; };
        const std::vector<NodeInput> nodes{node("lb1", instance(150, peer("10.0.0.6"))),
                                           node("lb2", instance(100, peer("10.0.0.5")))};
        auto net = network(nodes);
        QCOMPARE(setUp(nodes).assumptions, std::vector<std::string>());
        net.startAll();
        net.advance(20s);
        QCOMPARE(holders(net.timeline()), QString("lb1 3.414-20.000"));
    }

    void differentInterfaceNamesAreOneSegment()
    {
        auto other = instance(100);
        other.replace(other.find("eth0"), 4, "ens3");
        auto net = network({node("lb1", instance(150)), node("lb2", other)});
        net.startAll();
        net.advance(20s);
        QCOMPARE(holders(net.timeline()), QString("lb1 3.414-20.000"));
    }

    void twentyFourHoursOfAPairTakeMoments()
    {
        auto net = network(pair());
        net.startAll();
        QElapsedTimer timer;
        timer.start();
        net.advance(24h);
        const auto timeline = net.timeline();
        qInfo("24 h of a pair: %lld ms", timer.elapsed());
        QVERIFY(!timeline.cutShort);
        QCOMPARE(timeline.of(vip)->holdings.size(), 1U);
        QVERIFY(timer.elapsed() < 10000);
    }

    void budgetEndsWhatTakesTooLong()
    {
        NetworkOptions options;
        options.mostSteps = 100;
        auto net = network(pair(), options);
        net.startAll();
        net.advance(1h);
        QVERIFY(net.timeline().cutShort);
        QCOMPARE(net.now(), TimePoint(1h));
    }

    void unknownNamesAndNodesThatAreDownAreHarmless()
    {
        auto net = network(pair());
        net.stop("lb1");
        net.crash("nobody");
        net.setLink("lb1", "eth9", false);
        net.handOver("lb1", "VI_1");
        net.startAll();
        net.startAll();
        net.advance(10s);
        QCOMPARE(holders(net.timeline()), QString("lb1 3.414-10.000"));
    }
};

QTEST_APPLESS_MAIN(TestNetwork)
#include "tst_network.moc"
