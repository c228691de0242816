#pragma once

#include <string>
#include <vector>

#include "common/config/model/value.h"

namespace twinhelm::config::model
{

/// How no_accept keeps packets from virtual addresses, in global_defs.
struct FirewallSettings {
    Value<bool> iptables;
    std::vector<Value<std::string>> iptablesChains; ///< in, out; fewer: INPUT OUTPUT
    Value<bool> ipsets{true};                       ///< given without a name: false
    std::vector<Value<std::string>> ipsetNames;
    Value<std::string> nftables; ///< name of the table; given and empty: keepalived
    Value<int> nftablesPriority{-1};
    Value<bool> nftablesIfindex;
    Value<bool> nftablesCounters;
};

} // namespace twinhelm::config::model
