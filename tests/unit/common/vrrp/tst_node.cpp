#include "common/vrrp/node.h"

#include <QtTest>

#include "common/vrrp/codec.h"
#include "tests/support/vrrp/one_node.h"

using namespace twinhelm;
using namespace twinhelm::vrrp;
using namespace twinhelm::test;
using namespace std::chrono_literals;

class TestNode : public QObject
{
    Q_OBJECT

private slots:
    void advertsThatDoNotLeaveAreCountedAndToldOnce()
    {
        auto node = master(oneInstance());
        const PacketsFailed failed{"VI_1", 2, "No buffer space available"};
        const auto told = published(node.step(at(4s), failed), ChangeKind::SendTrouble);
        QCOMPARE(told.size(), 1U);
        QCOMPARE(told[0].cause, std::string("send_failed"));
        QVERIFY(told[0].text.find("No buffer space available") != std::string::npos);
        QVERIFY(node.step(at(5s), failed).empty());
        QCOMPARE(
            published(node.step(at(6s), PacketsFailed{"VI_1", 1, "Operation not permitted"}), ChangeKind::SendTrouble)
                .size(),
            1U);
        const auto over = published(node.step(at(7s), PacketsFailed{"VI_1", 0, {}}), ChangeKind::SendTrouble);
        QCOMPARE(over.size(), 1U);
        QCOMPARE(over[0].cause, std::string("send_recovered"));
        QCOMPARE(node.status().instances[0].counters.sendFailed, std::uint64_t{5});
        QVERIFY(node.step(at(8s), PacketsFailed{"nobody", 1, "x"}).empty());
    }

    void packetsOfNobodyAreCounted()
    {
        auto node = master(oneInstance());
        QVERIFY(node.receive(at(4s), advert(52, 200)).empty());
        QVERIFY(node.receive(at(4s), advert(52, 200)).empty());
        auto cut = advert(51, 200);
        cut.bytes.resize(1);
        QVERIFY(node.receive(at(4s), cut).empty());
        QCOMPARE(node.status().unknownRouter, std::uint64_t{2});
        QCOMPARE(node.status().unreadable, std::uint64_t{1});
    }

    void aPacketIsReceivedInPlaceAsItIsAsAnEvent()
    {
        Node one(oneInstance());
        Node other(oneInstance());
        for (auto *node : {&one, &other}) {
            (void)node->step(at(0s), InterfaceChanged{link("eth0")});
            (void)node->step(at(0s), Startup{});
        }
        const auto packet = advert(51, 200);
        QCOMPARE(one.receive(at(1s), packet).size(), other.step(at(1s), packet).size());
        QCOMPARE(one.nextDeadline(), other.nextDeadline());
        QCOMPARE(one.status().instances[0].counters, other.status().instances[0].counters);
        QCOMPARE(one.status().instances[0].counters.advertsReceived, std::uint64_t{1});
    }

    // ---- interfaces and source addresses ----

    void missingInterfaceIsAFaultInWords()
    {
        Node node(oneInstance());
        const auto actions = node.step(at(0s), Startup{});
        QVERIFY(only<OpenInterface>(actions).empty());
        QVERIFY(stateOf(node) == State::Fault);
        QCOMPARE(node.status().instances[0].faults, std::vector<std::string>{"interface eth0 does not exist"});
        QVERIFY(!node.nextDeadline());

        const auto appeared = node.step(at(5s), InterfaceChanged{link("eth0")});
        QCOMPARE(only<OpenInterface>(appeared).size(), std::size_t(1));
        QVERIFY(stateOf(node) == State::Backup);
        QVERIFY(node.status().instances[0].faults.empty());

        InterfaceFacts gone;
        gone.name = "eth0";
        gone.exists = false;
        const auto vanished = node.step(at(9s), InterfaceChanged{gone});
        QCOMPARE(only<CloseInterface>(vanished).size(), std::size_t(1));
        QVERIFY(stateOf(node) == State::Fault);
    }

