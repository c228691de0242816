#pragma once

#include <cstdint>
#include <string>

#include "common/base/ip_address.h"
#include "common/config/model/routing_name.h"
#include "common/config/model/value.h"

namespace twinhelm::config::model
{

/// A mark and the bits of it that count.
struct MarkMask {
    std::uint32_t mark = 0;
    std::uint32_t mask = 0xffffffff;
    friend bool operator==(const MarkMask &, const MarkMask &) = default;
};

/// Both ends belong to it.
template<typename T>
struct Span {
    T first{};
    T last{};
    friend bool operator==(const Span &, const Span &) = default;
};

/// One line of static_rules or virtual_rules: selectors and exactly one action (language.md section 2).
struct RoutingRule {
    enum class Action : std::uint8_t { None, Table, Goto, Nop, Blackhole, Unreachable, Prohibit, L3mdev };

    SourceRange range; ///< the whole entry
    Value<Family> family;
    Value<bool> inverted; ///< "not"
    Value<Prefix> from;   ///< a zero address of length 0: any
    Value<Prefix> to;
    Value<unsigned> preference; ///< not given: assigned downward, with an error
    Value<RoutingName> typeOfService;
    Value<MarkMask> fwmark;
    Value<RoutingName> realms;
    Value<std::string> inputInterface;
    Value<std::string> outputInterface;
    Value<std::uint64_t> tunnelId;
    Value<Span<std::uint32_t>> userIds;
    Value<RoutingName> ipProtocol;
    Value<Span<std::uint16_t>> sourcePorts;
    Value<Span<std::uint16_t>> destinationPorts;
    Value<unsigned> suppressPrefixLength;
    Value<RoutingName> suppressGroup;
    Value<unsigned> protocol; ///< of the rule itself; not given: keepalived's own, 18
    Value<Action> action;
    Value<RoutingName> table;   ///< Action::Table
    Value<unsigned> gotoTarget; ///< Action::Goto
    bool noTrack = false;
    Value<std::string> trackGroup; ///< static rules only
};

} // namespace twinhelm::config::model
