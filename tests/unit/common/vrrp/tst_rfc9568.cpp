#include "common/vrrp/machine.h"

#include <QtTest>

#include "common/vrrp/node.h"
#include "tests/support/vrrp/values.h"

using namespace twinhelm;
using namespace twinhelm::vrrp;
using twinhelm::test::address;
using twinhelm::test::at;
using namespace std::chrono_literals;

namespace
{

const IpAddress us = address("10.0.0.12");
const IpAddress smaller = address("10.0.0.11");
const IpAddress larger = address("10.0.0.13");

/// Version 3, priority 150, 1 s: waits 3.4140625 s for a master.
InstanceSettings plain()
{
    InstanceSettings settings;
    settings.name = "VI_1";
    settings.interface = "eth0";
    settings.version = Version::V3;
    settings.virtualRouterId = Vrid{50};
    settings.priority = Priority{150};
    VirtualAddress one;
    one.prefix = {address("10.0.0.100"), 24};
    VirtualAddress two;
    two.prefix = {address("10.0.0.101"), 24};
    settings.addresses = {one, two};
    return settings;
}

InstanceSettings plainV6()
{
    auto settings = plain();
    settings.family = Family::IPv6;
    settings.addresses[0].prefix = {address("fe80::100"), 64};
    settings.addresses[1].prefix = {address("fd00::100"), 64};
    return settings;
}

event::AdvertHeard heard(int priority, const IpAddress &from = smaller, Duration interval = 1s)
{
    return {AdvertView{Vrid{50}, Priority{static_cast<std::uint8_t>(priority)}, interval, {}}, from};
}

constexpr Duration downAt150 = 3414062500ns; ///< 3 s + 106/256 s

/// A machine on the made-up clock, and what its last step wants to be done.
struct Router {
    explicit Router(const InstanceSettings &settings = plain())
        : machine(settings, address(settings.family == Family::IPv6 ? "ff02::12" : "224.0.0.18"))
    {
        machine.setSource(settings.family == Family::IPv6 ? address("fe80::12") : us);
    }

    void tell(Duration now, const MachineEvent &event)
    {
        done.clear();
        machine.step(at(now), event, done);
    }
    void startup() { tell(0s, event::Start{{"startup", "started"}}); }
    void shutdown(Duration now) { tell(now, event::Stop{{"shutdown", "stopped"}}); }
    void timer(Duration now) { tell(now, event::Deadline{}); }
    /// Active since 3.4140625 s; its next advert is due at 4.4140625 s.
    void becomeActive()
    {
        startup();
        timer(downAt150);
    }

    template<typename Action>
    [[nodiscard]] std::vector<Action> all() const
    {
        std::vector<Action> found;
        for (const auto &action : done) {
            if (const auto *one = std::get_if<Action>(&action))
                found.push_back(*one);
        }
        return found;
    }
    /// Priorities of the adverts sent.
    [[nodiscard]] std::vector<int> sent() const
    {
        std::vector<int> priorities;
        for (const auto &packet : all<SendPacket>())
            priorities.push_back(packet.bytes.at(2));
        return priorities;
    }
    [[nodiscard]] State state() const { return machine.state(); }
    [[nodiscard]] std::optional<TimePoint> due() const { return machine.nextDeadline(); }
    [[nodiscard]] InstanceStatus status() const
    {
        InstanceStatus status;
        machine.describe(status);
        return status;
    }

    Machine machine;
    NodeActions done;
};

using Priorities = std::vector<int>;

} // namespace

/// RFC 9568 section 6.4, one test for each numbered step, which is the number in the test's name; "master" is
/// keepalived's word for Active. Where keepalived does otherwise we follow keepalived, and the test says so.
class TestRfc9568 : public QObject
{
    Q_OBJECT

private slots:
    // ---- 6.4.1 Initialize ----

