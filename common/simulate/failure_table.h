#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "common/simulate/setup.h"

/// What happens to the virtual addresses of a cluster if something fails, and when that is mended: the same engine
/// that runs in production, in virtual time.
namespace twinhelm::simulate
{

/// One thing that can fail.
struct Failure {
    enum class Kind : std::uint8_t {
        NodeDies,    ///< without a word
        NodeStops,   ///< orderly: an upgrade, a reboot
        LinkDown,    ///< `name` is the interface
        ScriptFails, ///< `name` is the vrrp_script; on every node when `node` is empty
        Partition,   ///< all are alive, and nobody hears anybody; `node` is empty
    };
    Kind kind = Kind::NodeDies;
    std::string node;
    std::string name;
    friend bool operator==(const Failure &, const Failure &) = default;
};

/// What becomes of addresses that share it.
struct Fate {
    std::vector<IpAddress> addresses;
    std::string before;              ///< who holds them while all is well; empty: nobody
    std::vector<std::string> during; ///< who holds them when the failure has had its effect; several: split brain
    std::string after;               ///< and when all is mended
    std::optional<Duration> without; ///< from the failure until somebody holds them for good; nothing: nobody does
    Duration withoutOnReturn{};      ///< nobody holds them, while they move again after mending
    [[nodiscard]] bool moves() const { return during.size() != 1 || during.front() != before; }
    /// All but the addresses.
    [[nodiscard]] bool isLike(const Fate &other) const;
    friend bool operator==(const Fate &, const Fate &) = default;
};

struct FailureRow {
    Failure failure;
    std::vector<Fate> fates; ///< those of addresses that are alike are one; in the order of their first addresses
    friend bool operator==(const FailureRow &, const FailureRow &) = default;
};

/// Everything of these nodes that can fail alone, and what can fail on all of them together.
[[nodiscard]] std::vector<Failure> failuresOf(std::span<const NodeInput> nodes);

/// All nodes start, come to rest, the failure comes, they come to rest, it is mended, they come to rest.
[[nodiscard]] FailureRow tryOut(std::span<const NodeInput> nodes, const Failure &failure);

struct FailureTable {
    std::vector<FailureRow> rows;
    bool complete = true; ///< false: there was more to try than `most`
};

/// At most `most` failures, the nodes' own deaths first. Cost: some milliseconds each for a pair with 20 instances.
[[nodiscard]] FailureTable failureTable(std::span<const NodeInput> nodes, std::size_t most = 200);

/// "lb1 dies", "eth0 of lb1 goes down": for people.
[[nodiscard]] std::string words(const Failure &failure);

} // namespace twinhelm::simulate
