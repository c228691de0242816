#include "common/vrrp/auth_header.h"

#include <algorithm>
#include <set>

#include <QtTest>

#include "common/vrrp/instance.h"
#include "common/vrrp/ipv4_datagram.h"
#include "tests/support/vrrp/values.h"

using namespace twinhelm;
using namespace twinhelm::vrrp;
using twinhelm::test::address;
using twinhelm::test::at;
using namespace std::chrono_literals;

namespace
{

using Bytes = std::vector<std::uint8_t>;

const IpAddress lb01 = address("10.0.0.1");
const IpAddress groupV4 = address("224.0.0.18");

Password key(const char *text)
{
    return wirePassword({AuthType::Ah, Secret(text)});
}

Advert advert()
{
    return {Version::V2, Family::IPv4, Vrid{50}, Priority{150}, 1s, AuthType::Ah, key("secret"), {address("10.0.0.3")}};
}

Bytes signedAdvert(std::uint32_t sequence, const char *secret = "secret")
{
    return signDatagram(encode(advert(), lb01, groupV4), {lb01, groupV4, 255, sequence}, key(secret));
}

InstanceSettings backup()
{
    InstanceSettings settings;
    settings.name = "VI_1";
    settings.interface = "eth0";
    settings.virtualRouterId = Vrid{50};
    settings.authentication = {AuthType::Ah, Secret("secret")};
    VirtualAddress one;
    one.prefix = *Prefix::parse("10.0.0.3/24");
    settings.addresses = {one};
    return settings;
}

std::string causes(const NodeActions &actions)
{
    std::string text;
    for (const auto &action : actions) {
        if (const auto *publish = std::get_if<Publish>(&action))
            text += (text.empty() ? "" : " ") + publish->cause;
    }
    return text;
}

} // namespace

class TestAuthHeader : public QObject
{
    Q_OBJECT

private slots:
    void whatIsSignedIsVerified()
    {
        const auto bytes = signedAdvert(0x01020304);
        QCOMPARE(bytes.size(), std::size_t{20 + 24 + 20});
        QCOMPARE(*verifyDatagram(bytes, key("secret"), false), 0x01020304U);
        QVERIFY(verifyDatagram(bytes, key("secreT"), false).error() == Reject::AuthMismatch);
    }

    void everyOtherByteIsProtected()
    {
        const auto genuine = signedAdvert(9);
        // Routers may change these: type of service, fragment offset, checksum.
        const std::set<std::size_t> changing{1, 6, 7, 10, 11};
        for (std::size_t at = 0; at < genuine.size(); ++at) {
            auto bytes = genuine;
            bytes[at] ^= 0x10;
            const bool accepted = verifyDatagram(bytes, key("secret"), false).has_value();
            QVERIFY2(accepted == changing.contains(at), std::to_string(at).c_str());
        }
        auto routed = signDatagram(encode(advert(), lb01, address("10.0.0.2")), {lb01, address("10.0.0.2"), 255, 9},
                                   key("secret"));
        routed[8] = 60;
        QVERIFY(verifyDatagram(routed, key("secret"), true));
        QVERIFY(!verifyDatagram(routed, key("secret"), false));
    }

    void shortOnesAreAnswered()
    {
        const auto genuine = signedAdvert(9);
        for (std::size_t size = 0; size < genuine.size(); ++size)
            QVERIFY(!verifyDatagram(std::span(genuine).first(size), key("secret"), false));
    }

    /// The kernel fills in a zero identification after the signature was made.
    void identificationIsNeverZero()
    {
        for (const std::uint32_t sequence : {0U, 0x10000U, 0x20000U}) {
            const auto bytes = signedAdvert(sequence);
            QVERIFY(bytes[4] != 0 || bytes[5] != 0);
        }
    }

    void theInstanceCountsWhyItDrops()
    {
        Instance instance(backup(), groupV4);
        instance.machine.setSource(address("10.0.0.2"));
        NodeActions out;
        instance.machine.step(at(0s), event::Start{{"startup", "started"}}, out);
        const auto hear = [&](const Bytes &bytes) {
            NodeActions actions;
            auto packet = *parseIpv4Datagram(bytes);
            packet.interface = "eth0";
            instance.receive(at(1s), packet, actions);
            return causes(actions);
        };
        QCOMPARE(hear(signedAdvert(5)), std::string("peer_master"));
        QCOMPARE(hear(signedAdvert(5)), std::string("replayed"));
        QCOMPARE(hear(signedAdvert(4)), std::string()); // counted, not reported again
        QCOMPARE(hear(signedAdvert(6, "other")), std::string("auth_mismatch"));
        QCOMPARE(hear(signedAdvert(6)), std::string());
        const auto counters = instance.machine.counters();
        QCOMPARE(counters.advertsReceived, std::uint64_t{2});
        QCOMPARE(counters.replayed, std::uint64_t{2});
        QCOMPARE(counters.authMismatch, std::uint64_t{1});
        QCOMPARE(instance.machine.sequence(), 6U);
    }

    /// A restarted engine begins with a large number (Startup::sequenceBase); its peer's is still small.
    void ourOwnNumberMakesNoneOld()
    {
        Instance instance(backup(), groupV4);
        instance.machine.setSource(address("10.0.0.2"));
        instance.machine.raiseSequence(1000000);
        NodeActions out;
        instance.machine.step(at(0s), event::Start{{"startup", "started"}}, out);
        auto packet = *parseIpv4Datagram(signedAdvert(1));
        instance.receive(at(1s), packet, out);
        QCOMPARE(instance.machine.counters().advertsReceived, std::uint64_t{1});
        QCOMPARE(instance.machine.sequence(), 1000000U);
    }

    /// One sequence for the virtual router: who takes over goes on where the old master stopped.
    void aNewMasterGoesOnCounting()
    {
        Instance instance(backup(), groupV4);
        instance.machine.setSource(address("10.0.0.2"));
        instance.machine.raiseSequence(41);
        NodeActions out;
        instance.machine.step(at(0s), event::Start{{"startup", "started"}}, out);
        instance.machine.step(at(10s), event::Deadline{}, out);
        const auto packet = std::ranges::find_if(
            out, [](const NodeAction &action) { return std::holds_alternative<SendPacket>(action); });
        QVERIFY(packet != out.end());
        const auto &sent = std::get<SendPacket>(*packet);
        QVERIFY(sent.authHeader);
        QCOMPARE(*verifyDatagram(sent.bytes, key("secret"), false), 42U);
    }
};

QTEST_GUILESS_MAIN(TestAuthHeader)
#include "tst_auth_header.moc"
