#pragma once

#include <optional>
#include <span>
#include <vector>

#include "common/base/result.h"
#include "common/health/events.h"
#include "common/ipvs/plan.h"
#include "common/ipvs/settings.h"
#include "common/ipvs/sync.h"

/// What the balancer's driver needs of the world. The daemon puts the kernel, sockets and scripts behind it, tests
/// fakes.
namespace twinhelm::agent
{

/// The kernel's table of virtual servers. No call waits for anything but the kernel itself.
class TablePort
{
public:
    struct Failure {
        std::size_t change = 0; ///< which one
        Error error;
    };

    virtual ~TablePort() = default;
    [[nodiscard]] virtual Result<ipvs::Table> read() = 0;
    /// In order; one that fails stops none of the others.
    [[nodiscard]] virtual std::vector<Failure> apply(std::span<const ipvs::Change> changes) = 0;
    /// Removes everybody's services.
    [[nodiscard]] virtual Result<void> flush() = 0;
    [[nodiscard]] virtual Result<void> setTimeouts(const ipvs::NodeSettings &settings) = 0;
    /// Nothing as role: no daemon of ours is to run.
    [[nodiscard]] virtual Result<void> runSync(const std::optional<ipvs::SyncDaemon> &daemon,
                                               std::optional<ipvs::SyncRole> role) = 0;
};

/// Answers come as health::ProbeFinished through the driver, never from within start().
class ProbePort
{
public:
    virtual ~ProbePort() = default;
    virtual void start(const health::StartProbe &probe) = 0;
    virtual void cancel(health::ProbeId id) = 0;
};

/// Scripts, pipes, mails, events; nobody waits for any of them.
class TellPort
{
public:
    virtual ~TellPort() = default;
    virtual void run(const health::RunCommand &command) = 0;
    virtual void write(const health::FifoLine &line) = 0;
    virtual void mail(const health::SmtpAlert &mail) = 0;
    virtual void publish(const health::Publish &news) = 0;
    virtual void keep(const std::vector<health::StoredOverride> &overrides) = 0;
};

} // namespace twinhelm::agent
