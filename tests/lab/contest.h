#pragma once

#include <array>
#include <string>
#include <vector>

#include "tests/lab/wire_tap.h"

namespace twinhelm::lab
{

/// How two routers of a contest speak.
struct Dialect {
    int version = 2;
    int family = 4;
    bool unicast = false;
    std::string authentication; ///< "", "PASS" or "AH"

    [[nodiscard]] std::string name() const;
    friend auto operator<=>(const Dialect &, const Dialect &) = default;
};

enum class Ranking {
    Preempt,   ///< priorities 240, 150, 60; the highest takes over whenever it is there
    NoPreempt, ///< the same, but who is master stays master
    Equal,     ///< all have 100; the largest address wins among masters
};

/// One virtual router that different engines share: one row of the matrix.
struct Contest {
    Dialect dialect;
    Ranking ranking = Ranking::Preempt;
    std::string team; ///< who runs it on lb01, lb02, lb03: T twinhelmd, K keepalived, F FRR; two or three letters
    int id = 0;       ///< virtual router id, unique in its family

    [[nodiscard]] std::string name() const;
    /// Of the vrrp_instance.
    [[nodiscard]] std::string instance() const;
    /// The address whose holder is the master.
    [[nodiscard]] std::string address() const;
    [[nodiscard]] WireId wireId() const { return {dialect.family, id}; }
    [[nodiscard]] int priority(std::size_t host) const;
    [[nodiscard]] Millis advert() const { return Millis(dialect.version == 2 ? 1000 : 500); }
    /// vrrp_instance for the host, in keepalived's language.
    [[nodiscard]] std::string instanceText(std::size_t host) const;
};

inline constexpr std::array<const char *, 3> contestHosts{"lb01", "lb02", "lb03"};
/// What a host sends from; a later host's is larger.
std::string hostAddress(std::size_t host, int family);

/// Every way to speak that can be written down: 2 versions, 2 families, multicast or unicast, 3 authentications.
std::vector<Dialect> allDialects();
/// Every team that meets.
std::vector<std::string> allTeams();
/// Why this team cannot speak so; empty: it can.
std::string whyImpossible(const Dialect &dialect, const std::string &team);
/// All contests that are possible, each with its id.
std::vector<Contest> allContests();

} // namespace twinhelm::lab