    void sec6_4_1_step100_nothingButStartupLeavesInitialize()
    {
        Router router;
        router.tell(1s, heard(200));
        router.timer(9s);
        QVERIFY(router.state() == State::Init && router.done.empty() && !router.due());
        router.startup();
        QVERIFY(router.state() == State::Backup);
    }
    void sec6_4_1_step110_theOwnerSendsAnAdvertAtOnce()
    {
        auto settings = plain();
        settings.priority = priorityOwner;
        Router router(settings);
        router.startup();
        QCOMPARE(router.sent(), Priorities{255});
    }
    void sec6_4_1_step120_theOwnerAnnouncesEachAddress()
    {
        auto settings = plain();
        settings.priority = priorityOwner;
        Router router(settings);
        router.startup();
        QCOMPARE(router.all<Announce>().at(0).addresses.size(), std::size_t(2));
    }
    void sec6_4_1_step130_theOwnerAnnouncesEachIpv6Address()
    {
        auto settings = plainV6();
        settings.priority = priorityOwner;
        Router router(settings);
        router.startup();
        const auto announced = router.all<Announce>().at(0).addresses;
        QCOMPARE(announced.size(), std::size_t(2));
        QVERIFY(announced[0].prefix.address.isV6() && announced[1].prefix.address.isV6());
    }
    void sec6_4_1_step140_theOwnersAdvertTimerIsTheInterval()
    {
        auto settings = plain();
        settings.priority = priorityOwner;
        Router router(settings);
        router.startup();
        QVERIFY(router.due() == at(1s));
    }
    void sec6_4_1_step145_theOwnerIsMaster()
    {
        auto settings = plain();
        settings.priority = priorityOwner;
        Router router(settings);
        router.startup();
        QVERIFY(router.state() == State::Master);
    }
    void sec6_4_1_step155_othersBeginWithTheirOwnInterval()
    {
        auto settings = plain();
        settings.advertInterval = 250ms;
        Router router(settings);
        router.startup();
        QCOMPARE(router.status().masterAdvertInterval, Duration(250ms));
    }
    void sec6_4_1_step160_othersSetTheMasterDownTimer()
    {
        Router router;
        router.startup();
        QVERIFY(router.due() == at(downAt150));
        auto fast = plain();
        fast.advertInterval = 100ms;
        Router hasty(fast);
        hasty.startup();
        QVERIFY(hasty.due() == at(341406250ns));
    }
    void sec6_4_1_step165_othersAreBackup()
    {
        Router router;
        router.startup();
        QVERIFY(router.state() == State::Backup);
        QVERIFY(router.sent().empty() && router.all<AddAddresses>().empty());
    }

    // ---- 6.4.2 Backup ----

