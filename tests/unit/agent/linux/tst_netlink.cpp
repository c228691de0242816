#include <limits>

#include <QtTest>

#include <linux/if.h>
#include <linux/if_addr.h>
#include <linux/rtnetlink.h>
#include <netlink/msg.h>

#include "agent/linux/interface_table.h"
#include "agent/linux/netlink_attributes.h"
#include "agent/linux/netlink_message.h"
#include "agent/linux/route_socket.h"

using namespace twinhelm;
using namespace twinhelm::agent;

namespace
{

using Attributes = std::array<nlattr *, IFA_MAX + 1>;

Attributes attributesOf(const NetlinkMessage &message)
{
    Attributes out{};
    if (nlmsg_parse(nlmsg_hdr(message.get()), sizeof(ifaddrmsg), out.data(), IFA_MAX, nullptr) < 0)
        qFatal("the message cannot be parsed");
    return out;
}

const ifaddrmsg &headerOf(const NetlinkMessage &message)
{
    return *static_cast<const ifaddrmsg *>(nlmsg_data(nlmsg_hdr(message.get())));
}

std::span<const std::uint8_t> bytesOf(const NetlinkMessage &message)
{
    const nlmsghdr *header = nlmsg_hdr(message.get());
    return {reinterpret_cast<const std::uint8_t *>(header), header->nlmsg_len};
}

vrrp::VirtualAddress vip(const char *prefix)
{
    vrrp::VirtualAddress out;
    out.prefix = *Prefix::parse(prefix);
    return out;
}

LinkChange eth(int index, const char *name, bool up = true)
{
    return {index, false, name, up, 1500, {2, 0, 0, 0, 0, 1}, {}, 0, 0};
}

AddressChange address(int index, const char *prefix, bool removed = false, bool secondary = false)
{
    return {index, removed, *Prefix::parse(prefix), secondary, 0};
}

using Names = std::vector<std::string>;

} // namespace

class tst_Netlink : public QObject
{
    Q_OBJECT

private slots:
    void anAddressIsAddedWithWhatItSays();
    void aPlainAddressSaysNoMoreThanNeeded();
    void aPeerIsTheNetwork();
    void ipv6SkipsDuplicateDetection();
    void removalNamesTheSameAddress();
    void addressNewsIsUnderstood();
    void junkIsSkipped();
    void attributesThatLieAreSkipped();
    void factsFollowTheNews();
    void secondariesComeLast();
    void aDumpReplacesWhatWasKnown();
    void renamedInterfacesAreTwoNews();
    void theKernelListsLoopback();
    void aForeignerIsRefused();
};

void tst_Netlink::anAddressIsAddedWithWhatItSays()
{
    auto rich = vip("10.0.0.3/24");
    rich.label = "eth0:vip";
    rich.broadcast = IpAddress::parse("10.0.0.255");
    rich.scope = 253;
    rich.noPrefixRoute = true;
    rich.preferredLifetime = 0;
    const auto message = addAddressMessage(7, rich);
    QCOMPARE(nlmsg_hdr(message.get())->nlmsg_type, std::uint16_t{RTM_NEWADDR});
    QVERIFY(nlmsg_hdr(message.get())->nlmsg_flags & NLM_F_ACK);
    QCOMPARE(headerOf(message).ifa_index, 7U);
    QCOMPARE(headerOf(message).ifa_prefixlen, std::uint8_t{24});
    QCOMPARE(headerOf(message).ifa_scope, std::uint8_t{253});
    const auto attributes = attributesOf(message);
    QCOMPARE(QByteArray(nla_get_string(attributes[IFA_LABEL])), QByteArray("eth0:vip"));
    QCOMPARE(nla_get_u32(attributes[IFA_BROADCAST]), htonl(0x0a0000ff));
    QCOMPARE(nla_get_u32(attributes[IFA_LOCAL]), htonl(0x0a000003));
    QCOMPARE(nla_get_u32(attributes[IFA_FLAGS]), std::uint32_t{IFA_F_NOPREFIXROUTE});
    QCOMPARE(nla_get_u8(attributes[IFA_PROTO]), twinhelm::vrrp::ownProtocol);
    QCOMPARE(static_cast<const ifa_cacheinfo *>(nla_data(attributes[IFA_CACHEINFO]))->ifa_prefered, 0U);
}

void tst_Netlink::aPlainAddressSaysNoMoreThanNeeded()
{
    const auto attributes = attributesOf(addAddressMessage(7, vip("10.0.0.3/32")));
    for (const int absent : {IFA_LABEL, IFA_BROADCAST, IFA_FLAGS, IFA_CACHEINFO})
        QVERIFY(attributes[static_cast<std::size_t>(absent)] == nullptr);
}

