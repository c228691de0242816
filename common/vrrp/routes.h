#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

#include "common/base/ip_address.h"
#include "common/base/strong.h"

namespace twinhelm::vrrp
{

/// Which instance an advert belongs to: by interface, virtual router id and family. find() allocates nothing.
class Routes
{
public:
    void clear() { interfaces_.clear(); }

    void add(const std::string &interface, Vrid id, Family family, std::size_t instance)
    {
        auto [slot, fresh] = interfaces_.try_emplace(interface);
        if (fresh)
            slot->second.fill(nobody);
        slot->second[place(id, family)] = static_cast<std::int32_t>(instance);
    }

    [[nodiscard]] std::optional<std::size_t> find(const std::string &interface, Vrid id, Family family) const
    {
        const auto slot = interfaces_.find(interface);
        if (slot == interfaces_.end() || slot->second[place(id, family)] == nobody)
            return std::nullopt;
        return static_cast<std::size_t>(slot->second[place(id, family)]);
    }

private:
    static constexpr std::int32_t nobody = -1;
    static std::size_t place(Vrid id, Family family) { return id.value * 2U + (family == Family::IPv6 ? 1U : 0U); }

    std::unordered_map<std::string, std::array<std::int32_t, 512>> interfaces_;
};

} // namespace twinhelm::vrrp