    /// 310, 320, 325, 335, 340: a backup has no addresses, so that the kernel answers nothing for them.
    void sec6_4_2_step310to340_aBackupHoldsNoAddress()
    {
        Router router;
        router.becomeActive();
        router.tell(4s, heard(200));
        QVERIFY(router.state() == State::Backup);
        QCOMPARE(router.all<RemoveAddresses>().at(0).addresses.size(), std::size_t(2));
    }
    void sec6_4_2_step350_shutdownCancelsTheMasterDownTimer()
    {
        Router router;
        router.startup();
        router.shutdown(1s);
        QVERIFY(!router.due());
        router.timer(9s);
        QVERIFY(router.sent().empty());
    }
    void sec6_4_2_step355_shutdownLeavesWithoutAWord()
    {
        Router router;
        router.startup();
        router.shutdown(1s);
        QVERIFY(router.state() == State::Stopped); // keepalived's name of Initialize after a run
        QVERIFY(router.sent().empty());
    }
    void sec6_4_2_step370_theTimerMakesItSendAnAdvert()
    {
        Router router;
        router.startup();
        router.timer(downAt150 - 1ns);
        QVERIFY(router.sent().empty());
        router.timer(downAt150);
        QCOMPARE(router.sent(), Priorities{150});
    }
    void sec6_4_2_step380_theTimerMakesItAnnounceEachAddress()
    {
        Router router;
        router.becomeActive();
        QCOMPARE(router.all<Announce>().at(0).addresses.size(), std::size_t(2));
    }
    /// 390 (the solicited-node group) is the kernel's work once it has the address.
    void sec6_4_2_step390and395_ipv6AddressesAreSetThenAnnounced()
    {
        Router router(plainV6());
        router.becomeActive();
        QCOMPARE(router.all<AddAddresses>().at(0).addresses.size(), std::size_t(2));
        QCOMPARE(router.all<Announce>().at(0).addresses.size(), std::size_t(2));
    }
    void sec6_4_2_step405_theAdvertTimerIsTheOwnInterval()
    {
        Router router;
        router.startup();
        router.tell(1s, heard(200, smaller, 10s)); // a slow master was heard before
        router.timer(60s);
        QVERIFY(router.state() == State::Master);
        QVERIFY(router.due() == at(61s));
    }
    void sec6_4_2_step410_theTimerMakesItMaster()
    {
        Router router;
        router.becomeActive();
        QVERIFY(router.state() == State::Master);
    }
    void sec6_4_2_step430_priorityZeroLeavesTheSkewTime()
    {
        Router router;
        router.startup();
        router.tell(1s, heard(200));
        router.tell(2s, heard(0));
        QVERIFY(router.due() == at(2s + 414062500ns));
        QVERIFY(router.state() == State::Backup);
    }
    /// Of the master's interval, not of the own one.
    void sec6_4_2_step430_theSkewIsOfTheMastersInterval()
    {
        Router router;
        router.startup();
        router.tell(1s, heard(200, smaller, 10s));
        router.tell(2s, heard(0, smaller, 10s));
        QVERIFY(router.due() == at(2s + 4140625us));
    }
    void sec6_4_2_step445_aHigherOrEqualPriorityIsFollowed()
    {
        for (const int priority : {150, 151, 254, 255}) {
            for (const auto &from : {smaller, larger}) { // addresses do not count for a backup
                Router router;
                router.startup();
                router.tell(1s, heard(priority, from));
                QVERIFY(router.due() == at(1s + downAt150));
            }
        }
    }
    void sec6_4_2_step445_withoutPreemptionAnyPriorityIsFollowed()
    {
        auto settings = plain();
        settings.preempt = false;
        Router router(settings);
        router.startup();
        router.tell(1s, heard(1));
        QVERIFY(router.due() == at(1s + downAt150));
    }
    void sec6_4_2_step450_theMastersIntervalIsLearnt()
    {
        Router router;
        router.startup();
        router.tell(1s, heard(200, smaller, 500ms));
        QCOMPARE(router.status().masterAdvertInterval, Duration(500ms));
    }
    void sec6_4_2_step455and460_skewAndDownIntervalFollowTheMaster()
    {
        Router router;
        router.startup();
        router.tell(1s, heard(200, smaller, 500ms));
        QCOMPARE(router.status().masterDownInterval, Duration(1500ms + 207031250ns));
    }
    void sec6_4_2_step465_theMasterDownTimerStartsAnew()
    {
        Router router;
        router.startup();
        router.tell(1s, heard(200, smaller, 500ms));
        QVERIFY(router.due() == at(1s + 1500ms + 207031250ns));
        router.tell(2s, heard(200, smaller, 2s)); // the master's interval changed
        QVERIFY(router.due() == at(2s + 6s + 828125us));
    }
    void sec6_4_2_step475_aLowerPriorityIsDiscarded()
    {
        Router router;
        router.startup();
        router.tell(1s, heard(149, larger, 10s));
        QVERIFY(router.due() == at(downAt150));
        QCOMPARE(router.status().masterAdvertInterval, Duration(1s));
        QVERIFY(router.done.empty());
    }

    // ---- 6.4.3 Active ----

