#include "common/vrrp/node.h"

#include <set>

#include <QtTest>

#include "common/vrrp/auth_header.h"
#include "common/vrrp/codec.h"
#include "common/vrrp/ipv4_datagram.h"
#include "tests/support/vrrp/values.h"

using namespace twinhelm;
using namespace twinhelm::vrrp;
using twinhelm::test::address;
using twinhelm::test::at;
using namespace std::chrono_literals;

namespace
{

const IpAddress us = address("10.0.0.12");
const IpAddress peer = address("10.0.0.11");
const IpAddress stranger = address("10.0.0.66");
const IpAddress group = address("224.0.0.18");

/// What is wrong with a packet, in the order in which keepalived looks (vrrp_check_packet).
enum Fault : int {
    AuthHeader,
    Length,
    Ttl,
    Ver,
    AuthKind,
    Password,
    Interval,
    Type,
    Sum,
    Path,
    Owner,
    Source,
    PeerTtl
};

struct Step {
    Fault fault;
    const char *cause; ///< of the Publish
    std::uint64_t Counters::*counter;
};

using Steps = std::vector<Step>;

Steps version2()
{
    return {{AuthHeader, "auth_header", &Counters::badAuthType},
            {Length, "bad_length", &Counters::badLength},
            {Ttl, "bad_ttl", &Counters::badTtl},
            {Ver, "bad_version", &Counters::badVersion},
            {AuthKind, "bad_auth_type", &Counters::badAuthType},
            {Password, "auth_mismatch", &Counters::authMismatch},
            {Interval, "bad_interval", &Counters::badInterval},
            {Type, "bad_type", &Counters::badType},
            {Sum, "bad_checksum", &Counters::badChecksum},
            {Path, "bad_destination", &Counters::badDestination}};
}

/// Authentication bytes are the interval's in version 3, and an interval that differs is adopted.
Steps version3()
{
    auto steps = version2();
    std::erase_if(
        steps, [](const Step &one) { return one.fault == AuthKind || one.fault == Password || one.fault == Interval; });
    return steps;
}

/// TTL 255 is asked of multicast only; the peer's own bounds come last.
Steps unicast()
{
    auto steps = version2();
    std::erase_if(steps, [](const Step &one) { return one.fault == Ttl; });
    steps.push_back({Source, "unknown_peer", &Counters::unknownPeer});
    steps.push_back({PeerTtl, "peer_ttl", &Counters::peerTtl});
    return steps;
}

Steps owner()
{
    auto steps = version2();
    steps.push_back({Owner, "owner_ignores", &Counters::ownerIgnores});
    return steps;
}

InstanceSettings settingsFor(const QString &kind)
{
    InstanceSettings settings;
    settings.name = "VI_1";
    settings.interface = "eth0";
    settings.virtualRouterId = Vrid{51};
    settings.priority = kind == "owner" ? priorityOwner : Priority{100};
    settings.ownerIgnoresAdverts = kind == "owner";
    settings.version = kind == "version 3" ? Version::V3 : Version::V2;
    if (settings.version == Version::V2)
        settings.authentication = {AuthType::Pass, Secret("1111")};
    VirtualAddress vip;
    vip.prefix = Prefix{address("10.0.0.100"), 24};
    settings.addresses = {vip};
    if (kind == "unicast") {
        settings.unicastPeers = {{peer, 60, 64}};
        settings.checkUnicastSource = true;
    }
    return settings;
}

Steps stepsFor(const QString &kind)
{
    return kind == "version 3" ? version3() : kind == "unicast" ? unicast() : kind == "owner" ? owner() : version2();
}

/// A packet for these settings with all the faults in it.
PacketReceived forged(const InstanceSettings &settings, const std::set<Fault> &faults)
{
    const bool usesPeers = !settings.unicastPeers.empty();
    const auto source = faults.contains(Source) ? stranger : peer;
    const auto right = usesPeers ? us : group;
    const auto destination = faults.contains(Path) ? (usesPeers ? group : us) : right;
    Advert advert{settings.version,
                  Family::IPv4,
                  Vrid{51},
                  Priority{200},
                  faults.contains(Interval) ? Duration(2s) : settings.advertInterval,
                  settings.authentication.type,
                  wirePassword(settings.authentication),
                  {address("10.0.0.100")}};
    if (faults.contains(AuthKind))
        advert.authType = AuthType::None;
    auto bytes = encode(advert, source, destination);
    if (faults.contains(Type))
        bytes[0] = static_cast<std::uint8_t>((bytes[0] & 0xf0) | 2);
    if (faults.contains(Ver))
        bytes[0] = static_cast<std::uint8_t>(0x40 | (bytes[0] & 0x0f));
    if (settings.version == Version::V2 && !faults.contains(AuthKind))
        bytes.at(12) = faults.contains(Password) ? 'x' : '1';
    // The message's checksum again, except where that is the fault; version 3 needs none of the changes above.
    if (faults.contains(Sum))
        bytes[7] = static_cast<std::uint8_t>(bytes[7] ^ 0x5a);
    else if (settings.version == Version::V2) {
        bytes[6] = bytes[7] = 0;
        unsigned sum = 0;
        for (std::size_t i = 0; i + 1 < bytes.size(); i += 2)
            sum += (unsigned{bytes[i]} << 8) + bytes[i + 1];
        while (sum >> 16)
            sum = (sum & 0xffff) + (sum >> 16);
        bytes[6] = static_cast<std::uint8_t>(~sum >> 8);
        bytes[7] = static_cast<std::uint8_t>(~sum);
    }
    if (faults.contains(Length))
        bytes.resize(7);
    std::uint8_t ttl = usesPeers ? 64 : 255;
    if (faults.contains(Ttl) || faults.contains(PeerTtl))
        ttl = 7;
    return {"eth0", source, destination, ttl, bytes, faults.contains(AuthHeader)};
}

Node running(const InstanceSettings &instance)
{
    NodeSettings settings;
    settings.instances = {instance};
    Node node(settings);
    (void)node.step(at(0s), InterfaceChanged{{"eth0", true, true, 1500, {us}}});
    (void)node.step(at(0s), Startup{});
    return node;
}

Counters countersOf(const Node &node)
{
    return node.status().instances.at(0).counters;
}

std::string causeOf(const NodeActions &actions)
{
    for (const auto &action : actions) {
        const auto *said = std::get_if<Publish>(&action);
        if (said != nullptr && said->kind == ChangeKind::PacketRejected)
            return said->cause;
    }
    return {};
}

/// As another router with that key sends it.
PacketReceived signedAdvert(const char *key, std::uint32_t sequence, const IpAddress &destination = group,
                            std::uint8_t ttl = 255)
{
    Authentication secret{AuthType::Ah, Secret(key)};
    const Advert advert{Version::V2,          Family::IPv4,           Vrid{51}, Priority{200}, 1s, AuthType::Ah,
                        wirePassword(secret), {address("10.0.0.100")}};
    SendPacket packet;
    packet.interface = "eth0";
    packet.source = peer;
    packet.destination = destination;
    packet.ttl = ttl;
    packet.authHeader = true;
    packet.bytes =
        signDatagram(encode(advert, peer, destination), {peer, destination, ttl, sequence}, wirePassword(secret));
    return receivedFrom(packet);
}

} // namespace