void tst_Netlink::aPeerIsTheNetwork()
{
    auto pointToPoint = vip("10.0.0.3/32");
    pointToPoint.peer = Prefix::parse("10.9.9.9/30");
    const auto message = addAddressMessage(7, pointToPoint);
    const auto attributes = attributesOf(message);
    QCOMPARE(headerOf(message).ifa_prefixlen, std::uint8_t{30});
    QCOMPARE(nla_get_u32(attributes[IFA_LOCAL]), htonl(0x0a000003));
    QCOMPARE(nla_get_u32(attributes[IFA_ADDRESS]), htonl(0x0a090909));
}

void tst_Netlink::ipv6SkipsDuplicateDetection()
{
    const auto message = addAddressMessage(7, vip("fd00::3/64"));
    QCOMPARE(headerOf(message).ifa_family, std::uint8_t{AF_INET6});
    QCOMPARE(nla_get_u32(attributesOf(message)[IFA_FLAGS]), std::uint32_t{IFA_F_NODAD});
}

void tst_Netlink::removalNamesTheSameAddress()
{
    auto labelled = vip("10.0.0.3/24");
    labelled.label = "eth0:vip";
    const auto message = removeAddressMessage(7, labelled);
    QCOMPARE(nlmsg_hdr(message.get())->nlmsg_type, std::uint16_t{RTM_DELADDR});
    const auto attributes = attributesOf(message);
    QCOMPARE(nla_get_u32(attributes[IFA_LOCAL]), htonl(0x0a000003));
    QVERIFY(attributes[IFA_PROTO] == nullptr);
}

void tst_Netlink::addressNewsIsUnderstood()
{
    // A request has the form of the news about it.
    const auto message = removeAddressMessage(7, vip("fd00::3/64"));
    nlmsg_hdr(message.get())->nlmsg_pid = 4711;
    const auto parsed = parseRouteMessages(bytesOf(message));
    QCOMPARE(parsed.changes.size(), std::size_t{1});
    const auto &change = std::get<AddressChange>(parsed.changes.front());
    QVERIFY(change.removed);
    QCOMPARE(change.interfaceIndex, 7);
    QCOMPARE(change.prefix, *Prefix::parse("fd00::3/64"));
    QCOMPARE(change.requester, 4711U);
}

void tst_Netlink::junkIsSkipped()
{
    QVERIFY(parseRouteMessages({}).changes.empty());
    const std::vector<std::uint8_t> noise(200, 0xff);
    QVERIFY(parseRouteMessages(noise).changes.empty());
    const auto message = addAddressMessage(7, vip("10.0.0.3/24"));
    QVERIFY(parseRouteMessages(bytesOf(message).first(bytesOf(message).size() - 4)).changes.empty());
    QVERIFY(parseRouteMessages(bytesOf(dumpMessage(RTM_GETLINK))).changes.empty());
}

void tst_Netlink::attributesThatLieAreSkipped()
{
    const auto linkWith = [](int attribute, std::string_view content) {
        auto message = newMessage(RTM_NEWLINK, 0);
        append(message.get(), ifinfomsg{});
        if (attribute != IFLA_IFNAME)
            putString(message.get(), IFLA_IFNAME, "eth0");
        putBytes(message.get(), attribute, content.data(), content.size());
        return parseRouteMessages(bytesOf(message)).changes;
    };
    QCOMPARE(linkWith(IFLA_MTU, std::string_view("\x10\0\0\0", 4)).size(), std::size_t{1});
    QVERIFY(linkWith(IFLA_MTU, "x").empty());       // a number of one byte
    QVERIFY(linkWith(IFLA_IFNAME, "eth0").empty()); // a name without its end
    QVERIFY(linkWith(IFLA_IFNAME, "").empty());
    const auto kindless = linkWith(IFLA_LINKINFO, std::string_view("\x08\0\x01\0veth", 8));
    QVERIFY(kindless.size() == 1 && std::get<LinkChange>(kindless.front()).kind.empty());

    ifaddrmsg header{};
    header.ifa_family = AF_INET;
    header.ifa_prefixlen = 33;
    auto tooLong = newMessage(RTM_NEWADDR, 0);
    append(tooLong.get(), header);
    putAddress(tooLong.get(), IFA_LOCAL, *IpAddress::parse("10.0.0.3"));
    QVERIFY(parseRouteMessages(bytesOf(tooLong)).changes.empty());

    for (const auto &[code, expected] : {std::pair{-17, 17}, {5, 0}, {std::numeric_limits<int>::min(), 0}}) {
        nlmsgerr answer{};
        answer.error = code;
        auto message = newMessage(NLMSG_ERROR, 0);
        append(message.get(), answer);
        QCOMPARE(parseRouteMessages(bytesOf(message)).error, expected);
    }
}