    void sourceAddress_data()
    {
        QTest::addColumn<QStringList>("addresses");
        QTest::addColumn<QString>("configured");
        QTest::addColumn<int>("priority");
        QTest::addColumn<QString>("source"); // empty: FAULT
        QTest::newRow("primary") << QStringList{"10.0.0.11", "10.0.0.99"} << "" << 150 << "10.0.0.11";
        QTest::newRow("IPv6 is no source for IPv4") << QStringList{"fe80::1", "10.0.0.11"} << "" << 150 << "10.0.0.11";
        QTest::newRow("configured wins") << QStringList{"10.0.0.11"} << "10.0.0.99" << 150 << "10.0.0.99";
        QTest::newRow("what moves is no source") << QStringList{"10.0.1.51", "10.0.0.11"} << "" << 150 << "10.0.0.11";
        QTest::newRow("only what moves") << QStringList{"10.0.1.51"} << "" << 150 << "";
        QTest::newRow("the owner's is its own") << QStringList{"10.0.1.51"} << "" << 255 << "10.0.1.51";
        QTest::newRow("none") << QStringList{} << "" << 150 << "";
    }
    void sourceAddress()
    {
        QFETCH(QStringList, addresses);
        QFETCH(QString, configured);
        QFETCH(int, priority);
        QFETCH(QString, source);
        auto settings = oneInstance();
        settings.instances[0].priority = Priority{static_cast<std::uint8_t>(priority)};
        if (!configured.isEmpty())
            settings.instances[0].sourceAddress = address(qPrintable(configured));
        std::vector<IpAddress> list;
        for (const auto &one : addresses)
            list.push_back(address(qPrintable(one)));
        Node node(settings);
        (void)node.step(at(0s), InterfaceChanged{link("eth0", true, list)});
        auto actions = node.step(at(0s), Startup{});
        if (source.isEmpty()) {
            QCOMPARE(node.status().instances[0].faults,
                     std::vector<std::string>{"interface eth0 has no IPv4 address to send from"});
            return;
        }
        for (auto &action : node.step(at(4s), DeadlineReached{}))
            actions.push_back(action);
        const auto packets = only<SendPacket>(actions);
        QVERIFY(!packets.empty());
        QCOMPARE(QString::fromStdString(packets[0].source.toString()), source);
        QCOMPARE(int(packets[0].ttl), 255);
        QCOMPARE(packets[0].destination, multicast);
    }

    void ipv6SendsFromLinkLocal()
    {
        auto settings = oneInstance();
        auto &six = settings.instances[0];
        six.family = Family::IPv6;
        six.version = Version::V3;
        six.addresses[0].prefix = Prefix{address("fe80::100"), 64};
        Node node(settings);
        (void)node.step(at(0s), InterfaceChanged{link("eth0", true, {us, address("fd00::1"), address("fe80::1")})});
        (void)node.step(at(0s), Startup{});
        const auto packets = only<SendPacket>(node.step(at(4s), DeadlineReached{}));
        QCOMPARE(packets.size(), std::size_t(1));
        QCOMPARE(packets[0].source, address("fe80::1"));
        QCOMPARE(packets[0].destination, address("ff02::12"));
    }

    /// IPv6 addresses are listed newest first, so that a running instance's link-local address stands before the
    /// host's: an instance that comes later, or a restarted engine, must not send from what moves with another one.
    void whatMovesWithAnotherInstanceIsNoSource()
    {
        auto settings = oneInstance();
        settings.instances.push_back(instance("VI_2", 52));
        for (auto &one : settings.instances) {
            one.family = Family::IPv6;
            one.version = Version::V3;
        }
        settings.instances[0].addresses[0].prefix = Prefix{address("fe80::100"), 64};
        settings.instances[1].addresses[0].prefix = Prefix{address("fe80::200"), 64};
        const auto source = [&](std::vector<IpAddress> list) {
            Node node(settings);
            (void)node.step(at(0s), InterfaceChanged{link("eth0", true, std::move(list))});
            (void)node.step(at(0s), Startup{});
            for (const auto &packet : only<SendPacket>(node.step(at(4s), DeadlineReached{}))) {
                if (packet.instance == "VI_2")
                    return packet.source.toString();
            }
            return std::string();
        };
        QCOMPARE(source({address("fe80::100"), address("fe80::1")}), std::string("fe80::1"));
        QCOMPARE(source({address("fe80::100")}), std::string("fe80::100")); // better than none
        settings.instances[0].priority = priorityOwner;                     // then it is the host's own
        QCOMPARE(source({address("fe80::100"), address("fe80::1")}), std::string("fe80::100"));
    }

