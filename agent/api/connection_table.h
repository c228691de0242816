#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>

#include "agent/api/limits.h"

namespace twinhelm::api
{

/// Who is connected, to keep one client from taking every place. Pure.
class ConnectionTable
{
public:
    /// A place; giving it up frees it.
    using Place = std::shared_ptr<void>;

    explicit ConnectionTable(const Limits &limits) : total_(limits.connections), perAddress_(limits.perAddress) {}

    /// Null: no place left, for all or for this address.
    [[nodiscard]] Place take(const std::string &address);
    [[nodiscard]] std::size_t size() const { return size_; }

private:
    std::size_t total_;
    std::size_t perAddress_;
    std::size_t size_ = 0;
    std::map<std::string, std::size_t> byAddress_;
};

} // namespace twinhelm::api
