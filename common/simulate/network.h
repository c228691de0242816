#pragma once

#include <cstdint>
#include <queue>
#include <string>
#include <vector>

#include "common/base/time.h"
#include "common/simulate/host.h"
#include "common/simulate/links.h"
#include "common/simulate/recorder.h"

namespace twinhelm::simulate
{

struct NetworkOptions {
    std::uint64_t seed = 1;                             ///< which packets are lost
    Duration delay = std::chrono::microseconds(200);    ///< of a packet, unless told otherwise
    Duration scriptTime = std::chrono::milliseconds(5); ///< how long a track script runs
    bool recordAdverts = false;
    std::uint64_t mostSteps = 20'000'000; ///< engine steps; then the simulation ends early
};

/// Nodes with real configurations on a network in virtual time. Each node is a vrrp::Node, the engine that runs in
/// production; only what surrounds it (network, scripts, kernel, time) is made up.
///
/// Verbs act at now(); advance() lets time pass. A name that does not exist is ignored: whoever reads names from
/// people checks them before (simulate/command.h).
/// Threading: none. Errors: none. Cost: some microseconds for each advert; an hour of a pair takes milliseconds.
class Network
{
public:
    explicit Network(NetworkOptions options = {});

    /// Adds a node that is down. Its addresses belong to the timeline from the beginning.
    void add(HostSetup setup);

    void start(const std::string &node);
    void startAll();
    /// Orderly: masters say priority 0.
    void stop(const std::string &node);
    /// Without a word.
    void crash(const std::string &node);
    void setScript(const std::string &node, const std::string &script, vrrp::ScriptResult result);
    void setLink(const std::string &node, const std::string &interface, bool up);
    void reload(const std::string &node, vrrp::NodeSettings settings);
    void handOver(const std::string &node, const std::string &instance);
    void release(const std::string &node, const std::string &instance);
    [[nodiscard]] Links &links() { return links_; }
    /// Puts a line into the timeline: what the scenario does.
    void say(const std::string &node, const std::string &cause, const std::string &text);

    void advance(Duration by);
    [[nodiscard]] TimePoint now() const { return now_; }
    [[nodiscard]] const std::vector<Host> &hosts() const { return hosts_; }
    [[nodiscard]] const Host *host(const std::string &node) const;
    /// Everything up to now().
    [[nodiscard]] Timeline timeline() const;

private:
    struct Pending {
        TimePoint at;
        std::uint64_t order = 0;
        std::size_t host = 0;
        std::uint64_t life = 0;
        vrrp::NodeEvent event;
        /// The queue gives the greatest first.
        friend bool operator<(const Pending &a, const Pending &b)
        {
            return a.at != b.at ? a.at > b.at : a.order > b.order;
        }
    };

    [[nodiscard]] Host *find(const std::string &node);
    void step(Host &host, const vrrp::NodeEvent &event);
    void runDeadline(Host &host);
    void post(const Host &host, Duration in, vrrp::NodeEvent event);
    void end(Host &host);
    void know(const vrrp::NodeSettings &settings);

    void carryOut(Host &host, const vrrp::SendPacket &packet);
    void carryOut(Host &host, const vrrp::AddAddresses &add);
    void carryOut(Host &host, const vrrp::RemoveAddresses &remove);
    void carryOut(Host &host, const vrrp::RunScript &run);
    void carryOut(Host &host, const vrrp::Publish &publish);
    /// Joining groups, announcing, notifying: nothing that others in here would notice.
    template<typename Action>
    void carryOut(Host &, const Action &)
    {
    }
    void deliver(const Host &from, const Host &to, const std::string &interface, const vrrp::SendPacket &packet);

    NetworkOptions options_;
    Links links_;
    Recorder recorder_;
    TimePoint now_{};
    std::vector<Host> hosts_;
    std::priority_queue<Pending> pending_;
    std::uint64_t order_ = 0;
    std::uint64_t steps_ = 0;
};

} // namespace twinhelm::simulate