    /// 610, 620, 625: holding the addresses, the kernel answers for them.
    void sec6_4_3_step610to625_aMasterHoldsTheAddresses()
    {
        Router router;
        router.becomeActive();
        const auto added = router.all<AddAddresses>().at(0).addresses;
        QVERIFY(added == plain().addresses);
    }
    /// Accept_Mode. keepalived's default is to accept, other than the RFC's; no_accept makes it the RFC's. The owner's
    /// rule is the configuration's: strict mode keeps `accept` for it.
    void sec6_4_3_step650_packetsToTheAddressesAreAcceptedUnlessToldOtherwise()
    {
        Router accepting;
        accepting.becomeActive();
        QVERIFY(accepting.all<AddAddresses>().at(0).accept);
        auto settings = plain();
        settings.accept = false;
        Router refusing(settings);
        refusing.becomeActive();
        QVERIFY(!refusing.all<AddAddresses>().at(0).accept);
        refusing.tell(4s, heard(200));
        QVERIFY(!refusing.all<RemoveAddresses>().at(0).accept); // whatever drops them goes, too
    }
    void sec6_4_3_step660_shutdownCancelsTheAdvertTimer()
    {
        Router router;
        router.becomeActive();
        router.shutdown(4s);
        QVERIFY(!router.due());
        router.timer(9s);
        QVERIFY(router.sent().empty());
    }
    void sec6_4_3_step665_shutdownSaysPriorityZero()
    {
        Router router;
        router.becomeActive();
        router.shutdown(4s);
        QCOMPARE(router.sent(), Priorities{0});
    }
    void sec6_4_3_step670_shutdownLetsTheAddressesGo()
    {
        Router router;
        router.becomeActive();
        router.shutdown(4s);
        QCOMPARE(router.all<RemoveAddresses>().size(), std::size_t(1));
        QVERIFY(router.state() == State::Stopped);
    }
    void sec6_4_3_step685_theAdvertTimerSendsAnAdvert()
    {
        Router router;
        router.becomeActive();
        router.timer(downAt150 + 999ms);
        QVERIFY(router.sent().empty());
        router.timer(downAt150 + 1s);
        QCOMPARE(router.sent(), Priorities{150});
    }
    void sec6_4_3_step690_theAdvertTimerStartsAnewWithoutDrift()
    {
        Router router;
        router.becomeActive();
        router.timer(downAt150 + 1s + 30ms); // called late: the next one is not
        QVERIFY(router.due() == at(downAt150 + 2s));
    }
    void sec6_4_3_step710_priorityZeroIsAnsweredWithAnAdvert()
    {
        Router router;
        router.becomeActive();
        router.tell(4s, heard(0));
        QCOMPARE(router.sent(), Priorities{150});
        QVERIFY(router.state() == State::Master);
    }
    void sec6_4_3_step715_priorityZeroSetsTheAdvertTimerAnew()
    {
        Router router;
        router.becomeActive();
        router.tell(4s, heard(0));
        QVERIFY(router.due() == at(5s));
    }
    void sec6_4_3_step725_aHigherPriorityEndsIt()
    {
        Router router;
        router.becomeActive();
        router.tell(4s, heard(151, smaller));
        QVERIFY(router.state() == State::Backup);
    }
    /// Addresses are compared as unsigned numbers in network byte order.
    void sec6_4_3_step730_anEqualPriorityWithALargerAddressEndsIt_data()
    {
        QTest::addColumn<QString>("ours");
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<bool>("yields");
        QTest::newRow("last byte larger") << "10.0.0.12"
                                          << "10.0.0.13" << true;
        QTest::newRow("last byte smaller") << "10.0.0.12"
                                           << "10.0.0.11" << false;
        QTest::newRow("first byte decides") << "10.0.0.255"
                                            << "11.0.0.1" << true;
        QTest::newRow("not the host's byte order") << "10.0.1.0"
                                                   << "10.0.0.255" << false;
        QTest::newRow("above 127 is not negative") << "10.0.0.1"
                                                   << "192.168.0.1" << true;
        QTest::newRow("IPv6 larger") << "fe80::12"
                                     << "fe80::13" << true;
        QTest::newRow("IPv6 smaller") << "fe80::12"
                                      << "fe80::11" << false;
        QTest::newRow("IPv6 high half decides") << "fe80::1:0:0:0"
                                                << "fe80::ffff:ffff" << false;
    }
    void sec6_4_3_step730_anEqualPriorityWithALargerAddressEndsIt()
    {
        QFETCH(QString, ours);
        QFETCH(QString, theirs);
        QFETCH(bool, yields);
        const auto own = address(qPrintable(ours));
        Router router(own.isV6() ? plainV6() : plain());
        router.machine.setSource(own);
        router.becomeActive();
        router.tell(4s, heard(150, address(qPrintable(theirs))));
        QCOMPARE(router.state() == State::Backup, yields);
    }
    void sec6_4_3_step735_theAdvertTimerIsCancelled()
    {
        Router router;
        router.becomeActive();
        router.tell(4s, heard(200));
        router.timer(downAt150 + 1s);
        QVERIFY(router.sent().empty());
    }
    void sec6_4_3_step740_theNewMastersIntervalIsLearnt()
    {
        Router router;
        router.becomeActive();
        router.tell(4s, heard(200, smaller, 2s));
        QCOMPARE(router.status().masterAdvertInterval, Duration(2s));
    }
    void sec6_4_3_step745to755_theMasterDownTimerIsOfTheNewMaster()
    {
        Router router;
        router.becomeActive();
        router.tell(4s, heard(200, smaller, 2s));
        QVERIFY(router.due() == at(4s + 6s + 828125us));
    }
    void sec6_4_3_step760_itIsBackupAndHoldsNoAddress()
    {
        Router router;
        router.becomeActive();
        router.tell(4s, heard(200));
        QVERIFY(router.state() == State::Backup);
        QCOMPARE(router.all<RemoveAddresses>().size(), std::size_t(1));
        QVERIFY(router.sent().empty());
    }
    void sec6_4_3_step770_aLowerAdvertIsDiscarded()
    {
        Router router;
        router.becomeActive();
        router.tell(4s, heard(149, larger, 9s));
        QVERIFY(router.state() == State::Master);
        QVERIFY(router.due() == at(downAt150 + 1s)); // the own rhythm stays
    }
    void sec6_4_3_step775_aLowerAdvertIsAnsweredAtOnce()
    {
        Router router;
        router.becomeActive();
        router.tell(4s, heard(149));
        QCOMPARE(router.sent(), Priorities{150});
        router.tell(4s, heard(150, smaller));
        QCOMPARE(router.sent(), Priorities{150});
    }

