#include <QtTest>

#include <sched.h>

#include <linux/fib_rules.h>
#include <linux/rtnetlink.h>
#include <netlink/attr.h>
#include <netlink/msg.h>

#include "agent/linux/firewall.h"
#include "agent/linux/link_message.h"
#include "agent/linux/route_message.h"
#include "agent/linux/route_socket.h"
#include "agent/linux/routing_names.h"

using namespace twinhelm;
using namespace twinhelm::agent;

namespace
{

std::optional<int> indexOf(const std::string &name)
{
    return name == "eth0" ? std::optional(7) : std::nullopt;
}

vrrp::RouteSettings route(const char *destination)
{
    vrrp::RouteSettings out;
    out.destination = *Prefix::parse(destination);
    out.family = out.destination.address.family();
    return out;
}

template<std::size_t Size>
std::array<nlattr *, Size> attributesOf(const NetlinkMessage &message, int header)
{
    std::array<nlattr *, Size> out{};
    if (nlmsg_parse(nlmsg_hdr(message.get()), header, out.data(), int(Size) - 1, nullptr) < 0)
        qFatal("the message cannot be parsed");
    return out;
}

auto routeAttributes(const NetlinkMessage &message)
{
    return attributesOf<RTA_MAX + 1>(message, sizeof(rtmsg));
}

} // namespace

class tst_RouteMessage : public QObject
{
    Q_OBJECT

private slots:
    void saysWhereARouteLeads()
    {
        auto one = route("10.1.0.0/16");
        one.gateway = IpAddress::parse("10.0.0.1");
        one.device = "eth0";
        one.table = 1000;
        one.metric = 5;
        const auto message = addRouteMessage(one, indexOf);
        QVERIFY(message);
        const auto *header = static_cast<const rtmsg *>(nlmsg_data(nlmsg_hdr(message->get())));
        QCOMPARE(int(header->rtm_dst_len), 16);
        QCOMPARE(int(header->rtm_protocol), 18);
        QCOMPARE(int(header->rtm_table), int(RT_TABLE_UNSPEC)); // too large for the header
        const auto attributes = routeAttributes(*message);
        QCOMPARE(nla_get_u32(attributes[RTA_TABLE]), 1000U);
        QCOMPARE(nla_get_u32(attributes[RTA_OIF]), 7U);
        QCOMPARE(nla_get_u32(attributes[RTA_PRIORITY]), 5U);
        QVERIFY(attributes[RTA_GATEWAY]);
    }

    void anUnknownInterfaceIsRefused()
    {
        auto one = route("10.1.0.0/16");
        one.device = "eth9";
        const auto message = addRouteMessage(one, indexOf);
        QVERIFY(!message);
        QCOMPARE(message.error().code, std::string("A0302"));
    }

    void aGatewayOfTheOtherFamilyIsAVia()
    {
        auto one = route("10.1.0.0/16");
        one.gateway = IpAddress::parse("fe80::1");
        one.device = "eth0";
        const auto message = addRouteMessage(one, indexOf);
        QVERIFY(message);
        const auto attributes = routeAttributes(*message);
        QVERIFY(!attributes[RTA_GATEWAY]);
        QCOMPARE(nla_len(attributes[RTA_VIA]), int(sizeof(rtvia)) + 16);
    }

    void metricsAreLockedByAMask()
    {
        auto one = route("10.1.0.0/16");
        one.device = "eth0";
        one.metrics = {{RTAX_MTU, 1400, false}, {RTAX_ADVMSS, 1300, true}};
        one.congestionControl = "reno";
        const auto message = addRouteMessage(one, indexOf);
        std::array<nlattr *, RTAX_MAX + 1> metrics{};
        QCOMPARE(nla_parse_nested(metrics.data(), RTAX_MAX, routeAttributes(*message)[RTA_METRICS], nullptr), 0);
        QCOMPARE(nla_get_u32(metrics[RTAX_LOCK]), 1U << RTAX_ADVMSS);
        QCOMPARE(nla_get_u32(metrics[RTAX_MTU]), 1400U);
        QCOMPARE(nla_get_string(metrics[RTAX_CC_ALGO]), "reno");
    }

