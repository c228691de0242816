#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/health/events.h"

namespace twinhelm::agent
{

/// Operators' weights and drains in a file of the state folder, so that they live through restarts and reboots.
/// Threading: one owner.
class OverrideLedger
{
public:
    /// Both clocks at one instant: the file has times of day, which a reboot does not change.
    struct Clocks {
        TimePoint now;
        WallMillis wallNow = 0;
    };

    explicit OverrideLedger(std::string path) : path_(std::move(path)) {}

    /// Nothing when there is no file. A0386: there is one, but it makes no sense; it is left alone.
    [[nodiscard]] Result<std::vector<health::StoredOverride>> read(const Clocks &clocks) const;
    /// A0469 when the disk does not take it.
    [[nodiscard]] Result<void> write(const std::vector<health::StoredOverride> &overrides, const Clocks &clocks) const;

    // Pure.
    [[nodiscard]] static std::string encode(const std::vector<health::StoredOverride> &overrides, const Clocks &clocks);
    [[nodiscard]] static Result<std::vector<health::StoredOverride>> decode(std::string_view text,
                                                                            const Clocks &clocks);

private:
    std::string path_;
};

} // namespace twinhelm::agent
