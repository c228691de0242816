#include "common/vrrp/machine.h"

#include <QtTest>

#include "tests/support/vrrp/machine_bench.h"

using namespace twinhelm;
using namespace twinhelm::vrrp;
using twinhelm::test::address;
using twinhelm::test::at;
using twinhelm::test::Bench;
using twinhelm::test::group;
using twinhelm::test::heard;
using twinhelm::test::larger;
using twinhelm::test::line;
using twinhelm::test::plain;
using twinhelm::test::smaller;
using twinhelm::test::us;
using twinhelm::test::vip;
using namespace std::chrono_literals;

/// What a master does with its adverts, its addresses and those who contradict it.
class TestMachineMaster : public QObject
{
    Q_OBJECT

private slots:
    void announcesTwiceThenRefreshes()
    {
        auto settings = plain();
        settings.announce.refreshEvery = 30s;
        settings.announce.refreshRepeat = 2;
        Bench bench(settings);
        bench.becomeMaster(); // at 3.414 s
        bench.tick(6s);
        QCOMPARE(bench.tick(8414062500ns), std::string("advert150 announce5"));
        for (auto now = 9s; now <= 33s; ++now)
            bench.tick(now);
        QCOMPARE(bench.tick(33414062500ns), std::string("advert150 announce2"));
        QCOMPARE(bench.status().counters.announcementsSent, std::uint64_t(12));
    }

    void aLateTickSendsOneAdvert()
    {
        Bench bench;
        bench.becomeMaster();
        QCOMPARE(bench.tick(6400ms), std::string("advert150"));
        QVERIFY(bench.machine.nextDeadline() == at(7400ms));
    }

    void lowerPriorityNoAdvert()
    {
        auto settings = plain();
        settings.lowerPriorityNoAdvert = true;
        settings.announce.lowerPriorityRepeat = 0;
        Bench bench(settings);
        bench.becomeMaster();
        QCOMPARE(bench.tell(4s, heard(100)), std::string("conflict(two_masters)"));
    }

    void higherPrioritySendAdvert()
    {
        auto settings = plain();
        settings.higherPrioritySendAdvert = true;
        Bench bench(settings);
        bench.becomeMaster();
        QCOMPARE(bench.tell(4s, heard(200)), std::string("advert150 remove state(higher_priority)"));
    }

    void conflictsAreReportedOnceThenCounted()
    {
        auto settings = plain();
        settings.lowerPriorityNoAdvert = true;
        settings.announce.lowerPriorityRepeat = 0;
        Bench bench(settings);
        bench.becomeMaster();
        int reports = 0;
        for (int second = 4; second < 124; ++second) {
            bench.tick(std::chrono::seconds(second));
            reports += bench.tell(std::chrono::seconds(second), heard(100)).empty() ? 0 : 1;
        }
        QCOMPARE(reports, 2); // at 4 s and at 64 s
        QCOMPARE(bench.status().counters.conflicts, std::uint64_t(120));
        for (auto now = 124s; now < 200s; ++now)
            bench.tick(now);
        QCOMPARE(bench.tell(200s, heard(100)), std::string("conflict(two_masters)")); // quiet for long: a new one
    }

    void theFirstRepairsAreDoneAtOnce()
    {
        Bench bench;
        bench.becomeMaster();
        bench.tell(3500ms, event::AddressesApplied{true, {}});
        QVERIFY(bench.status().addressesPresent);
        const event::AddressVanished vanished{vip, "ip"};
        for (int i = 0; i < 5; ++i)
            QCOMPARE(bench.tell(3600ms, vanished), std::string("address(address_vanished) add announce5"));
        QVERIFY(!bench.status().addressesPresent);
        QCOMPARE(bench.tell(3700ms, vanished), std::string("address(address_vanished)"));
        QCOMPARE(bench.tell(3800ms, vanished), std::string());
        QCOMPARE(bench.tick(4600ms), std::string("advert150 add announce5"));
    }

    /// A point-to-point address stands in the kernel with the length of its peer.
    void anAddressWithAPeerIsRepaired()
    {
        auto settings = plain();
        settings.addresses[0].prefix.length = 32;
        settings.addresses[0].peer = Prefix{address("10.9.0.1"), 24};
        Bench bench(settings);
        bench.becomeMaster();
        const event::AddressVanished vanished{Prefix{settings.addresses[0].prefix.address, 24}, "ip"};
        QCOMPARE(bench.tell(3600ms, vanished), std::string("address(address_vanished) add announce5"));
    }

    void routesAndRulesMoveWithTheAddresses()
    {
        auto settings = plain();
        RouteSettings route;
        route.destination = {address("10.1.0.0"), 16};
        settings.routes = {route};
        settings.rules = {RuleSettings{}};
        settings.addressInterface = "vrrp.51";
        settings.accept = false;
        Bench bench(settings);
        bench.start();
        NodeActions out;
        bench.machine.step(at(4s), event::Deadline{}, out);
        const auto *add = std::get_if<AddAddresses>(&out.at(1));
        QVERIFY(add);
        QCOMPARE(add->interface, std::string("vrrp.51"));
        QVERIFY(add->routes == settings.routes && add->rules == settings.rules && !add->accept);
        out.clear();
        auto changed = settings;
        changed.routes[0].metric = 5;
        bench.machine.adopt(at(5s), changed, out);
        QCOMPARE(out.size(), std::size_t(2));
        const auto *gone = std::get_if<RemoveAddresses>(&out.at(0));
        const auto *fresh = std::get_if<AddAddresses>(&out.at(1));
        QVERIFY(gone && fresh);
        QVERIFY(gone->routes == settings.routes && gone->rules.empty() && gone->addresses.empty());
        QVERIFY(fresh->routes == changed.routes && fresh->rules.empty() && fresh->addresses.empty());
    }

    void unicastGoesToEveryPeer()
    {
        auto settings = plain();
        settings.unicastPeers = {smaller, larger};
        Bench bench(settings);
        bench.start();
        QCOMPARE(bench.tick(4s), std::string("advert150 advert150 add announce5 state(master_down)"));
        QCOMPARE(bench.status().counters.advertsSent, std::uint64_t(1));
    }

    void ownGroupAndUnicastTtl()
    {
        auto settings = plain();
        settings.multicastGroup = address("224.0.0.99");
        Machine own(settings, group);
        QCOMPARE(own.group().toString(), std::string("224.0.0.99"));
        settings.unicastPeers = {smaller};
        settings.unicastTtl = 64;
        Bench bench(settings);
        bench.start();
        NodeActions out;
        bench.machine.step(at(4s), event::Deadline{}, out);
        const auto *packet = std::get_if<SendPacket>(&out.front());
        QVERIFY(packet);
        QCOMPARE(int(packet->ttl), 64);
    }

    void answersAnOldChecksumTheOldWay()
    {
        auto settings = plain();
        settings.version = Version::V3;
        settings.unicastPeers = {smaller};
        Bench bench(settings);
        bench.becomeMaster();
        const auto sent = [&](Duration when) {
            NodeActions out;
            bench.machine.step(at(when), event::Deadline{}, out);
            return std::get<SendPacket>(out.front()).bytes;
        };
        const auto fresh = sent(5s);
        bench.machine.useOldChecksum();
        const auto old = sent(6s);
        QVERIFY(fresh != old);
        auto withoutSum = old;
        withoutSum[6] = fresh[6];
        withoutSum[7] = fresh[7];
        QVERIFY(withoutSum == fresh);
    }
};

QTEST_APPLESS_MAIN(TestMachineMaster)
#include "tst_machine_master.moc"