    void manyNextHopsFit()
    {
        auto one = route("10.1.0.0/16");
        for (int i = 1; i <= 250; ++i) {
            vrrp::NextHop hop;
            hop.gateway = IpAddress::v4({10, 0, 0, std::uint8_t(i)});
            hop.device = "eth0";
            hop.weight = unsigned(i);
            one.nextHops.push_back(hop);
        }
        const auto message = addRouteMessage(one, indexOf);
        QVERIFY(message);
        const auto *multipath = routeAttributes(*message)[RTA_MULTIPATH];
        const auto *hop = static_cast<const rtnexthop *>(nla_data(multipath));
        int left = nla_len(multipath);
        int count = 0;
        for (; RTNH_OK(hop, left); hop = RTNH_NEXT(hop)) {
            left -= int(NLMSG_ALIGN(hop->rtnh_len));
            QCOMPARE(int(hop->rtnh_hops), count);
            ++count;
        }
        QCOMPARE(count, 250);
    }

    void aRuleCarriesEverySelector()
    {
        vrrp::RuleSettings rule;
        rule.from = Prefix::parse("10.0.0.0/8");
        rule.preference = 100;
        rule.mark = 1;
        rule.markMask = 255;
        rule.inputInterface = "eth0";
        rule.users = {5, 6};
        rule.sourcePorts = {1, 2};
        rule.ipProtocol = std::uint8_t{6};
        rule.tunnelId = 9;
        rule.table = 300;
        rule.inverted = true;
        const auto message = addRuleMessage(rule);
        const auto *header = static_cast<const fib_rule_hdr *>(nlmsg_data(nlmsg_hdr(message.get())));
        QVERIFY(header->flags & FIB_RULE_INVERT);
        const auto attributes = attributesOf<FRA_MAX + 1>(message, sizeof(fib_rule_hdr));
        for (const int wanted : {FRA_SRC, FRA_PRIORITY, FRA_FWMARK, FRA_FWMASK, FRA_IIFNAME, FRA_UID_RANGE,
                                 FRA_SPORT_RANGE, FRA_IP_PROTO, FRA_TUN_ID, FRA_TABLE, FRA_PROTOCOL})
            QVERIFY2(attributes[std::size_t(wanted)], std::to_string(wanted).c_str());
        QCOMPARE(nla_get_u32(attributes[FRA_TABLE]), 300U);
    }

    void aRequestSurvivesTheLedger()
    {
        vrrp::RuleSettings rule;
        rule.preference = 100;
        rule.table = 300;
        const auto message = removeRuleMessage(rule);
        const auto digits = toHex(message);
        const auto again = fromHex(digits);
        QVERIFY(again);
        QCOMPARE(toHex(again), digits);
        QCOMPARE(nlmsg_hdr(again.get())->nlmsg_type, std::uint16_t(RTM_DELRULE));
        for (const char *broken : {"", "0", "00", "0g11", "00123"})
            QVERIFY2(!fromHex(broken) || std::string(broken).size() > 4, broken);
    }

    void namesComeFromTheFilesOfIproute2()
    {
        const std::string file = "# comment\n254\tmain\n0x10\tlowdelay\n\n12 half\nnonsense\n";
        QVERIFY(numberIn(file, "main") == 254U);
        QVERIFY(numberIn(file, "lowdelay") == 16U);
        QVERIFY(!numberIn(file, "comment"));
        QVERIFY(!numberIn(file, ""));
    }

    /// On the kernel, in a network namespace of our own: answers belong to their requests, and a tiny buffer loses
    /// news but tells so.
    void answersBelongToTheirRequests()
    {
        if (::unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0 && ::unshare(CLONE_NEWNET) != 0)
            QSKIP("no network namespace can be made here");
        auto socket = RouteSocket::open();
        auto monitor = RouteMonitor::open(1);
        QVERIFY(socket && monitor);
        std::vector<NetlinkMessage> messages;
        messages.push_back(setLinkUpMessage(1));
        for (int i = 0; i < 999; ++i) {
            vrrp::VirtualAddress address;
            address.prefix = {IpAddress::v4(0x0a000001U + unsigned(i)), 32};
            // Every third one is for an interface that does not exist.
            messages.push_back(addAddressMessage(i % 3 == 2 ? 0x7ffffff0 : 1, address));
        }
        const auto answers = socket->request(messages);
        QCOMPARE(answers.size(), messages.size());
        QCOMPARE(answers[0], 0);
        for (std::size_t i = 1; i < answers.size(); ++i)
            QCOMPARE(answers[i], (i - 1) % 3 == 2 ? ENODEV : 0);
        QVERIFY(monitor->read().lost);
        const auto dump = socket->dump();
        QVERIFY(dump);
        QVERIFY(dump->size() > 600);
    }
};

QTEST_GUILESS_MAIN(tst_RouteMessage)
#include "tst_route_message.moc"
