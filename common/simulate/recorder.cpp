#include "common/simulate/recorder.h"

#include <algorithm>

namespace twinhelm::simulate
{

namespace
{

/// Follows one address from change to change.
class Follower
{
public:
    explicit Follower(const IpAddress &address) { history_.address = address; }

    void at(TimePoint now, const std::string &node, int by)
    {
        close(now);
        auto &count = holders_[node];
        const bool had = count > 0;
        count += by; // two instances of a node may hold one address
        if (!had && count > 0)
            open_[node] = now;
        if (had && count <= 0) {
            finishHolding(node, now);
            holders_.erase(node);
        }
        since_ = now;
    }

    AddressHistory finish(TimePoint end)
    {
        close(end);
        while (!open_.empty())
            finishHolding(std::string(open_.begin()->first), end);
        std::ranges::stable_sort(history_.holdings, {}, [](const Holding &one) { return one.span.begin; });
        return std::move(history_);
    }

private:
    /// The stretch that ends now: nobody, one, or several.
    void close(TimePoint now)
    {
        if (now == since_)
            return;
        std::vector<std::string> nodes;
        for (const auto &[node, count] : holders_) {
            if (count > 0)
                nodes.push_back(node);
        }
        const Span span{since_, now};
        if (nodes.empty()) {
            if (!history_.outages.empty() && history_.outages.back().end == since_)
                history_.outages.back().end = now;
            else
                history_.outages.push_back(span);
        } else if (nodes.size() > 1) {
            if (!history_.overlaps.empty() && history_.overlaps.back().span.end == since_ &&
                history_.overlaps.back().nodes == nodes)
                history_.overlaps.back().span.end = now;
            else
                history_.overlaps.push_back({std::move(nodes), span});
        }
    }

    void finishHolding(const std::string &node, TimePoint now)
    {
        if (open_.at(node) < now)
            history_.holdings.push_back({node, {open_.at(node), now}});
        open_.erase(node);
    }

    AddressHistory history_;
    std::map<std::string, int> holders_;
    std::map<std::string, TimePoint> open_;
    TimePoint since_{};
};

} // namespace

void Recorder::change(TimePoint now, const std::string &node, const IpAddress &address, int by)
{
    changes_[address].push_back({now, node, by});
}

Timeline Recorder::timeline(TimePoint now) const
{
    Timeline out;
    out.length = now.time_since_epoch();
    out.moments = moments_;
    out.adverts = adverts_;
    for (const auto &[address, changes] : changes_) {
        Follower follower(address);
        for (const auto &one : changes)
            follower.at(one.at, one.node, one.by);
        out.addresses.push_back(follower.finish(now));
    }
    return out;
}

} // namespace twinhelm::simulate
