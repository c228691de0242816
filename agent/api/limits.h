#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace twinhelm::api
{

/// What one client may cost. Tests shorten the times; the product runs with these.
struct Limits {
    std::uint32_t headerBytes = 16U << 10U;
    std::uint64_t bodyBytes = 1U << 20U;
    /// Of an operator's plan: twice the largest configuration we test with (606,001 lines, 8.6 MB). What it becomes on
    /// its way to the engine must fit into a line of the channel, six times as long at worst.
    std::uint64_t planBytes = 16U << 20U;
    std::size_t largePlans = 1;              ///< with bodies above bodyBytes, at once: each costs some copies of it
    std::size_t connections = 1024;          ///< all together
    std::size_t perAddress = 128;            ///< from one address; a team behind one gateway fits
    std::chrono::milliseconds stateAge{500}; ///< an older state is asked for anew before it is told
    std::chrono::milliseconds refreshTimeout{1000};
    std::chrono::milliseconds handshakeTimeout{5000};
    std::chrono::milliseconds headerTimeout{5000};
    std::chrono::milliseconds bodyTimeout{10'000};
    std::chrono::milliseconds planTimeout{60'000};  ///< the same for a plan's body
    std::chrono::milliseconds idleTimeout{60'000};  ///< between two requests of one connection
    std::chrono::milliseconds writeTimeout{10'000}; ///< for one answer, or 64 KiB of events
    std::chrono::milliseconds lingerTimeout{2000};  ///< for a refused client to stop talking and listen
    std::chrono::milliseconds silence{250};         ///< after which such a client has stopped
    std::chrono::milliseconds heartbeat{5000};      ///< of an event stream
    std::chrono::milliseconds commandTimeout{5000}; ///< for the engine's answer
    std::chrono::milliseconds reloadTimeout{30'000};
    std::chrono::milliseconds probeTimeout{120'000}; ///< a real server's probes may take as long as they are allowed
    std::size_t tailEvents = 1024;                   ///< newest events in memory; older ones come from the journal
    std::size_t batchBytes = 64U << 10U;
};

} // namespace twinhelm::api