    void ourOwnVipAppearingChangesNothing()
    {
        auto node = master(oneInstance());
        QVERIFY(stateOf(node) == State::Master);
        const auto actions = node.step(at(3600ms), InterfaceChanged{link("eth0", true, {us, address("10.0.1.51")})});
        QVERIFY(actions.empty());
    }

    void dontTrackPrimaryStaysWithALinkDown()
    {
        auto settings = oneInstance();
        settings.instances[0].trackPrimaryInterface = false;
        auto node = master(settings);
        (void)node.step(at(4s), InterfaceChanged{link("eth0", false)});
        QVERIFY(stateOf(node) == State::Master);
    }

    // ---- packets ----

    void packetsFindTheirInstance()
    {
        auto settings = oneInstance();
        settings.instances.push_back(instance("VI_2", 52));
        settings.instances.push_back(instance("VI_3", 51, "eth1"));
        Node node(settings);
        (void)node.step(at(0s), InterfaceChanged{link("eth0")});
        (void)node.step(at(0s), InterfaceChanged{link("eth1")});
        (void)node.step(at(0s), Startup{});
        (void)node.step(at(1s), advert(52, 200));
        (void)node.step(at(1s), advert(51, 200, peer, "eth1"));
        (void)node.step(at(1s), advert(53, 200));               // nobody's
        (void)node.step(at(1s), advert(51, 200, peer, "eth9")); // nobody's
        (void)node.step(at(1s), advert(51, 200, us));           // our own, looped back
        const auto status = node.status();
        QCOMPARE(status.instances[0].counters.advertsReceived, std::uint64_t(0));
        QCOMPARE(status.instances[1].counters.advertsReceived, std::uint64_t(1));
        QCOMPARE(status.instances[2].counters.advertsReceived, std::uint64_t(1));
        QCOMPARE(*status.instances[1].masterAddress, peer);
        QVERIFY(status.instances[1].lastAdvertHeard == at(1s));
    }

    void rejectionsAreSaidOnceAndCounted()
    {
        auto node = master(oneInstance());
        auto packet = advert(51, 100);
        packet.ttl = 64;
        const auto first = node.step(at(4s), packet);
        QCOMPARE(published(first, ChangeKind::PacketRejected).size(), std::size_t(1));
        QCOMPARE(only<Publish>(first)[0].cause, std::string("bad_ttl"));
        QVERIFY(node.step(at(4s), packet).empty());
        QCOMPARE(node.status().instances[0].counters.badTtl, std::uint64_t(2));
        for (unsigned host = 1; host < 100; ++host) { // a forger's many addresses do not flood the journal
            packet.source = IpAddress::v4(0x0a000100U + host);
            (void)node.step(at(4s), packet);
        }
        packet.source = address("10.0.9.9");
        QVERIFY(node.step(at(4s), packet).empty());
        QCOMPARE(node.status().instances[0].counters.badTtl, std::uint64_t(102));
    }

    void otherAddressListsAreAcceptedButSaid()
    {
        Node node(oneInstance());
        (void)node.step(at(0s), InterfaceChanged{link("eth0")});
        (void)node.step(at(0s), Startup{});
        const Advert message{Version::V2, Family::IPv4,   Vrid{51}, Priority{200},
                             1s,          AuthType::None, {},       {address("10.0.1.51"), address("10.0.1.99")}};
        const PacketReceived packet{"eth0", peer, multicast, 255, encode(message, peer, multicast), false};
        const auto actions = node.step(at(1s), packet);
        QCOMPARE(published(actions, ChangeKind::PacketRejected).at(0).cause, std::string("address_list_mismatch"));
        const auto counters = node.status().instances[0].counters;
        QCOMPARE(counters.addressListMismatch, std::uint64_t(1));
        QCOMPARE(counters.advertsReceived, std::uint64_t(1));
        QCOMPARE(*node.status().instances[0].masterAddress, peer);
    }

