#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "common/health/outcome.h"
#include "common/health/settings.h"

namespace boost::asio
{
class io_context;
}

/// Asks real servers whether they work: one coroutine for each kind of probe. What follows from an answer is
/// common/health's matter.
namespace twinhelm::checks
{

/// What is the same for all probes of a node.
struct ProbeContext {
    std::string scriptUser; ///< script_user; empty: keepalived_script if there is one, else this process's user
    std::string scriptGroup;
    bool scriptSecurity = false;    ///< enable_script_security
    std::optional<health::Tls> tls; ///< the SSL block: what HTTPS probes show, and whom they trust
    /// Certificates must be vouched for: by tls->authorities, else by the system's. keepalived never asks.
    bool verifyPeers = false;
    std::size_t mostAtOnce = 0; ///< probes that may hold descriptors; 0: what RLIMIT_NOFILE leaves room for
};

struct ProbeOptions {
    bool keepSteps = false;  ///< fills Outcome::steps
    bool verifyPeer = false; ///< as ProbeContext::verifyPeers, for this run
    Duration deadline{};     ///< for the whole run; 0: deadlineOf(probe)
};

/// When a run that is never idle for long enough to time out is ended all the same: when the next one would be due,
/// and not before each of its phases had its connect_timeout. (keepalived lets a server that sends a byte now and
/// then go on for ever.)
[[nodiscard]] Duration deadlineOf(const health::Probe &probe);

/// A run under way. Destroying it ends the run: sockets are closed, scripts killed, the callback is not called.
/// May be destroyed within the callback, and after the runner.
class [[nodiscard]] ProbeHandle
{
public:
    class Run;

    ProbeHandle() = default;
    explicit ProbeHandle(std::shared_ptr<Run> run);
    ~ProbeHandle();
    ProbeHandle(ProbeHandle &&other) noexcept;
    ProbeHandle &operator=(ProbeHandle &&other) noexcept;
    ProbeHandle(const ProbeHandle &) = delete;
    ProbeHandle &operator=(const ProbeHandle &) = delete;

    /// Whether the callback is still to come.
    [[nodiscard]] bool running() const;
    void cancel();

private:
    std::shared_ptr<Run> run_;
};

/// Starts probes, as many at once as there are descriptors for; more wait their turn, first come first served, and
/// their time counts from then on (Outcome::took, deadlines).
/// Errors: whatever keeps a probe from being run is an Outcome with Reason::CannotRun, never an exception.
/// Threading: the io_context's thread, also for callbacks; a callback never comes from within start().
class ProbeRunner
{
public:
    using Done = std::function<void(health::Outcome)>;

    ProbeRunner(boost::asio::io_context &io, ProbeContext context);
    /// Ends all that runs; no callback comes any more.
    ~ProbeRunner();
    ProbeRunner(const ProbeRunner &) = delete;
    ProbeRunner &operator=(const ProbeRunner &) = delete;

    /// For runs from now on; those under way go on as they began. Reads the TLS files again.
    void configure(ProbeContext context);

    [[nodiscard]] ProbeHandle start(const health::Probe &probe, ProbeOptions options, Done done);

    [[nodiscard]] std::size_t running() const;
    [[nodiscard]] std::size_t waiting() const;

private:
    class Impl;
    std::shared_ptr<Impl> impl_;
};

} // namespace twinhelm::checks