void tst_Netlink::factsFollowTheNews()
{
    InterfaceTable table;
    QVERIFY(!table.facts("eth0").exists);
    QCOMPARE(table.apply({eth(2, "eth0"), address(2, "10.0.0.1/24")}), Names{"eth0"});
    QCOMPARE(table.facts("eth0").addresses, std::vector{*IpAddress::parse("10.0.0.1")});
    QVERIFY(table.facts("eth0").up);
    QCOMPARE(table.apply({eth(2, "eth0")}), Names{});
    QCOMPARE(table.apply({eth(2, "eth0", false)}), Names{"eth0"});
    QVERIFY(!table.facts("eth0").up);
    QCOMPARE(table.facts("eth0").addresses.size(), std::size_t{1});
    QVERIFY(table.hasAddress("eth0", *Prefix::parse("10.0.0.1/24")));
    QVERIFY(!table.hasAddress("eth0", *Prefix::parse("10.0.0.1/32")));
    QCOMPARE(table.apply({address(2, "10.0.0.1/24", true)}), Names{"eth0"});
    QVERIFY(table.facts("eth0").addresses.empty());
    auto gone = eth(2, "eth0");
    gone.removed = true;
    QCOMPARE(table.apply({gone}), Names{"eth0"});
    QVERIFY(!table.facts("eth0").exists);
    QVERIFY(!table.link("eth0"));
}

void tst_Netlink::secondariesComeLast()
{
    InterfaceTable table;
    table.apply({eth(2, "eth0"), address(2, "10.0.0.3/24", false, true), address(2, "10.0.0.1/24")});
    QCOMPARE(table.facts("eth0").addresses.front(), *IpAddress::parse("10.0.0.1"));
    // Promoted when the primary went.
    table.apply({address(2, "10.0.0.1/24", true), address(2, "10.0.0.3/24")});
    QCOMPARE(table.facts("eth0").addresses, std::vector{*IpAddress::parse("10.0.0.3")});
}

void tst_Netlink::aDumpReplacesWhatWasKnown()
{
    InterfaceTable table;
    table.apply({eth(2, "eth0"), eth(3, "eth1"), eth(4, "eth2")});
    QCOMPARE(table.replace({address(2, "10.0.0.1/24"), eth(2, "eth0"), eth(3, "eth1")}), (Names{"eth0", "eth2"}));
    QVERIFY(!table.facts("eth2").exists);
    QCOMPARE(table.names(), (Names{"eth0", "eth1"}));
}

void tst_Netlink::renamedInterfacesAreTwoNews()
{
    InterfaceTable table;
    table.apply({eth(2, "eth0")});
    QCOMPARE(table.apply({eth(2, "lan0")}), (Names{"eth0", "lan0"}));
    QVERIFY(!table.facts("eth0").exists);
    QVERIFY(table.facts("lan0").exists);
    QCOMPARE(table.facts("eth0").renamedTo, std::string("lan0"));
    table.apply({eth(3, "eth0")}); // another one has the name now
    QVERIFY(table.facts("eth0").exists && table.facts("eth0").renamedTo.empty());
    auto gone = eth(3, "eth0");
    gone.removed = true;
    table.apply({gone});
    QVERIFY(!table.facts("eth0").exists && table.facts("eth0").renamedTo.empty());
}

void tst_Netlink::theKernelListsLoopback()
{
    auto socket = RouteSocket::open();
    QVERIFY(socket);
    const auto dump = socket->dump();
    QVERIFY(dump);
    InterfaceTable table;
    table.replace(*dump);
    QVERIFY(table.facts("lo").exists);
    QVERIFY(table.facts("lo").mtu > 0);
}

void tst_Netlink::aForeignerIsRefused()
{
    auto socket = RouteSocket::open();
    QVERIFY(socket);
    // No such interface: refused with or without privileges, and each message has its own answer.
    std::vector<NetlinkMessage> messages;
    for (int i = 0; i < 100; ++i)
        messages.push_back(addAddressMessage(0x7ffffff0, vip("10.0.0.3/24")));
    const auto answers = socket->request(messages);
    QCOMPARE(answers.size(), std::size_t{100});
    for (const int answer : answers)
        QVERIFY(answer == ENODEV || answer == EPERM);
}

QTEST_GUILESS_MAIN(tst_Netlink)
#include "tst_netlink.moc"
