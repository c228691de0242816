#include "tests/lab/failover.h"

#include <algorithm>
#include <future>
#include <sstream>

#include "tests/lab/config_text.h"
#include "tests/lab/lab.h"
#include "tests/lab/outage_meter.h"
#include "tests/lab/sniffer.h"

namespace twinhelm::lab
{

namespace
{

std::string nodeConfig(const FailoverCase &what, const std::string &node, int priority)
{
    InstanceText text;
    text.version = what.version;
    text.priority = priority;
    std::ostringstream seconds;
    seconds << static_cast<double>(what.advert.count()) / 1000.0;
    text.advert = seconds.str();
    if (what.version == 3)
        text.password.clear();
    return configText(node, {text});
}

/// Waits for the master's next advert, then for a part of the interval.
bool waitForPhase(const Sniffer &sniffer, const std::string &master, const FailoverCase &what, double phase)
{
    const auto heard = sniffer.advertsFrom(master).size();
    if (!eventually([&] { return sniffer.advertsFrom(master).size() >= heard + 2; }, 4 * what.advert + Millis(500)))
        return false;
    const auto offset = std::chrono::duration<double, std::milli>(phase * static_cast<double>(what.advert.count()));
    std::this_thread::sleep_until(sniffer.advertsFrom(master).back().at +
                                  std::chrono::duration_cast<Clock::duration>(offset));
    return true;
}

} // namespace

double FailoverCase::skewMs() const
{
    return static_cast<double>(256 - backupPriority) / 256.0 * static_cast<double>(advert.count());
}

FailoverResult measureFailover(const FailoverCase &what, double phase)
{
    Lab lab;
    const auto failed = [&lab](const std::string &why) { return FailoverResult{0, why, lab.logs(), false}; };
    const Responder atLb1(lab.lb1());
    const Responder atLb2(lab.lb2());
    const Sniffer sniffer(lab.client(), lab.options().interface);
    const OutageMeter meter(lab.client(), lab.options().vip);
    const auto patience = 4 * what.advert + Millis(8000);

    // The backup first: when it gave the address away to the other one, both are surely up.
    const Engine backup(lab.lb2(), what.engine, nodeConfig(what, "lb02", what.backupPriority));
    if (!meter.waitForOwner("lb02", patience))
        return failed("the backup alone did not take the VIP");
    Engine master(lab.lb1(), what.engine, nodeConfig(what, "lb01", 150));
    if (!meter.waitForOwner("lb01", patience))
        return failed("the node with the higher priority did not take the VIP");
    if (!waitForPhase(sniffer, lab.options().lb1.address, what, phase))
        return failed("the master sends no adverts");

    const auto start = Clock::now();
    if (what.loss == Loss::Crash) {
        lab.cut(lab.lb1());
        master.killTree();
    } else if (!master.stop()) {
        return failed("the master did not end at SIGTERM");
    }
    if (!meter.waitForOwner("lb02", patience))
        return failed("the backup did not take over");
    const auto outage = meter.outageSince(start);
    if (!outage)
        return failed("no change of owner was seen");
    const bool released = what.loss == Loss::Crash || !lab.lb1().holds(lab.options().vip);
    return {outage->ms(), {}, {}, released && lab.lb2().holds(lab.options().vip)};
}

std::vector<FailoverResult> measureFailovers(const FailoverCase &what, int rounds, int together)
{
    std::vector<FailoverResult> results;
    for (int first = 0; first < rounds; first += together) {
        std::vector<std::future<FailoverResult>> running;
        for (int round = first; round < std::min(rounds, first + together); ++round) {
            const double phase = (static_cast<double>(round) + 0.5) / static_cast<double>(rounds);
            running.push_back(std::async(std::launch::async, [what, phase] { return measureFailover(what, phase); }));
        }
        for (auto &one : running)
            results.push_back(one.get());
    }
    return results;
}

} // namespace twinhelm::lab