/// Every check a received advert goes through, in keepalived's order, each with its counter and its word.
class TestReceiveChecks : public QObject
{
    Q_OBJECT

private slots:
    /// A packet with this fault and all those that are looked for after it: this one is named and counted, and nothing
    /// else; the instance does not follow the sender.
    void theFirstFaultIsNamedAndCounted_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("first");
        for (const char *kind : {"version 2", "version 3", "unicast", "owner"}) {
            const auto steps = stepsFor(kind);
            for (std::size_t i = 0; i < steps.size(); ++i)
                QTest::addRow("%s: check %zu, %s", kind, i + 1, steps[i].cause) << QString(kind) << int(i);
        }
    }
    void theFirstFaultIsNamedAndCounted()
    {
        QFETCH(QString, kind);
        QFETCH(int, first);
        const auto settings = settingsFor(kind);
        const auto steps = stepsFor(kind);
        std::set<Fault> faults;
        for (std::size_t i = std::size_t(first); i < steps.size(); ++i)
            faults.insert(steps[i].fault);
        auto node = running(settings);
        const auto before = countersOf(node);
        const auto actions = node.step(at(1s), forged(settings, faults));
        QCOMPARE(QString::fromStdString(causeOf(actions)), QString(steps[std::size_t(first)].cause));
        auto expected = before;
        ++(expected.*steps[std::size_t(first)].counter);
        QVERIFY(countersOf(node) == expected);
        QVERIFY(node.status().instances[0].masterAddress != peer);
    }

    /// The same packet without a fault is followed, or every row above would pass with a machine that is deaf.
    void withoutAFaultItIsAccepted_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"version 2", "version 3", "unicast"})
            QTest::newRow(kind) << QString(kind);
    }
    void withoutAFaultItIsAccepted()
    {
        QFETCH(QString, kind);
        const auto settings = settingsFor(kind);
        auto node = running(settings);
        (void)node.step(at(1s), forged(settings, {}));
        QCOMPARE(countersOf(node).advertsReceived, std::uint64_t(1));
        QVERIFY(node.status().instances[0].masterAddress == peer);
    }

    void anotherIntervalIsAdoptedInVersion3()
    {
        const auto settings = settingsFor("version 3");
        auto node = running(settings);
        (void)node.step(at(1s), forged(settings, {Interval}));
        QCOMPARE(node.status().instances[0].masterAdvertInterval, Duration(2s));
        QCOMPARE(countersOf(node).badInterval, std::uint64_t(0));
    }

    // ---- authentication headers: the signature is judged last, so that what is wrong otherwise has its own name ----

    void signedAdverts_data()
    {
        QTest::addColumn<bool>("usesPeers");
        QTest::newRow("multicast") << false;
        QTest::newRow("unicast") << true;
    }
    void signedAdverts()
    {
        QFETCH(bool, usesPeers);
        auto settings = settingsFor("version 2");
        settings.authentication = {AuthType::Ah, Secret("secret88")};
        if (usesPeers)
            settings.unicastPeers = {peer};
        const auto to = usesPeers ? us : group;
        auto node = running(settings);
        QCOMPARE(causeOf(node.step(at(1s), signedAdvert("other", 5, to))), std::string("auth_mismatch"));
        QVERIFY(causeOf(node.step(at(1s), signedAdvert("secret88", 5, to))).empty());
        QCOMPARE(causeOf(node.step(at(1s), signedAdvert("secret88", 5, to))), std::string("replayed"));
        auto plain = forged(settingsFor("version 2"), {});
        plain.destination = to;
        QCOMPARE(causeOf(node.step(at(1s), plain)), std::string("auth_header"));
        auto changed = signedAdvert("secret88", 6, to);
        changed.datagram.back() = static_cast<std::uint8_t>(changed.datagram.back() ^ 1);
        (void)node.step(at(1s), changed);
        const auto counters = countersOf(node);
        QCOMPARE(counters.authMismatch, std::uint64_t(2));
        QCOMPARE(counters.replayed, std::uint64_t(1));
        QCOMPARE(counters.badAuthType, std::uint64_t(1));
        QCOMPARE(counters.advertsReceived, std::uint64_t(1));
    }

    /// Routers on a unicast advert's way count its TTL down, which must not break the signature.
    void aRoutedSignedAdvertIsAccepted()
    {
        auto settings = settingsFor("version 2");
        settings.authentication = {AuthType::Ah, Secret("secret88")};
        settings.unicastPeers = {peer};
        auto node = running(settings);
        auto routed = signedAdvert("secret88", 5, us, 255);
        routed.ttl = 253;
        routed.datagram.at(8) = 253;
        (void)node.step(at(1s), routed);
        QCOMPARE(countersOf(node).advertsReceived, std::uint64_t(1));
    }

    // ---- what is said, but no reason to drop ----

    void otherAddressesAreCountedAndAccepted_data()
    {
        QTest::addColumn<QStringList>("theirs");
        QTest::addColumn<bool>("mismatch");
        QTest::newRow("the same") << QStringList{"10.0.0.100", "10.0.0.101"} << false;
        QTest::newRow("another order") << QStringList{"10.0.0.101", "10.0.0.100"} << false;
        QTest::newRow("fewer") << QStringList{"10.0.0.100"} << true;
        QTest::newRow("more") << QStringList{"10.0.0.100", "10.0.0.101", "10.0.0.102"} << true;
        QTest::newRow("another one") << QStringList{"10.0.0.100", "10.0.0.109"} << true;
        QTest::newRow("none") << QStringList{} << true;
    }
    void otherAddressesAreCountedAndAccepted()
    {
        QFETCH(QStringList, theirs);
        QFETCH(bool, mismatch);
        auto settings = settingsFor("version 3");
        settings.addresses.push_back(settings.addresses[0]);
        settings.addresses[1].prefix.address = address("10.0.0.101");
        Advert advert{Version::V3, Family::IPv4, Vrid{51}, Priority{200}, 1s, AuthType::None, {}, {}};
        for (const auto &one : theirs)
            advert.addresses.push_back(address(qPrintable(one)));
        auto node = running(settings);
        const PacketReceived packet{"eth0", peer, group, 255, encode(advert, peer, group), false};
        QCOMPARE(causeOf(node.step(at(1s), packet)), std::string(mismatch ? "address_list_mismatch" : ""));
        QCOMPARE(causeOf(node.step(at(2s), packet)), std::string()); // said once
        QCOMPARE(countersOf(node).addressListMismatch, std::uint64_t(mismatch ? 2 : 0));
        QCOMPARE(countersOf(node).advertsReceived, std::uint64_t(2));
    }

    /// skip_check_adv_addr: only the first advert of a new master is compared.
    void skipCheckAdvAddrLooksOncePerMaster()
    {
        auto settings = settingsFor("version 3");
        settings.skipCheckAddresses = true;
        const auto from = [&](const IpAddress &who) {
            const Advert advert{Version::V3, Family::IPv4,   Vrid{51}, Priority{200},
                                1s,          AuthType::None, {},       {address("10.0.0.109")}};
            return PacketReceived{"eth0", who, group, 255, encode(advert, who, group), false};
        };
        auto node = running(settings);
        for (const auto &who : {peer, peer, peer, stranger, stranger})
            (void)node.step(at(1s), from(who));
        QCOMPARE(countersOf(node).addressListMismatch, std::uint64_t(2));
        QCOMPARE(countersOf(node).advertsReceived, std::uint64_t(5));
    }
};

QTEST_GUILESS_MAIN(TestReceiveChecks)
#include "tst_receive_checks.moc"