    // ---- version 2 where it differs (RFC 3768 section 6) ----

    void version2_theSkewDoesNotDependOnTheInterval()
    {
        auto settings = plain();
        settings.version = Version::V2;
        settings.advertInterval = 10s;
        Router router(settings);
        router.startup();
        QVERIFY(router.due() == at(30s + 414062500ns));
        router.tell(1s, heard(200, smaller, 10s));
        router.tell(2s, heard(0, smaller, 10s));
        QVERIFY(router.due() == at(2s + 414062500ns));
    }
    void version2_learnsNoInterval()
    {
        auto settings = plain();
        settings.version = Version::V2;
        Router router(settings);
        router.startup();
        router.tell(1s, heard(200, smaller, 7s)); // never gets here from a wire: dropped before
        QCOMPARE(router.status().masterAdvertInterval, Duration(1s));
    }

    // ---- 5.1.2.1: IPv6 is sent from a link-local address ----

    void sec5_1_ipv6IsSentFromLinkLocalToItsOwnGroup()
    {
        Router router(plainV6());
        router.becomeActive();
        const auto packet = router.all<SendPacket>().at(0);
        QVERIFY(packet.source.isLinkLocal());
        QCOMPARE(packet.destination, address("ff02::12"));
        QCOMPARE(int(packet.ttl), 255);
    }

    /// Priority 0 in the states that have no part in the election.
    void priorityZeroMeansNothingOutsideTheElection()
    {
        Router fresh;
        fresh.tell(0s, heard(0));
        QVERIFY(fresh.state() == State::Init && fresh.done.empty());
        Router faulty;
        faulty.startup();
        faulty.tell(1s, event::FaultFound{{"link_down", "eth0 is down"}});
        faulty.tell(2s, heard(0));
        QVERIFY(faulty.state() == State::Fault && faulty.done.empty() && !faulty.due());
        Router ended;
        ended.startup();
        ended.shutdown(1s);
        ended.tell(2s, heard(0));
        QVERIFY(ended.state() == State::Stopped && ended.done.empty() && !ended.due());
    }
};

QTEST_GUILESS_MAIN(TestRfc9568)
#include "tst_rfc9568.moc"
