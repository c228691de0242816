#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/base/time.h"

/// What an agent says about its virtual servers; see messages.h.
namespace twinhelm::wire
{

/// One probe of a real server.
struct CheckState {
    std::string kind; ///< TCP_CHECK HTTP_GET SSL_GET SMTP_CHECK DNS_CHECK MISC_CHECK UDP_CHECK PING_CHECK ...
    std::string name; ///< with what it asks
    bool up = true;
    bool decided = false;   ///< false until its first run
    std::string lastReason; ///< answered connect_refused ...; empty: never run
    std::string lastText;
    std::optional<std::int64_t> lastAgeMs;
    std::int64_t lastTookUs = 0;
    std::optional<std::int64_t> nextInMs; ///< absent: under way, or at rest
    std::uint64_t failuresInRow = 0;
    std::uint64_t runs = 0;
    std::uint64_t failures = 0;
    std::optional<int> certificateDays;
    friend bool operator==(const CheckState &, const CheckState &) = default;
};

/// What an operator wants of a real server.
struct OverrideState {
    std::string kind; ///< weight drain
    int weight = 0;
    std::string reason;
    std::string by;
    WallMillis since = 0;
    std::optional<std::int64_t> expiresInMs;
    std::uint64_t fewConnections = 0; ///< drain: so many may be left
    bool takeOut = false;             ///< drain: it leaves the table when it is empty
    bool empty = false;               ///< drain: it is
    friend bool operator==(const OverrideState &, const OverrideState &) = default;
};

/// Sums since the entry is in the kernel, and rates for each second.
struct TrafficState {
    std::uint64_t connections = 0;
    std::uint64_t packetsIn = 0;
    std::uint64_t packetsOut = 0;
    std::uint64_t bytesIn = 0;
    std::uint64_t bytesOut = 0;
    std::uint64_t connectionRate = 0;
    std::uint64_t byteRateIn = 0;
    std::uint64_t byteRateOut = 0;
    friend bool operator==(const TrafficState &, const TrafficState &) = default;
};

struct ServerState {
    std::string name;    ///< [10.0.0.2]:tcp:80
    std::string address; ///< 10.0.0.2:80
    std::string state;   ///< UP DOWN
    WallMillis since = 0;
    std::string cause; ///< of the last change: probe_failed ...; see docs/api.md
    std::string text;  ///< the same as a sentence
    int weight = 0;    ///< that counts now
    int configuredWeight = 1;
    int dynamicWeight = 1; ///< with what scripts and files ask for
    bool inTable = false;
    std::string forwarding; ///< nat dr tun
    std::optional<OverrideState> overridden;
    std::uint64_t activeConnections = 0;
    std::uint64_t inactiveConnections = 0;
    std::uint64_t persistentClients = 0;
    std::optional<TrafficState> traffic; ///< absent: the kernel does not count it
    std::vector<CheckState> checks;
    friend bool operator==(const ServerState &, const ServerState &) = default;
};

struct ServiceState {
    std::string name;                   ///< [10.0.0.3]:tcp:80, FWM 1, a group's name
    std::vector<std::string> listeners; ///< "TCP 10.0.0.3:80", "mark 1"; the first 16
    std::string scheduler;
    std::string state; ///< UP DOWN: whether the quorum is there
    WallMillis since = 0;
    std::uint64_t quorum = 1;
    std::uint64_t hysteresis = 0;
    std::uint64_t liveWeight = 0;
    std::string sorryServer; ///< empty: none
    bool sorryServes = false;
    bool suspended = false; ///< ha_suspend: its servers are not probed
    std::optional<TrafficState> traffic;
    std::vector<ServerState> servers;
    friend bool operator==(const ServiceState &, const ServiceState &) = default;
};

/// The balancer as a whole. Absent from a state: this node balances nothing.
struct BalancerState {
    bool ipvs = false;                 ///< the kernel has it
    std::string trouble;               ///< why services are not balanced as they should be; empty: they are
    bool complete = false;             ///< the kernel's table is as it should be
    std::string sync;                  ///< master backup; empty: no sync daemon
    bool ready = false;                ///< it could take over now
    std::vector<std::string> notReady; ///< why not
    std::uint64_t probesRunning = 0;
    std::uint64_t mended = 0;  ///< differences in the kernel's table that somebody else made
    std::uint64_t refused = 0; ///< changes that the kernel refused
    friend bool operator==(const BalancerState &, const BalancerState &) = default;
};

struct ProbeStepState {
    std::int64_t atUs = 0;
    std::string text;
    friend bool operator==(const ProbeStepState &, const ProbeStepState &) = default;
};

struct ProbeRunState {
    std::string name;
    bool passed = false;
    std::string reason;
    std::string text;
    std::int64_t tookUs = 0;
    std::optional<int> certificateDays;
    std::vector<ProbeStepState> steps;
    friend bool operator==(const ProbeRunState &, const ProbeRunState &) = default;
};

/// Answer to POST .../probe: what its probes said just now.
struct ProbeReport {
    std::string service;
    std::string server;
    std::vector<ProbeRunState> probes;
    friend bool operator==(const ProbeReport &, const ProbeReport &) = default;
};

} // namespace twinhelm::wire
