#include "common/simulate/scenario.h"

#include <algorithm>
#include <set>

namespace twinhelm::simulate
{

namespace
{

/// Nodes that are down until a step starts them.
std::set<std::string> startingLater(const std::vector<Step> &steps)
{
    std::set<std::string> later;
    std::set<std::string> seen;
    for (const auto &[at, command] : steps) {
        const bool lifecycle = command.verb == "start" || command.verb == "stop" || command.verb == "crash";
        if (lifecycle && seen.insert(command.node).second && command.verb == "start")
            later.insert(command.node);
    }
    return later;
}

} // namespace

Timeline run(const Scenario &scenario)
{
    auto steps = scenario.steps;
    std::ranges::stable_sort(steps, {}, &Step::at);
    Network network(scenario.network);
    for (auto &host : setUp(scenario.nodes).hosts)
        network.add(std::move(host));
    const auto later = startingLater(steps);
    for (const auto &node : scenario.nodes) {
        if (!later.contains(node.id))
            network.start(node.id);
    }
    for (const auto &[at, command] : steps) {
        if (at > scenario.length)
            break;
        network.advance(at - network.now().time_since_epoch());
        network.say(command.node, command.verb, command.text);
        command.act(network);
    }
    network.advance(scenario.length - network.now().time_since_epoch());
    return network.timeline();
}

} // namespace twinhelm::simulate
