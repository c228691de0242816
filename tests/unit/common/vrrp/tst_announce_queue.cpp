#include "common/vrrp/announce_queue.h"

#include <QtTest>

#include "common/vrrp/node.h"
#include "tests/support/vrrp/values.h"

using namespace twinhelm;
using namespace twinhelm::vrrp;
using twinhelm::test::at;
using namespace std::chrono_literals;

namespace
{

VirtualAddress vip(const char *prefix, const char *device = "")
{
    VirtualAddress one;
    one.prefix = *Prefix::parse(prefix);
    one.device = device;
    return one;
}

/// "VI_1:10.0.0.1 VI_1:10.0.0.2"
std::string line(const std::vector<Announce> &all)
{
    std::string text;
    for (const auto &one : all) {
        text += (text.empty() ? "" : " ") + one.instance + ":" + one.addresses.at(0).prefix.address.toString();
        if (one.addresses.size() != 1 || one.repeat != 1)
            text += "(not a single packet)";
    }
    return text;
}

const Announce two{"VI_1", "eth0", {vip("10.0.0.1/24"), vip("10.0.0.2/24")}, 2};

} // namespace

/// The pace of gratuitous ARP and neighbour advertisements.
class TestAnnounceQueue : public QObject
{
    Q_OBJECT

private slots:
    void withoutAPaceNothingWaits()
    {
        AnnounceQueue queue;
        QVERIFY(!queue.push(at(0s), two));
        QVERIFY(!queue.nextDeadline());
        AnnounceQueue onlyV6({{0s, 1s}, {}});
        QVERIFY(!onlyV6.push(at(0s), two));
    }

    void onePacketEachInterval()
    {
        AnnounceQueue queue({{100ms, 0s}, {}});
        QVERIFY(queue.push(at(1s), two));
        QCOMPARE(line(queue.take(at(1s))), std::string("VI_1:10.0.0.1"));
        QVERIFY(queue.nextDeadline() == at(1100ms));
        QCOMPARE(line(queue.take(at(1099ms))), std::string());
        QCOMPARE(line(queue.take(at(1100ms))), std::string("VI_1:10.0.0.2")); // every address before any repetition
        QCOMPARE(line(queue.take(at(1200ms))), std::string("VI_1:10.0.0.1"));
        QCOMPARE(line(queue.take(at(9s))), std::string("VI_1:10.0.0.2"));
        QVERIFY(!queue.nextDeadline());
        QVERIFY(queue.push(at(9050ms), two)); // the pace holds between bursts as well
        QCOMPARE(line(queue.take(at(9050ms))), std::string());
        QVERIFY(queue.nextDeadline() == at(9100ms));
    }

    void aStallIsNoReasonForAFlood()
    {
        AnnounceQueue queue({{100ms, 0s}, {}});
        QVERIFY(queue.push(at(1s), two));
        QCOMPARE(line(queue.take(at(60s))), std::string("VI_1:10.0.0.1"));
        QVERIFY(queue.nextDeadline() == at(60100ms));
    }

    void interfacesOfAGroupShareThePace()
    {
        AnnounceQueue queue({{0s, 0s}, {{{"eth0", "eth1"}, {50ms, 0s}}}});
        QVERIFY(queue.push(at(0s), {"VI_1", "eth0", {vip("10.0.0.1/24")}, 1}));
        QVERIFY(queue.push(at(0s), {"VI_2", "eth2", {vip("10.1.0.1/24", "eth1")}, 1}));
        QVERIFY(!queue.push(at(0s), {"VI_3", "eth2", {vip("10.2.0.1/24")}, 1}));
        QCOMPARE(line(queue.take(at(0s))), std::string("VI_1:10.0.0.1"));
        QCOMPARE(line(queue.take(at(50ms))), std::string("VI_2:10.1.0.1"));
    }

