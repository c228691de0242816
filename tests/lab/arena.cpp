#include "tests/lab/arena.h"

#include <algorithm>

namespace twinhelm::lab
{

namespace
{

/// Longest way to a settled state: version 2 at 1 s waits 3.6 s, a sleepy machine and FRR's start come on top.
constexpr Millis patience{20000};
/// So long must all be as it should before it counts as settled.
constexpr Millis calmFor{1000};
constexpr Millis watchFor{1500};
/// Every master must be heard within this after it.
constexpr Millis hearWithin{4000};

LabOptions threeHosts()
{
    LabOptions options;
    options.lb3 = {"lb03", hostAddress(2, 4), ""};
    return options;
}

/// As eventually(), but seldom: hundreds of contests are looked at each time, and that must not starve the engines.
template<typename Condition>
bool soon(Condition condition, Millis timeout)
{
    const auto end = Clock::now() + timeout;
    while (!condition()) {
        if (Clock::now() >= end)
            return false;
        std::this_thread::sleep_for(Millis(50));
    }
    return true;
}

std::string list(const Arena::Hosts &hosts)
{
    std::string text;
    for (const auto host : hosts)
        text += (text.empty() ? "" : ", ") + std::string(contestHosts.at(host));
    return text.empty() ? "nobody" : text;
}

} // namespace

Arena::Arena(std::vector<Contest> contests, EngineKind ours)
    : contests_(std::move(contests)), ours_(ours), lab_(threeHosts()), tap_(lab_, {"lb01", "lb02", "lb03"}), hosts_(3)
{
    const std::array<Node *, 3> nodes{&lab_.lb1(), &lab_.lb2(), &lab_.lb3()};
    for (std::size_t host = 0; host < hosts_.size(); ++host) {
        hosts_[host].node = nodes.at(host);
        hosts_[host].watch = std::make_unique<AddressWatch>(*nodes.at(host));
        // FRR's devices have addresses of their own and would answer for the host's.
        nodes.at(host)->must({"sh", "-c", "echo 1 > /proc/sys/net/ipv4/conf/all/arp_ignore"});
        layBare(host);
    }
}

/// As after a boot: only the host's own addresses, no devices and no files of engines.
void Arena::layBare(std::size_t host)
{
    auto &node = *hosts_[host].node;
    const auto number = std::to_string(host + 5);
    node.must({"sh", "-c",
               "for link in $(ip -o link show type macvlan | cut -d' ' -f2 | cut -d@ -f1); do ip link delete $link; "
               "done; rm -rf /run/twinhelm /var/lib/twinhelm/* /run/keepalived* /run/frr/*; ip link set eth0 "
               "addrgenmode none; ip address flush dev eth0"});
    node.must({"ip", "-batch", "-"}, "address add " + hostAddress(host, 4) + "/24 brd + dev eth0\naddress add " +
                                         hostAddress(host, 6) + "/64 dev eth0 nodad\naddress add fd00::" + number +
                                         "/64 dev eth0 nodad\n");
}

bool Arena::takesPart(const Contest &contest, std::size_t host) const
{
    return host < contest.team.size();
}

std::size_t Arena::livingMembers(const Contest &contest) const
{
    std::size_t living = 0;
    for (std::size_t host = 0; host < contest.team.size(); ++host)
        living += hosts_[host].alive ? 1 : 0;
    return living;
}

std::string Arena::configOf(std::size_t host, char engine) const
{
    std::string instances;
    for (const auto &contest : contests_) {
        if (takesPart(contest, host) && contest.team[host] == engine)
            instances += contest.instanceText(host);
    }
    return instances.empty()
               ? instances
               : "global_defs {\n    router_id " + std::string(contestHosts.at(host)) + "\n}\n" + instances;
}

std::vector<FrrRouter> Arena::frrRouters(std::size_t host) const
{
    std::vector<FrrRouter> routers;
    for (const auto &contest : contests_) {
        if (!takesPart(contest, host) || contest.team[host] != 'F')
            continue;
        FrrRouter router;
        router.virtualRouterId = contest.id;
        router.family = contest.dialect.family;
        router.version = contest.dialect.version;
        router.priority = contest.priority(host);
        router.advert = contest.advert();
        router.preempt = contest.ranking != Ranking::NoPreempt;
        router.addresses = {contest.address()};
        router.prefixLength = router.family == 4 ? 32 : 128;
        if (router.family == 6) // in the order of the hosts' own
            router.linkLocal = "fe80::" + std::to_string(host + 5) + ":" + std::to_string(contest.id);
        routers.push_back(router);
    }
    return routers;
}

void Arena::start(std::size_t host)
{
    auto &one = hosts_[host];
    one.alive = true;
    if (const auto text = configOf(host, 'T'); !text.empty())
        one.ours.emplace(*one.node, ours_, text,
                         EngineOptions{.configPath = "/etc/keepalived/ours.conf", .log = "ours"});
    if (const auto text = configOf(host, 'K'); !text.empty())
        one.theirs.emplace(*one.node, EngineKind::Keepalived, text);
    if (const auto routers = frrRouters(host); !routers.empty())
        one.frr.emplace(*one.node, routers);
}

void Arena::stop(std::size_t host)
{
    auto &one = hosts_[host];
    if (one.frr)
        one.frr->stop();
    for (auto *engine : {&one.ours, &one.theirs}) {
        if (*engine)
            (*engine)->process().signal(SIGTERM);
    }
    for (auto *engine : {&one.ours, &one.theirs}) {
        if (*engine)
            (*engine)->stop();
        engine->reset();
    }
    one.frr.reset();
    one.alive = false;
}

void Arena::kill(std::size_t host)
{
    auto &one = hosts_[host];
    lab_.cut(*one.node);
    for (auto *engine : {&one.ours, &one.theirs}) {
        if (*engine)
            (*engine)->killTree();
        engine->reset();
    }
    if (one.frr)
        one.frr->killTree();
    one.frr.reset();
    one.alive = false;
}

void Arena::boot(std::size_t host)
{
    layBare(host);
    lab_.mend(*hosts_[host].node);
    start(host);
}

void Arena::split()
{
    for (auto &host : hosts_)
        lab_.cut(*host.node);
}

void Arena::heal()
{
    for (auto &host : hosts_)
        lab_.mend(*host.node);
}

/// Instances of ours whose master said in its log that it was not given a processor for longer than its peers wait.
std::set<std::string> Arena::stoodStill() const
{
    constexpr std::string_view words = ": stall of ";
    std::set<std::string> instances;
    for (const auto &host : hosts_) {
        const auto log = host.alive && host.ours ? host.ours->log() : std::string();
        for (auto at = log.find(words); at != std::string::npos; at = log.find(words, at + 1)) {
            const auto begin = log.rfind(' ', at) + 1;
            instances.insert(log.substr(begin, at - begin));
        }
    }
    return instances;
}

/// Hundreds of elections at once can make a machine of two cores stand still for seconds. One of ours then rightly
/// leaves the address with whoever took over, and does not take it back where nobody preempts.
Arena::Hosts Arena::allowed(const Contest &contest, const Hosts &masters, const std::set<std::string> &stoodStill) const
{
    if (masters.empty() || contest.ranking == Ranking::Preempt || !stoodStill.contains(contest.instance()))
        return masters;
    Hosts all;
    for (std::size_t host = 0; host < contest.team.size(); ++host) {
        if (hosts_[host].alive)
            all.insert(host);
    }
    return all;
}

bool Arena::settled(const Contest &contest, const Hosts &masters) const
{
    Hosts holding;
    for (std::size_t host = 0; host < hosts_.size(); ++host) {
        if (hosts_[host].alive && hosts_[host].watch->holds(contest.address()))
            holding.insert(host);
    }
    if (masters.empty())
        return holding.empty();
    if (holding.size() != 1 || !masters.contains(*holding.begin()))
        return false;
    // A master that is late with its adverts, as keepalived is after a hundred conflicts at once, has not settled.
    const auto claim = tap_.lastClaim(contestHosts.at(*holding.begin()), contest.wireId());
    return !mustBeHeard(contest) || Clock::now() - claim < contest.advert() * 3 / 2;
}

void Arena::awaitCalm(const Expectation &masters) const
{
    auto lastTrouble = Clock::now();
    (void)soon(
        [&] {
            const auto late = stoodStill();
            if (!std::ranges::all_of(contests_,
                                     [&](const auto &one) { return settled(one, allowed(one, masters(one), late)); }))
                lastTrouble = Clock::now();
            return Clock::now() - lastTrouble >= calmFor;
        },
        patience);
}

bool Arena::mustBeHeard(const Contest &contest) const
{
    return !contest.dialect.unicast || livingMembers(contest) > 1; // else there is nobody to send it to
}

bool Arena::holderHeard(const Contest &contest, Clock::time_point since) const
{
    for (std::size_t host = 0; host < hosts_.size(); ++host) {
        if (hosts_[host].alive && hosts_[host].watch->holds(contest.address()) && mustBeHeard(contest) &&
            tap_.lastClaim(contestHosts.at(host), contest.wireId()) < since)
            return false;
    }
    return true;
}

/// What was not as it must be from `since` until now; empty: nothing.
std::string Arena::judge(const Contest &contest, const Hosts &masters, Clock::time_point since) const
{
    Hosts held;
    Hosts heldAllTheTime;
    Hosts heard;
    for (std::size_t host = 0; host < hosts_.size(); ++host) {
        if (hosts_[host].alive && hosts_[host].watch->everHeldSince(contest.address(), since))
            held.insert(host);
        if (hosts_[host].alive && hosts_[host].watch->heldSince(contest.address(), since))
            heldAllTheTime.insert(host);
        if (tap_.lastClaim(contestHosts.at(host), contest.wireId()) >= since)
            heard.insert(host);
    }
    const bool right = masters.empty() ? held.empty() : held.size() == 1 && masters.contains(*held.begin());
    if (!right)
        return contest.address() + " is on " + list(held) + ", and must be on " + list(masters);
    if (held != heldAllTheTime)
        return contest.address() + " comes and goes on " + list(held);
    // Nobody else may speak in any case.
    if (mustBeHeard(contest) ? held != heard : !std::ranges::includes(held, heard))
        return contest.address() + " is on " + list(held) + ", but adverts come from " + list(heard);
    return {};
}

void Arena::mustSettle(const std::string &stage, const Expectation &masters)
{
    awaitCalm(masters);
    const auto since = Clock::now();
    std::this_thread::sleep_for(watchFor);
    // A keepalived that has just lost or won a hundred elections may leave out an advert. Three would be an election.
    (void)soon([&] { return std::ranges::all_of(contests_, [&](const auto &one) { return holderHeard(one, since); }); },
               hearWithin);
    const auto late = stoodStill();
    for (std::size_t i = 0; i < contests_.size(); ++i) {
        const auto right = allowed(contests_[i], masters(contests_[i]), late);
        if (const auto wrong = judge(contests_[i], right, since); !wrong.empty())
            find(i, stage + ": " + wrong);
    }
    if (tap_.lost() > 0)
        find(0, stage + ": the tap lost frames, so that nothing can be said about the wire");
}

void Arena::mustAllBeMasters(const std::string &stage)
{
    const auto all = [&](const Contest &contest) {
        for (std::size_t host = 0; host < hosts_.size(); ++host) {
            if (hosts_[host].alive && takesPart(contest, host) && !hosts_[host].watch->holds(contest.address()))
                return false;
        }
        return true;
    };
    (void)soon([&] { return std::ranges::all_of(contests_, all); }, patience);
    for (std::size_t i = 0; i < contests_.size(); ++i) {
        if (!all(contests_[i]))
            find(i, stage + ": not every host became master on its own");
    }
}

} // namespace twinhelm::lab
