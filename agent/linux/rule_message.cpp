#include <endian.h>
#include <linux/fib_rules.h>
#include <linux/rtnetlink.h>
#include <netlink/msg.h>

#include "agent/linux/route_message.h"

/// The part of route_message.h about policy rules.
namespace twinhelm::agent
{

namespace
{

template<typename T>
void putIf(nl_msg *message, int attribute, const std::optional<T> &value)
{
    if (value)
        put(message, attribute, *value);
}

void putPorts(nl_msg *message, int attribute, const std::optional<std::pair<std::uint16_t, std::uint16_t>> &ports)
{
    if (ports)
        put(message, attribute, fib_rule_port_range{ports->first, ports->second});
}

void putSelectors(nl_msg *message, const vrrp::RuleSettings &rule)
{
    if (rule.to && rule.to->length > 0)
        putAddress(message, FRA_DST, rule.to->address);
    if (rule.from && rule.from->length > 0)
        putAddress(message, FRA_SRC, rule.from->address);
    if (!rule.inputInterface.empty())
        putString(message, FRA_IIFNAME, rule.inputInterface);
    if (!rule.outputInterface.empty())
        putString(message, FRA_OIFNAME, rule.outputInterface);
    putIf(message, FRA_FWMARK, rule.mark);
    putIf(message, FRA_FWMASK, rule.markMask);
    if (rule.tunnelId)
        put(message, FRA_TUN_ID, htobe64(*rule.tunnelId));
    if (rule.users)
        put(message, FRA_UID_RANGE, fib_rule_uid_range{rule.users->first, rule.users->second});
    putIf(message, FRA_IP_PROTO, rule.ipProtocol);
    putPorts(message, FRA_SPORT_RANGE, rule.sourcePorts);
    putPorts(message, FRA_DPORT_RANGE, rule.destinationPorts);
}

/// The kernel removes a rule only when everything fits.
NetlinkMessage ruleMessage(std::uint16_t type, int flags, const vrrp::RuleSettings &rule)
{
    auto message = newMessage(type, NLM_F_REQUEST | NLM_F_ACK | flags, 2 * smallMessage);
    fib_rule_hdr header{};
    header.family = familyNumber(rule.family);
    header.dst_len = rule.to ? rule.to->length : 0;
    header.src_len = rule.from ? rule.from->length : 0;
    header.tos = rule.tos;
    header.table = static_cast<std::uint8_t>(rule.table < 256 ? rule.table : RT_TABLE_UNSPEC);
    header.action = static_cast<std::uint8_t>(rule.action);
    header.flags = rule.inverted ? FIB_RULE_INVERT : 0;
    append(message.get(), header);
    putSelectors(message.get(), rule);
    putIf(message.get(), FRA_PRIORITY, rule.preference);
    put(message.get(), FRA_PROTOCOL, rule.protocol);
    putIf(message.get(), FRA_FLOW, rule.realms);
    putIf(message.get(), FRA_SUPPRESS_PREFIXLEN, rule.suppressPrefixLength);
    putIf(message.get(), FRA_SUPPRESS_IFGROUP, rule.suppressGroup);
    if (rule.action == vrrp::RuleAction::Goto)
        put(message.get(), FRA_GOTO, rule.target);
    if (rule.vrf)
        put(message.get(), FRA_L3MDEV, std::uint8_t{1});
    else if (rule.action == vrrp::RuleAction::ToTable)
        put(message.get(), FRA_TABLE, rule.table);
    return message;
}

} // namespace

NetlinkMessage addRuleMessage(const vrrp::RuleSettings &rule)
{
    return ruleMessage(RTM_NEWRULE, NLM_F_CREATE | NLM_F_EXCL, rule);
}

NetlinkMessage removeRuleMessage(const vrrp::RuleSettings &rule)
{
    return ruleMessage(RTM_DELRULE, 0, rule);
}

} // namespace twinhelm::agent
