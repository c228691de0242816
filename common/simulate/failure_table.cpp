#include "common/simulate/failure_table.h"

#include <algorithm>
#include <set>

#include "common/simulate/network.h"
#include "common/simulate/rest.h"

namespace twinhelm::simulate
{

namespace
{

using Kind = Failure::Kind;

/// Scripts that something tracks; another one's failure changes nothing.
std::set<std::string> trackedScripts(const vrrp::NodeSettings &settings)
{
    std::set<std::string> out;
    const auto take = [&](const std::vector<vrrp::TrackWeight> &tracked) {
        for (const auto &one : tracked)
            out.insert(one.name);
    };
    for (const auto &one : settings.instances)
        take(one.trackScripts);
    for (const auto &one : settings.syncGroups)
        take(one.trackScripts);
    return out;
}

class Trial
{
public:
    explicit Trial(std::span<const NodeInput> nodes) : nodes_(nodes)
    {
        for (auto &host : setUp(nodes).hosts)
            network_.add(std::move(host));
        for (const auto &node : nodes)
            rest_ = std::max(rest_, timeToRest(node.settings));
        network_.startAll();
        network_.advance(rest_);
    }

    FailureRow run(const Failure &failure)
    {
        const auto failed = network_.now();
        bring(failure);
        network_.advance(rest_);
        const auto mended = network_.now();
        mend(failure);
        network_.advance(rest_);
        FailureRow row{failure, {}};
        for (const auto &history : network_.timeline().addresses)
            add(row.fates, fateOf(history, failed, mended));
        return row;
    }

private:
    void bring(const Failure &failure)
    {
        switch (failure.kind) {
        case Kind::NodeDies: network_.crash(failure.node); break;
        case Kind::NodeStops: network_.stop(failure.node); break;
        case Kind::LinkDown: network_.setLink(failure.node, failure.name, false); break;
        case Kind::ScriptFails: setScripts(failure, vrrp::ScriptResult::Failed); break;
        case Kind::Partition: cutAll(); break;
        }
    }

    void mend(const Failure &failure)
    {
        switch (failure.kind) {
        case Kind::NodeDies:
        case Kind::NodeStops: network_.start(failure.node); break;
        case Kind::LinkDown: network_.setLink(failure.node, failure.name, true); break;
        case Kind::ScriptFails: setScripts(failure, vrrp::ScriptResult::Ok); break;
        case Kind::Partition: network_.links().healAll(); break;
        }
    }

    void setScripts(const Failure &failure, vrrp::ScriptResult result)
    {
        for (const auto &node : nodes_) {
            if (failure.node.empty() || failure.node == node.id)
                network_.setScript(node.id, failure.name, result);
        }
    }

    void cutAll()
    {
        for (const auto &from : nodes_) {
            for (const auto &to : nodes_) {
                if (from.id != to.id)
                    network_.links().cut(from.id, to.id);
            }
        }
    }

    /// Just before that moment.
    static std::vector<std::string> holdersAt(const AddressHistory &history, TimePoint at)
    {
        std::vector<std::string> out;
        for (const auto &one : history.holdings) {
            if (one.span.begin < at && one.span.end >= at)
                out.push_back(one.node);
        }
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    }

    Fate fateOf(const AddressHistory &history, TimePoint failed, TimePoint mended) const
    {
        Fate fate;
        fate.addresses = {history.address};
        const auto first = [](const std::vector<std::string> &holders) {
            return holders.empty() ? std::string() : holders.front();
        };
        fate.before = first(holdersAt(history, failed));
        fate.during = holdersAt(history, mended);
        fate.after = first(holdersAt(history, network_.now()));
        for (const auto &one : history.holdings) {
            const bool final = one.span.begin < mended && one.span.end >= mended;
            if (final && (!fate.without || one.span.begin - failed < *fate.without))
                fate.without = std::max(Duration::zero(), one.span.begin - failed);
        }
        for (const auto &outage : history.outages) {
            if (outage.end > mended && !fate.during.empty())
                fate.withoutOnReturn += outage.end - std::max(outage.begin, mended);
        }
        return fate;
    }

    static void add(std::vector<Fate> &fates, Fate fate)
    {
        const auto like = std::find_if(fates.begin(), fates.end(), [&](const Fate &one) { return one.isLike(fate); });
        if (like == fates.end())
            fates.push_back(std::move(fate));
        else
            like->addresses.push_back(fate.addresses.front());
    }

    std::span<const NodeInput> nodes_;
    Network network_;
    Duration rest_{};
};

} // namespace

/// Instances begin at different moments, so that two of them differ by parts of an advertisement interval.
bool Fate::isLike(const Fate &other) const
{
    const auto close = [](Duration a, Duration b) { return std::chrono::abs(a - b) < std::chrono::milliseconds(100); };
    return before == other.before && during == other.during && after == other.after &&
           without.has_value() == other.without.has_value() && (!without || close(*without, *other.without)) &&
           close(withoutOnReturn, other.withoutOnReturn);
}

std::vector<Failure> failuresOf(std::span<const NodeInput> nodes)
{
    std::vector<Failure> out;
    for (const auto kind : {Kind::NodeDies, Kind::NodeStops}) {
        for (const auto &node : nodes)
            out.push_back({kind, node.id, {}});
    }
    if (nodes.size() > 1)
        out.push_back({Kind::Partition, {}, {}});
    for (const auto &node : nodes) {
        for (const auto &interface : interfacesOf(node.settings))
            out.push_back({Kind::LinkDown, node.id, interface});
    }
    std::vector<std::string> everywhere;
    for (const auto &node : nodes) {
        for (const auto &script : trackedScripts(node.settings)) {
            out.push_back({Kind::ScriptFails, node.id, script});
            const bool all = nodes.size() > 1 && std::all_of(nodes.begin(), nodes.end(), [&](const NodeInput &one) {
                                 return trackedScripts(one.settings).contains(script);
                             });
            if (all && &node == &nodes.front())
                everywhere.push_back(script);
        }
    }
    for (const auto &script : everywhere)
        out.push_back({Kind::ScriptFails, {}, script});
    return out;
}

FailureRow tryOut(std::span<const NodeInput> nodes, const Failure &failure)
{
    return Trial(nodes).run(failure);
}

FailureTable failureTable(std::span<const NodeInput> nodes, std::size_t most)
{
    FailureTable table;
    for (const auto &failure : failuresOf(nodes)) {
        if (table.rows.size() == most) {
            table.complete = false;
            break;
        }
        table.rows.push_back(tryOut(nodes, failure));
    }
    return table;
}

std::string words(const Failure &failure)
{
    switch (failure.kind) {
    case Kind::NodeDies: return failure.node + " dies";
    case Kind::NodeStops: return failure.node + " is stopped in order";
    case Kind::LinkDown: return failure.name + " of " + failure.node + " goes down";
    case Kind::ScriptFails:
        return failure.node.empty() ? failure.name + " fails on every node"
                                    : failure.name + " fails on " + failure.node;
    case Kind::Partition: return "the nodes do not hear each other";
    }
    return {};
}

} // namespace twinhelm::simulate
