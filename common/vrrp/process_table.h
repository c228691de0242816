#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/vrrp/settings.h"

namespace twinhelm::vrrp
{

/// What /proc says of one process.
struct ProcessNames {
    std::string comm;              ///< at most 15 bytes
    std::vector<std::string> argv; ///< empty: a kernel thread, or not read
};

/// Whether a process is one of those a pattern means (keepalived: track_process).
[[nodiscard]] bool matches(const ProcessPattern &pattern, const ProcessNames &names);

/// Which processes match which patterns, kept up to date by the news of the kernel. Pure.
class ProcessTable
{
public:
    explicit ProcessTable(std::vector<ProcessPattern> patterns = {});

    /// Somebody has to read /proc/PID/cmdline for it.
    [[nodiscard]] bool wantsArguments() const { return wantsArguments_; }
    /// Of each pattern, in the order given.
    [[nodiscard]] const std::vector<unsigned> &counts() const { return counts_; }

    /// All there are: at start, after lost news, or in place of news.
    void list(const std::vector<std::pair<std::int32_t, ProcessNames>> &all);
    /// A child begins as a copy of its parent.
    void forked(std::int32_t parent, std::int32_t child);
    /// It runs another program or has another name.
    void changed(std::int32_t pid, const ProcessNames &names);
    void ended(std::int32_t pid);

private:
    using Matches = std::vector<std::uint16_t>; ///< indices of patterns
    [[nodiscard]] Matches matchesOf(const ProcessNames &names) const;
    void put(std::int32_t pid, Matches found);

    std::vector<ProcessPattern> patterns_;
    std::vector<unsigned> counts_;
    std::unordered_map<std::int32_t, Matches> processes_; ///< only those that match something
    bool wantsArguments_ = false;
};

} // namespace twinhelm::vrrp
