#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/base/deadlines.h"
#include "common/health/balancer.h"
#include "common/health/probe_verdict.h"
#include "common/health/quorum.h"
#include "common/health/service_table.h"

namespace twinhelm::health
{

/// Private to health::Balancer. balancer.cpp: events and probes; balancer_verdicts.cpp: what follows from an answer;
/// balancer_overrides.cpp: what operators want; balancer_reconfigure.cpp: settings; balancer_status.cpp: what is told.
class Balancer::Impl
{
public:
    Impl(ipvs::NodeSettings ipvs, NodeSettings health, std::uint64_t seed);

    Actions step(TimePoint now, const Event &event);
    [[nodiscard]] std::optional<TimePoint> nextDeadline() const;
    [[nodiscard]] ipvs::Table table() const;
    [[nodiscard]] NodeStatus status() const;
    [[nodiscard]] std::vector<StoredOverride> overrides() const;
    [[nodiscard]] std::optional<ServerName> find(const std::string &service, const std::string &server) const;
    [[nodiscard]] std::optional<Capacity> capacityWithout(const ServerName &name) const;
    [[nodiscard]] const ipvs::NodeSettings &ipvsSettings() const { return ipvs_; }

private:
    struct ProbeSlot {
        ProbeId id = 0;
        std::uint32_t service = 0;
        std::uint32_t server = 0;
        std::uint32_t probe = 0;
        ProbeVerdict verdict;
        std::int64_t contribution = 0; ///< to the server's weight
        bool running = false;
        bool troubled = false; ///< it could not be run, and that was told
        TimePoint startedAt{};
        std::optional<TimePoint> due;
        std::optional<Outcome> last;
        TimePoint lastFinished{};
        std::uint64_t runs = 0;
        std::uint64_t failed = 0;
    };
    struct ServerSlot {
        std::string name;
        std::size_t firstProbe = 0;
        std::size_t probes = 0;
        bool alive = false;
        bool toldDown = false;
        TimePoint since{};
        Cause cause;
        std::optional<Override> overridden;
    };
    struct ServiceSlot {
        std::vector<ipvs::ServiceKey> keys;
        std::vector<ServerSlot> servers;
        Quorum quorum;
        bool sorryServes = false;
        bool suspended = false;
        TimePoint since{};
        bool dirty = false;
    };
    /// Where a server is.
    struct Place {
        std::size_t service = 0;
        std::size_t server = 0;
    };

    void on(const Start &start);
    void on(const DeadlineReached &);
    void on(const ProbeFinished &finished);
    void on(const AddressesChanged &changed);
    void on(const InstanceChanged &changed);
    void on(const ConnectionsCounted &counted);
    void on(const SetOverride &set);
    void on(const ClearOverride &clear);
    void on(const ProbeNow &now);
    void on(const Reconfigure &change);
    void on(const Stop &);

    // balancer.cpp
    [[nodiscard]] Actions takeActions();
    [[nodiscard]] const Probe &probeOf(const ProbeSlot &slot) const;
    [[nodiscard]] ServerSlot &serverOf(const ProbeSlot &slot);
    void startProbe(std::size_t index);
    void schedule(std::size_t index, std::optional<TimePoint> at);
    [[nodiscard]] Duration randomUpTo(Duration most);
    void scheduleFirst(std::size_t index);
    void suspend(std::size_t service, bool suspended);
    [[nodiscard]] bool suspendedNow(std::size_t service) const;
    void runSync();

    // balancer_verdicts.cpp
    void judge(std::size_t index, const Outcome &outcome);
    void couldNotRun(std::size_t index, const Outcome &outcome);
    void settleServer(const Place &place, const Cause &cause);
    void tellServer(const Place &place);
    void mailProbe(const ProbeSlot &slot, bool passed, bool wasAlive, const Outcome &outcome);
    void updateQuorum(std::size_t service, bool atStart);
    void tellQuorum(std::size_t service, bool atStart);
    void weightChanged(const Place &place, int before, const Cause &cause);
    [[nodiscard]] bool allUp(const ServerSlot &server) const;
    [[nodiscard]] int dynamicWeight(const Place &place) const;
    [[nodiscard]] int effectiveWeight(const Place &place) const;
    [[nodiscard]] std::uint64_t liveWeight(std::size_t service) const;

    // balancer_overrides.cpp
    [[nodiscard]] std::optional<Place> placeOf(const ServerName &name) const;
    void endOverrides();
    void endOverride(const Place &place, const Cause &cause);
    void becameEmpty(const Place &place, const Cause &cause);
    [[nodiscard]] std::optional<TimePoint> nextExpiry() const;

    // balancer_reconfigure.cpp
    void build();
    void begin(std::size_t service, const ipvs::Table *adopt);
    void adoptService(std::size_t service, const ipvs::TableService &found);
    void adoptServer(const Place &place, const ipvs::DestinationValue *found);
    struct Before;
    void takeOver(Before &before);
    void takeOverServer(Before &before, ServerSlot &old, const Place &place);
    void takeOverProbe(ProbeSlot &old, std::size_t index, const Probe &settings);
    void sayGoodbye(const Before &before);

    // balancer_status.cpp
    [[nodiscard]] ServiceContent contentOf(std::size_t service) const;
    [[nodiscard]] ServerStatus statusOf(const Place &place, const ServiceContent &content) const;
    [[nodiscard]] ProbeStatus statusOf(const ProbeSlot &slot) const;
    void publish(Publish news) { later_.emplace_back(std::move(news)); }
    void touch(std::size_t service);

    ipvs::NodeSettings ipvs_;
    NodeSettings settings_;
    std::uint64_t random_;
    TimePoint now_ = TimePoint::min();
    bool started_ = false;
    bool stopped_ = false;
    std::vector<ServiceSlot> services_;
    std::vector<ProbeSlot> probes_;
    std::unordered_map<ProbeId, std::size_t> byId_;
    std::unordered_map<std::string, std::size_t> byName_; ///< services; the first one of a name
    ProbeId lastId_ = 0;
    Deadlines deadlines_;
    std::optional<TimePoint> expiry_; ///< the earliest of an override
    std::size_t running_ = 0;
    std::set<IpAddress> local_;
    std::map<std::string, InstanceChanged> instances_;
    std::optional<ipvs::SyncRole> sync_;

    // of one step
    std::vector<std::size_t> dirty_; ///< services whose content may have changed
    std::vector<ipvs::ServiceKey> removed_;
    Actions probeActions_;
    Actions later_; ///< what says that something is done, after it is
};

} // namespace twinhelm::health