    void familiesAndLonersDoNotWaitForEachOther()
    {
        AnnounceQueue queue({{1s, 2s}, {}});
        QVERIFY(queue.push(at(0s), {"VI_1", "eth0", {vip("10.0.0.1/24"), vip("2001:db8::1/64")}, 2}));
        QVERIFY(queue.push(at(0s), {"VI_2", "eth1", {vip("10.1.0.1/24")}, 1}));
        QCOMPARE(line(queue.take(at(0s))), std::string("VI_1:10.0.0.1 VI_1:2001:db8::1 VI_2:10.1.0.1"));
        QCOMPARE(line(queue.take(at(1s))), std::string("VI_1:10.0.0.1"));
        QCOMPARE(line(queue.take(at(2s))), std::string("VI_1:2001:db8::1"));
    }

    void whoIsNoLongerMasterIsSilent()
    {
        AnnounceQueue queue({{1s, 0s}, {}});
        QVERIFY(queue.push(at(0s), two));
        QVERIFY(queue.push(at(0s), {"VI_2", "eth0", {vip("10.0.0.9/24")}, 1}));
        queue.forget("VI_1", two.addresses);
        QCOMPARE(line(queue.take(at(0s))), std::string("VI_2:10.0.0.9"));
        QVERIFY(!queue.nextDeadline());
    }

    void oneAddressThatLeavesDoesNotSilenceTheOthers()
    {
        AnnounceQueue queue({{1s, 0s}, {}});
        QVERIFY(queue.push(at(0s), two));
        queue.forget("VI_1", {vip("10.0.0.1/24")});
        QCOMPARE(line(queue.take(at(0s))), std::string("VI_1:10.0.0.2"));
        QCOMPARE(line(queue.take(at(1s))), std::string("VI_1:10.0.0.2"));
        QVERIFY(!queue.nextDeadline());
    }

    void newPacesHoldForWhatWaits()
    {
        AnnounceQueue queue({{10s, 0s}, {}});
        QVERIFY(queue.push(at(0s), two));
        QCOMPARE(line(queue.take(at(0s))), std::string("VI_1:10.0.0.1"));
        queue.setPaces({});
        QCOMPARE(line(queue.take(at(10s))), std::string("VI_1:10.0.0.2 VI_1:10.0.0.1 VI_1:10.0.0.2"));
    }

    /// Through the whole node: the first announcement goes out at once, the last never after a shutdown.
    void theNodePaces()
    {
        NodeSettings settings;
        settings.announcePaces.otherwise.v4 = 100ms;
        InstanceSettings instance;
        instance.name = "VI_1";
        instance.interface = "eth0";
        instance.virtualRouterId = Vrid{50};
        instance.priority = priorityOwner;
        instance.addresses = two.addresses;
        settings.instances.push_back(instance);
        Node node(settings);
        const auto announced = [](const NodeActions &actions) {
            std::vector<Announce> all;
            for (const auto &action : actions) {
                if (const auto *one = std::get_if<Announce>(&action))
                    all.push_back(*one);
            }
            return line(all);
        };
        (void)node.step(at(0s), InterfaceChanged{{"eth0", true, true, 1500, {test::address("10.0.0.11")}}});
        QCOMPARE(announced(node.step(at(0s), Startup{})), std::string("VI_1:10.0.0.1"));
        QVERIFY(node.nextDeadline() == at(100ms));
        QCOMPARE(announced(node.step(at(100ms), DeadlineReached{})), std::string("VI_1:10.0.0.2"));
        // A reload takes one address away: the other is still announced as often as it should be.
        settings.instances[0].addresses = {two.addresses[1]};
        QCOMPARE(announced(node.step(at(150ms), Reconfigure{settings})), std::string());
        QCOMPARE(announced(node.step(at(200ms), DeadlineReached{})), std::string("VI_1:10.0.0.2"));
        QCOMPARE(announced(node.step(at(200ms), Shutdown{})), std::string());
        QVERIFY(!node.nextDeadline());
    }
};

QTEST_GUILESS_MAIN(TestAnnounceQueue)
#include "tst_announce_queue.moc"
