#include "common/vrrp/plan.h"

#include <algorithm>
#include <map>

#include "common/vrrp/reconfigure.h"
#include "common/vrrp/sentences.h"
#include "common/vrrp/without.h"

namespace twinhelm::vrrp
{

namespace
{

std::string nameOf(const VirtualAddress &address, const std::string &device)
{
    return address.prefix.toString() + " dev " + (address.device.empty() ? device : address.device);
}

std::vector<std::string> addressesOf(const InstanceSettings &settings)
{
    std::vector<std::string> out;
    for (const auto *list : {&settings.addresses, &settings.excludedAddresses}) {
        for (const auto &one : *list)
            out.push_back(nameOf(one, settings.addressDevice()));
    }
    return out;
}

template<typename Object>
std::vector<std::string> texts(const std::vector<Object> &objects)
{
    std::vector<std::string> out;
    for (const auto &one : objects)
        out.push_back(toString(one));
    return out;
}

std::vector<std::string> staticsOf(const StaticObjects &statics)
{
    std::vector<std::string> out;
    for (const auto &one : statics.addresses)
        out.push_back(nameOf(one, {}));
    for (auto &one : texts(statics.routes))
        out.push_back("route " + one);
    for (auto &one : texts(statics.rules))
        out.push_back("rule " + one);
    return out;
}

ObjectsPlan compare(const std::vector<std::string> &before, const std::vector<std::string> &after)
{
    return {without(after, before), without(before, after)};
}

/// By name; one that is on both sides but differs is in both lists.
template<typename Thing>
ObjectsPlan compareNamed(const std::vector<Thing> &before, const std::vector<Thing> &after)
{
    ObjectsPlan out;
    for (const auto &one : without(after, before))
        out.added.push_back(one.name);
    for (const auto &one : without(before, after))
        out.removed.push_back(one.name);
    return out;
}

/// Names the settings that differ.
class Differences
{
public:
    template<typename Value>
    void differs(const char *name, const Value &before, const Value &after)
    {
        if (!(before == after))
            names_.emplace_back(name);
    }
    /// With both values.
    void number(const char *name, unsigned before, unsigned after)
    {
        if (before != after)
            names_.push_back(std::string(name) + " " + std::to_string(before) + " -> " + std::to_string(after));
    }
    [[nodiscard]] std::vector<std::string> take() { return std::move(names_); }

private:
    std::vector<std::string> names_;
};

void electionDifferences(Differences &out, const InstanceSettings &a, const InstanceSettings &b)
{
    out.number("virtual router id", a.virtualRouterId.value, b.virtualRouterId.value);
    out.number("version", static_cast<unsigned>(a.version), static_cast<unsigned>(b.version));
    out.differs("family", a.family, b.family);
    out.differs("interface", a.interface, b.interface);
    out.number("priority", a.priority.value, b.priority.value);
    out.differs("advert interval", a.advertInterval, b.advertInterval);
    out.differs("initial state", a.startAs, b.startAs);
    out.differs("preemption", a.preempt, b.preempt);
    out.differs("preemption delay", a.preemptDelay, b.preemptDelay);
    out.number("adverts until the master counts as down", a.downTimerAdverts, b.downTimerAdverts);
    out.differs("authentication", a.authentication, b.authentication);
    out.differs("source address", a.sourceAddress, b.sourceAddress);
    out.differs("unicast peers", a.unicastPeers, b.unicastPeers);
    out.number("unicast TTL", a.unicastTtl, b.unicastTtl);
    out.differs("check of unicast sources", a.checkUnicastSource, b.checkUnicastSource);
    out.differs("fault without peers", a.faultWithoutPeers, b.faultWithoutPeers);
    out.differs("tracking of the source address", a.trackSourceAddress, b.trackSourceAddress);
    out.differs("unicast checksum", a.unicastChecksum, b.unicastChecksum);
    out.differs("multicast group", a.multicastGroup, b.multicastGroup);
    out.differs("version 3 checksum", a.v3ChecksumAsV2, b.v3ChecksumAsV2);
    out.differs("check of address lists", a.skipCheckAddresses, b.skipCheckAddresses);
    out.differs("what an owner takes note of", a.ownerIgnoresAdverts, b.ownerIgnoresAdverts);
    out.differs("stepping down after a stall", a.timerExpiredBackup, b.timerExpiredBackup);
    out.differs("adverts to a lower priority", a.lowerPriorityNoAdvert, b.lowerPriorityNoAdvert);
    out.differs("adverts to a higher priority", a.higherPrioritySendAdvert, b.higherPrioritySendAdvert);
    out.differs("refusal", a.refusal, b.refusal);
}

void objectDifferences(Differences &out, const InstanceSettings &a, const InstanceSettings &b)
{
    out.differs("virtual addresses", a.addresses, b.addresses);
    out.differs("excluded addresses", a.excludedAddresses, b.excludedAddresses);
    out.differs("virtual routes", a.routes, b.routes);
    out.differs("virtual rules", a.rules, b.rules);
    out.differs("virtual links", a.virtualLinks, b.virtualLinks);
    out.differs("interface of adverts", a.wireInterface, b.wireInterface);
    out.differs("interface of addresses", a.addressInterface, b.addressInterface);
    out.differs("acceptance of packets", a.accept, b.accept);
    out.differs("promotion of secondary addresses", a.promoteSecondaries, b.promoteSecondaries);
    out.differs("announcements", a.announce, b.announce);
    out.differs("tracking of its own interface", a.trackPrimaryInterface, b.trackPrimaryInterface);
    out.differs("tracked scripts", a.trackScripts, b.trackScripts);
    out.differs("tracked interfaces", a.trackInterfaces, b.trackInterfaces);
    out.differs("tracked files", a.trackFiles, b.trackFiles);
    out.differs("tracked processes", a.trackProcesses, b.trackProcesses);
    out.differs("notify commands", a.notify, b.notify);
}

/// What the base priority's change makes of the effective one, all trackers staying as they are.
int priorityAfter(const InstanceStatus &now, const InstanceSettings &before, const InstanceSettings &after)
{
    if (after.priority == priorityOwner)
        return priorityOwner.value;
    return std::clamp(now.effectivePriority.value + after.priority.value - before.priority.value, 1, 254);
}

/// Of a change that is taken over under way.
void judgeLive(InstancePlan &plan, const InstanceStatus &now, const InstanceSettings &before,
               const InstanceSettings &after)
{
    const bool master = now.state == State::Master;
    const bool objects = plan.addresses != ObjectsPlan{} || plan.routes != ObjectsPlan{} || plan.rules != ObjectsPlan{};
    const int priority = priorityAfter(now, before, after);
    plan.effect = Effect::Live;
    plan.text = "taken over under way; no advertisement is missed";
    if (master && objects) {
        plan.effect = Effect::Reannounce;
        plan.text = "stays MASTER; what is new is set and announced at once, what is gone is removed";
    }
    if (master && before.refusal.empty() && !after.refusal.empty()) {
        plan.effect = Effect::Moves;
        plan.text = "leaves MASTER for FAULT, and the addresses go: " + after.refusal;
    } else if (master && priority < now.effectivePriority.value) {
        plan.effect = Effect::MayMove;
        plan.text = "stays MASTER unless a peer that preempts has a priority above " + std::to_string(priority);
    } else if (now.state == State::Backup && now.masterAddress && now.masterPriority && after.preempt &&
               !now.heldBack && priority > now.masterPriority->value &&
               (priority > now.effectivePriority.value || !before.preempt)) {
        plan.effect = Effect::Moves;
        plan.text = "takes the addresses over from " + router(*now.masterAddress, *now.masterPriority) +
                    " with priority " + std::to_string(priority);
    }
}

InstancePlan planInstance(const InstanceStatus &now, const InstanceSettings &before, const InstanceSettings &after,
                          bool sameWire)
{
    InstancePlan plan;
    plan.name = after.name;
    plan.state = now.state;
    const Change change = sameWire ? classify(before, after) : Change::Restart;
    if (change == Change::None) {
        plan.text = "not a packet more or less";
        return plan;
    }
    Differences differences;
    if (!sameWire)
        differences.differs("the node's multicast group", 0, 1);
    electionDifferences(differences, before, after);
    objectDifferences(differences, before, after);
    plan.settings = differences.take();
    plan.addresses = compare(addressesOf(before), addressesOf(after));
    plan.routes = compare(texts(before.routes), texts(after.routes));
    plan.rules = compare(texts(before.rules), texts(after.rules));
    if (change == Change::Live) {
        judgeLive(plan, now, before, after);
        return plan;
    }
    plan.effect = Effect::Restart;
    plan.text = now.state == State::Master
                    ? "says priority 0 and lets its addresses go, then takes part in the election anew"
                    : "begins its wait for a master anew";
    return plan;
}

} // namespace

std::string_view effectName(Effect effect)
{
    switch (effect) {
    case Effect::Unchanged: return "unchanged";
    case Effect::Live: return "live";
    case Effect::Reannounce: return "reannounce";
    case Effect::MayMove: return "may_move";
    case Effect::Moves: return "moves";
    case Effect::Restart: return "restart";
    case Effect::Added: return "added";
    case Effect::Removed: return "removed";
    }
    return "?";
}

NodePlan planReconfigure(const NodeSettings &before, const NodeStatus &now, const NodeSettings &after)
{
    NodePlan out;
    const bool sameWire =
        before.multicastGroupV4 == after.multicastGroupV4 && before.multicastGroupV6 == after.multicastGroupV6;
    std::map<std::string_view, const InstanceSettings *> old;
    for (const auto &one : before.instances)
        old.emplace(one.name, &one);
    std::map<std::string_view, InstanceStatus> states;
    for (const auto &one : now.instances)
        states.emplace(one.name, one);
    for (const auto &one : after.instances) {
        const auto found = old.find(one.name);
        if (found != old.end()) {
            out.instances.push_back(planInstance(states[one.name], *found->second, one, sameWire));
            old.erase(found);
            continue;
        }
        InstancePlan plan{one.name, State::Init, Effect::Added, "begins its wait for a master", {}, {}, {}, {}};
        plan.addresses.added = addressesOf(one);
        plan.routes.added = texts(one.routes);
        plan.rules.added = texts(one.rules);
        out.instances.push_back(std::move(plan));
    }
    for (const auto &one : before.instances) {
        if (!old.contains(one.name))
            continue;
        const auto state = states[one.name].state;
        InstancePlan plan{one.name,
                          state,
                          Effect::Removed,
                          state == State::Master ? "says priority 0 and lets its addresses go" : "ends without a word",
                          {},
                          {},
                          {},
                          {}};
        plan.addresses.removed = addressesOf(one);
        plan.routes.removed = texts(one.routes);
        plan.rules.removed = texts(one.rules);
        out.instances.push_back(std::move(plan));
    }
    out.statics = compare(staticsOf(before.statics), staticsOf(after.statics));
    out.groups = compareNamed(before.syncGroups, after.syncGroups);
    out.scripts = compareNamed(before.scripts, after.scripts);
    return out;
}

} // namespace twinhelm::vrrp
