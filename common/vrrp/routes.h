#pragma once

#include <array>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/base/ip_address.h"
#include "common/base/strong.h"

namespace twinhelm::vrrp
{

/// Which instances an advert may belong to: by interface, virtual router id and family. Nearly always one; several may
/// share an id when their multicast groups or unicast peers differ (keepalived). find() allocates nothing.
class Routes
{
public:
    using Instances = std::vector<std::size_t>;

    void clear() { interfaces_.clear(); }

    void add(const std::string &interface, Vrid id, Family family, std::size_t instance)
    {
        auto &table = interfaces_[interface];
        if (!table)
            table = std::make_unique<Table>();
        (*table)[place(id, family)].push_back(instance);
    }

    [[nodiscard]] const Instances &find(const std::string &interface, Vrid id, Family family) const
    {
        static const Instances nobody;
        const auto found = interfaces_.find(interface);
        return found == interfaces_.end() ? nobody : (*found->second)[place(id, family)];
    }

private:
    using Table = std::array<Instances, 512>;
    static std::size_t place(Vrid id, Family family) { return id.value * 2U + (family == Family::IPv6 ? 1U : 0U); }

    std::unordered_map<std::string, std::unique_ptr<Table>> interfaces_;
};

} // namespace twinhelm::vrrp
