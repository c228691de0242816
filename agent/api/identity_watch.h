#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>

#include "agent/store/identity.h"

namespace twinhelm::api
{

/// Notices that the files of the identity changed, by looking at their inodes and times; asked twice a second.
class IdentityWatch
{
public:
    explicit IdentityWatch(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// The identity as it is now, when this is the first look or a file changed since the last one.
    [[nodiscard]] std::optional<Result<store::Identity>> look();
    /// Makes the next look read again in any case.
    void forget() { seen_.reset(); }

private:
    /// Device, inode, size and time of the three files; zeros for a missing one.
    using Stamp = std::array<std::uint64_t, 12>;
    [[nodiscard]] Stamp stamp() const;

    std::filesystem::path folder_;
    std::optional<Stamp> seen_;
};

} // namespace twinhelm::api