    void anAdvertThatChangesNothingMakesNoActions()
    {
        Node node(oneInstance());
        (void)node.step(at(0s), InterfaceChanged{link("eth0")});
        (void)node.step(at(0s), Startup{});
        (void)node.step(at(1s), advert(51, 200));
        const auto actions = node.step(at(2s), advert(51, 200));
        QVERIFY(actions.empty());
        QCOMPARE(actions.capacity(), std::size_t(0));
    }

    // ---- scripts ----

    void scriptsRunOnceWhileUnderWay()
    {
        auto settings = oneInstance();
        settings.scripts = {script("check_web"), script("nobody_tracks_me")};
        settings.instances[0].trackScripts = {{"check_web", -60, false}};
        Node node(settings);
        (void)node.step(at(0s), InterfaceChanged{link("eth0")});
        const auto started = only<RunScript>(node.step(at(0s), Startup{}));
        QCOMPARE(started.size(), std::size_t(1));
        QCOMPARE(started[0].script, std::string("check_web"));
        QVERIFY(only<RunScript>(node.step(at(10s), DeadlineReached{})).empty());
        (void)node.step(at(11s), ScriptFinished{"check_web", ScriptResult::Failed, 2});
        QCOMPARE(only<RunScript>(node.step(at(20s), DeadlineReached{})).size(), std::size_t(1));

        const auto status = node.status();
        QCOMPARE(int(status.instances[0].effectivePriority.value), 90);
        QCOMPARE(status.instances[0].priorityParts.size(), std::size_t(2));
        QCOMPARE(status.scripts.size(), std::size_t(1));
        QCOMPARE(status.scripts[0].lastExitCode, 2);
        QCOMPARE(status.scripts[0].runs, std::uint64_t(2));
    }

    void aWeightlessScriptIsWaitedForAtStart()
    {
        auto settings = oneInstance();
        settings.scripts = {script("check_web")};
        settings.instances[0].trackScripts = {{"check_web", 0, false}};
        Node node(settings);
        (void)node.step(at(0s), InterfaceChanged{link("eth0")});
        (void)node.step(at(0s), Startup{});
        QVERIFY(stateOf(node) == State::Init);
        (void)node.step(at(1s), ScriptFinished{"check_web", ScriptResult::Failed, 1});
        QVERIFY(stateOf(node) == State::Fault);
        QCOMPARE(node.status().instances[0].faults, std::vector<std::string>{"script check_web failed (exit 1)"});
        (void)node.step(at(2s), ScriptFinished{"check_web", ScriptResult::Ok, 0});
        QVERIFY(stateOf(node) == State::Backup);
    }

    void priorityChangesSaySo()
    {
        auto settings = oneInstance();
        settings.scripts = {script("check_web")};
        settings.instances[0].trackScripts = {{"check_web", -50, false}};
        auto node = master(settings);
        const auto actions = node.step(at(4s), ScriptFinished{"check_web", ScriptResult::Failed, 1});
        const auto said = published(actions, ChangeKind::PriorityChanged).at(0);
        QCOMPARE(said.cause, std::string("script_failed"));
        QCOMPARE(said.text, std::string("script check_web failed (exit 1): priority 150 -> 100"));
        QCOMPARE(*said.priority, 100);
    }

    // ---- sync groups ----

