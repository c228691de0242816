#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tests/lab/address_watch.h"
#include "tests/lab/contest.h"
#include "tests/lab/engine.h"
#include "tests/lab/frr.h"
#include "tests/lab/lab.h"
#include "tests/lab/wire_tap.h"

namespace twinhelm::lab
{

/// Three balancers on which many contests are run at once, each by the engines of its team: so hundreds of virtual
/// routers are started, bereft of their master and given it back in the time of one.
/// Threading: one owner. Errors: as Lab.
class Arena
{
public:
    /// `ours`: what plays twinhelmd's part.
    Arena(std::vector<Contest> contests, EngineKind ours);

    void start(std::size_t host);
    /// Orderly: every engine on it says priority 0.
    void stop(std::size_t host);
    /// The host dies: nothing of it is heard any more, and nobody is told.
    void kill(std::size_t host);
    /// The host has booted and its engines are started.
    void boot(std::size_t host);
    /// No frame passes between the hosts, which stay up.
    void split();
    void heal();

    using Hosts = std::set<std::size_t>;
    using Expectation = std::function<Hosts(const Contest &)>;
    /// Waits until each contest has exactly one master, one of `masters`; then watches for a while that it stays the
    /// only one, in the addresses of all living hosts and on the wire. Empty: nobody can be master.
    /// Whatever is otherwise goes to the findings of the contest, headed by `stage`.
    void mustSettle(const std::string &stage, const Expectation &masters);
    /// Waits until each living host is master of everything it takes part in.
    void mustAllBeMasters(const std::string &stage);

    [[nodiscard]] const std::vector<Contest> &contests() const { return contests_; }
    [[nodiscard]] const std::map<int, std::vector<std::string>> &findings() const { return findings_; } ///< by index
    [[nodiscard]] std::string logs() const { return lab_.logs(); }

private:
    struct Host {
        Node *node = nullptr;
        std::unique_ptr<AddressWatch> watch;
        std::optional<Engine> ours, theirs;
        std::optional<Frr> frr;
        bool alive = false;
    };

    void layBare(std::size_t host);
    [[nodiscard]] std::string configOf(std::size_t host, char engine) const;
    [[nodiscard]] std::vector<FrrRouter> frrRouters(std::size_t host) const;
    void awaitCalm(const Expectation &masters) const;
    [[nodiscard]] std::set<std::string> stoodStill() const;
    [[nodiscard]] Hosts allowed(const Contest &contest, const Hosts &masters,
                                const std::set<std::string> &stoodStill) const;
    [[nodiscard]] bool settled(const Contest &contest, const Hosts &masters) const;
    [[nodiscard]] std::string judge(const Contest &contest, const Hosts &masters, Clock::time_point since) const;
    [[nodiscard]] bool mustBeHeard(const Contest &contest) const;
    [[nodiscard]] bool holderHeard(const Contest &contest, Clock::time_point since) const;
    [[nodiscard]] std::size_t livingMembers(const Contest &contest) const;
    [[nodiscard]] bool takesPart(const Contest &contest, std::size_t host) const;
    void find(std::size_t contest, const std::string &what) { findings_[static_cast<int>(contest)].push_back(what); }

    std::vector<Contest> contests_;
    EngineKind ours_;
    Lab lab_;
    WireTap tap_;
    std::vector<Host> hosts_;
    std::map<int, std::vector<std::string>> findings_;
};

} // namespace twinhelm::lab
