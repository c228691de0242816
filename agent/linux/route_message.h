#pragma once

#include "agent/linux/netlink_attributes.h"
#include "common/base/result.h"

/// Requests about routes and policy rules. Pure; the socket sets the sequence number.
namespace twinhelm::agent
{

/// RTM_NEWROUTE. Where the same route is there already the kernel answers EEXIST and changes nothing.
/// A0302: an interface it names is not there.
[[nodiscard]] Result<NetlinkMessage> addRouteMessage(const vrrp::RouteSettings &route, const InterfaceIndex &indexOf);
/// RTM_DELROUTE with what identifies it.
[[nodiscard]] Result<NetlinkMessage> removeRouteMessage(const vrrp::RouteSettings &route,
                                                        const InterfaceIndex &indexOf);

/// RTM_NEWRULE; EEXIST as above. Rules name interfaces that need not exist.
[[nodiscard]] NetlinkMessage addRuleMessage(const vrrp::RuleSettings &rule);
[[nodiscard]] NetlinkMessage removeRuleMessage(const vrrp::RuleSettings &rule);

} // namespace twinhelm::agent
