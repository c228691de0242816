#pragma once

#include <map>
#include <string>
#include <vector>

#include "common/simulate/timeline.h"

namespace twinhelm::simulate
{

/// Writes down who has which address, and makes outages and overlaps of it at the end.
class Recorder
{
public:
    /// From now on the address belongs to the timeline, also while nobody has it.
    void know(const IpAddress &address) { changes_[address]; }
    void take(TimePoint now, const std::string &node, const IpAddress &address) { change(now, node, address, 1); }
    void release(TimePoint now, const std::string &node, const IpAddress &address) { change(now, node, address, -1); }
    void add(Moment moment) { moments_.push_back(std::move(moment)); }
    void add(SentAdvert advert) { adverts_.push_back(std::move(advert)); }

    [[nodiscard]] Timeline timeline(TimePoint now) const;

private:
    struct Change {
        TimePoint at;
        std::string node;
        int by = 0;
    };
    void change(TimePoint now, const std::string &node, const IpAddress &address, int by);

    std::map<IpAddress, std::vector<Change>> changes_;
    std::vector<Moment> moments_;
    std::vector<SentAdvert> adverts_;
};

} // namespace twinhelm::simulate
