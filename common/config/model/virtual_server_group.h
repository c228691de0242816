#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/base/ip_address.h"
#include "common/config/model/value.h"

namespace twinhelm::config::model
{

/// One line of a virtual_server_group: addresses with a port, or a firewall mark.
struct VirtualServerGroupEntry {
    SourceRange range;      ///< the whole entry
    Value<IpAddress> first; ///< not given: the entry is a mark
    Value<IpAddress> last;  ///< A-B
    Value<unsigned> length; ///< A/LEN; neither: `first` alone
    Value<std::uint16_t> port;
    Value<unsigned> fwmark;
    Value<Family> family; ///< of the mark
};

struct VirtualServerGroup {
    SourceRange range; ///< of the block's header
    Value<std::string> name;
    std::vector<VirtualServerGroupEntry> entries;
};

} // namespace twinhelm::config::model