    void aGroupIsFaultyWhenOneMemberIs()
    {
        auto settings = oneInstance();
        settings.instances.push_back(instance("VI_2", 52, "eth1"));
        SyncGroupSettings pair;
        pair.name = "PAIR";
        pair.members = {"VI_1", "VI_2", "never_configured"};
        settings.syncGroups = {pair};
        Node node(settings);
        (void)node.step(at(0s), InterfaceChanged{link("eth0")});
        (void)node.step(at(0s), InterfaceChanged{link("eth1", false)});
        (void)node.step(at(0s), Startup{});
        QVERIFY(stateOf(node, 0) == State::Fault && stateOf(node, 1) == State::Fault);
        QCOMPARE(node.status().instances[0].faults,
                 std::vector<std::string>{"sync group PAIR: VI_2 cannot run, interface eth1 is down"});
        QVERIFY(node.status().groups[0].state == State::Fault);

        (void)node.step(at(1s), InterfaceChanged{link("eth1")});
        (void)node.step(at(5s), DeadlineReached{});
        QVERIFY(stateOf(node, 0) == State::Master && stateOf(node, 1) == State::Master);
        QVERIFY(node.status().groups[0].state == State::Master);

        const auto stopped = node.step(at(10s), Shutdown{});
        QCOMPARE(only<SendPacket>(stopped).size(), std::size_t(2));
        QVERIFY(node.status().groups[0].state == State::Stopped);
    }

    /// One segment loses the adverts of a master that is well: the other member is not taken from it.
    void aDeafMemberDoesNotMoveTheGroup()
    {
        auto settings = oneInstance();
        settings.instances.push_back(instance("VI_2", 52, "eth1"));
        SyncGroupSettings pair;
        pair.name = "PAIR";
        pair.members = {"VI_1", "VI_2"};
        settings.syncGroups = {pair};
        Node node(settings);
        for (const char *interface : {"eth0", "eth1"})
            (void)node.step(at(0s), InterfaceChanged{link(interface)});
        (void)node.step(at(0s), Startup{});
        int said = 0;
        for (Duration now = 1s; now < 20s; now += 1s) {
            (void)node.step(at(now), advert(51, 200));
            while (node.nextDeadline() && *node.nextDeadline() < at(now + 1s)) {
                const auto actions = node.step(*node.nextDeadline(), DeadlineReached{});
                QVERIFY(only<SendPacket>(actions).empty());
                said += int(published(actions, ChangeKind::HoldChanged).size());
            }
        }
        QVERIFY(stateOf(node, 0) == State::Backup && stateOf(node, 1) == State::Backup);
        QCOMPARE(said, 1);
        // The master falls silent on eth0, too: both take over when the first wait after two missed adverts ends.
        while (node.nextDeadline() && *node.nextDeadline() < at(23s))
            (void)node.step(*node.nextDeadline(), DeadlineReached{});
        QVERIFY(stateOf(node, 0) == State::Master && stateOf(node, 1) == State::Master);
    }

    // ---- any order of events ----

    void everyEventIsHarmlessAtAnyTime()
    {
        auto settings = oneInstance();
        settings.scripts = {script("check_web")};
        settings.instances[0].trackScripts = {{"check_web", 0, false}};
        const std::vector<NodeEvent> events{
            DeadlineReached{},
            InterfaceChanged{link("eth0")},
            InterfaceChanged{link("unused")},
            advert(51, 200),
            PacketReceived{"eth0", peer, multicast, 255, {}, false},
            PacketReceived{"eth0", address("fe80::1"), multicast, 255, {0x21, 51}, false},
            ScriptFinished{"check_web", ScriptResult::Ok, 0},
            ScriptFinished{"unknown", ScriptResult::Failed, 1},
            AddressesApplied{"VI_1", true, {}},
            AddressesApplied{"unknown", true, {}},
            AddressVanished{"VI_1", Prefix{address("10.0.1.51"), 24}, "ip"},
            AddressVanished{"unknown", {}, {}},
            AddressVanished{{}, {}, "ip"},
            ObjectVanished{"VI_1", "route", "ip"},
            ObjectVanished{{}, "route", "ip"},
            Handover{"VI_1"},
            Handover{"unknown"},
            Release{"VI_1"},
            Release{"unknown"},
            Reconfigure{settings},
            Reconfigure{{}},
            Startup{},
            Shutdown{}};
        // Every pair, one after the other, in a life of their own.
        for (const auto &first : events) {
            for (const auto &second : events) {
                Node node(settings);
                TimePoint now{};
                for (const auto &event : {NodeEvent(Startup{}), first, second, first, NodeEvent(Shutdown{}), second})
                    (void)node.step(now += 2s, event);
                for (const auto &one : node.status().instances)
                    QVERIFY(!stateName(one.state).empty());
            }
        }
        Node untouched(settings);
        for (const auto &event : events)
            (void)untouched.step(at(0s), event);
    }

