#pragma once

#include <optional>
#include <span>
#include <vector>

#include "agent/linux/netlink_socket.h"
#include "common/base/result.h"
#include "common/base/time.h"
#include "common/ipvs/counters.h"
#include "common/ipvs/plan.h"
#include "common/ipvs/sync.h"
#include "common/ipvs/table.h"

namespace twinhelm::agent
{

struct IpvsService;

/// The kernel's IPVS, by generic netlink, in the network namespace of the thread that opens it.
///
/// Every call is answered by the kernel within it and waits for nothing else, but for its own locks and for a
/// scheduler's module that it loads (some milliseconds, once). Needs CAP_NET_ADMIN. Threading: one owner.
/// After any failure the caller reads the table again and plans anew: what was done, and what somebody else did
/// meanwhile, is in it then.
class IpvsSocket
{
public:
    /// A0380: the kernel has no IPVS, not even as a module that modprobe finds. A0381: no socket. Reading fails with
    /// A0386. Cost: three system calls; where the module is to be loaded, a modprobe of up to 5 s.
    [[nodiscard]] static Result<IpvsSocket> open();
    /// The same question without a socket left open. Nothing: IPVS answers.
    [[nodiscard]] static Result<void> available();

    /// All services with their destinations. Cost: some system calls, and three for each service.
    [[nodiscard]] Result<ipvs::Table> readTable();
    /// What is counted for all services, or for these; what is gone meanwhile is missing. Cost as above.
    [[nodiscard]] Result<ipvs::Counters> readCounters();
    [[nodiscard]] Result<ipvs::Counters> readCounters(std::span<const ipvs::ServiceKey> services);

    struct Failure {
        std::size_t change = 0; ///< which one
        Error error;            ///< A0382: the change, what the kernel said, and how to mend it
    };
    /// Makes the changes in order; one that fails stops none of the others. Destinations of a service that could not
    /// be added fail with it and are not told. Cost: two system calls for 256 changes.
    [[nodiscard]] std::vector<Failure> apply(std::span<const ipvs::Change> changes);
    /// Removes every service of everybody. A0383.
    [[nodiscard]] Result<void> flush();

    struct Timeouts { ///< of connections without packets; whole seconds
        Duration tcp{};
        Duration tcpFin{};
        Duration udp{};
        friend bool operator==(const Timeouts &, const Timeouts &) = default;
    };
    [[nodiscard]] Result<Timeouts> timeouts();
    /// Those that are nothing or zero stay as they are. A0383.
    [[nodiscard]] Result<void> setTimeouts(std::optional<Duration> tcp, std::optional<Duration> tcpFin,
                                           std::optional<Duration> udp);

    [[nodiscard]] Result<std::vector<ipvs::RunningSync>> syncDaemons();
    /// Starts or stops one; the first that fails ends it. A0384.
    [[nodiscard]] Result<void> applySync(std::span<const ipvs::SyncChange> changes);

private:
    [[nodiscard]] Result<void> readCounters(ipvs::Counters &into, const IpvsService &service);

    IpvsSocket(NetlinkSocket socket, std::uint16_t family) : socket_(std::move(socket)), family_(family) {}

    NetlinkSocket socket_;
    std::uint16_t family_;
};

} // namespace twinhelm::agent