    void afterShutdownNothingHappensUntilStartup()
    {
        auto node = master(oneInstance());
        const auto actions = node.step(at(4s), Shutdown{});
        QCOMPARE(only<CloseInterface>(actions).size(), std::size_t(1));
        QVERIFY(!node.nextDeadline());
        QVERIFY(node.step(at(5s), advert(51, 0)).empty());
        QVERIFY(node.step(at(9s), DeadlineReached{}).empty());
        QVERIFY(node.step(at(9s), Shutdown{}).empty());
        QCOMPARE(only<OpenInterface>(node.step(at(10s), Startup{})).size(), std::size_t(1));
        QVERIFY(stateOf(node) == State::Backup);
    }

    // ---- a killed predecessor ----

    void anAdoptedInstanceGoesOnAsMasterAtOnce()
    {
        auto settings = oneInstance();
        settings.startupDelay = 30s;
        settings.scripts = {script("check")};
        settings.instances[0].trackScripts = {{"check", 10, false}};
        Node node(settings);
        (void)node.step(at(0s), InterfaceChanged{link("eth0")});
        const auto actions = node.step(at(0s), Startup{{"VI_1", "gone"}});
        QVERIFY(stateOf(node) == State::Master);
        QCOMPARE(only<SendPacket>(actions).size(), std::size_t(1));
        QCOMPARE(only<AddAddresses>(actions).size(), std::size_t(1));
        QCOMPARE(node.status().instances[0].cause, std::string("adopted"));
        QVERIFY(node.nextDeadline().has_value());
    }

    void anAdoptedInstanceWithAFaultIsNotMaster()
    {
        Node node(oneInstance());
        (void)node.step(at(0s), InterfaceChanged{link("eth0", false)});
        QVERIFY(only<AddAddresses>(node.step(at(0s), Startup{{"VI_1"}})).empty());
        QVERIFY(stateOf(node) == State::Fault);
        (void)node.step(at(1s), InterfaceChanged{link("eth0")});
        QVERIFY(stateOf(node) == State::Backup); // what was adopted then is no reason now
    }

    void onlyTheAdoptedInstanceIsMaster()
    {
        auto settings = oneInstance();
        settings.instances.push_back(instance("VI_2", 52));
        Node node(settings);
        (void)node.step(at(0s), InterfaceChanged{link("eth0")});
        (void)node.step(at(0s), Startup{{"VI_2"}});
        QVERIFY(stateOf(node, 0) == State::Backup);
        QVERIFY(stateOf(node, 1) == State::Master);
    }

    void timeNeverRunsBackwards()
    {
        auto node = master(oneInstance());
        (void)node.step(at(1s), Handover{"VI_1"}); // a driver's mistake: taken as "now"
        QVERIFY(node.status().instances[0].since == at(3500ms));
    }

    void aThousandInstancesEachAdvertiseOncePerSecond()
    {
        NodeSettings settings;
        for (int interface = 0; interface < 4; ++interface) {
            for (int id = 1; id <= 250; ++id)
                settings.instances.push_back(instance("VI_" + std::to_string(interface) + "_" + std::to_string(id),
                                                      static_cast<std::uint8_t>(id),
                                                      "eth" + std::to_string(interface)));
        }
        Node node(settings);
        for (int interface = 0; interface < 4; ++interface)
            (void)node.step(at(0s), InterfaceChanged{link("eth" + std::to_string(interface))});
        (void)node.step(at(0s), Startup{});
        std::size_t adverts = 0;
        while (node.nextDeadline() && *node.nextDeadline() < at(13500ms))
            adverts += only<SendPacket>(node.step(*node.nextDeadline(), DeadlineReached{})).size();
        QCOMPARE(adverts, std::size_t(11 * 1000)); // 3.4 s to 13.4 s
    }
};

QTEST_GUILESS_MAIN(TestNode)
#include "tst_node.moc"
