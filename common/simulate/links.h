#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <utility>

#include "common/base/time.h"

namespace twinhelm::simulate
{

/// What happens to a packet between two nodes: how long it takes, or that it is lost. The same seed loses the same
/// packets.
class Links
{
public:
    using Way = std::pair<std::string, std::string>; ///< from, to

    Links(std::uint64_t seed, Duration delay) : random_(seed), delay_(delay) {}

    void cut(const std::string &from, const std::string &to) { cut_.emplace(from, to); }
    void heal(const std::string &from, const std::string &to) { cut_.erase({from, to}); }
    void healAll() { cut_.clear(); }
    /// 0 nothing is lost, 1 everything.
    void setLoss(double ratio) { loss_ = ratio; }
    void setLoss(const Way &way, double ratio) { lossOf_[way] = ratio; }
    void setDelay(Duration delay) { delay_ = delay; }
    void setDelay(const Way &way, Duration delay) { delayOf_[way] = delay; }

    /// How long the next packet takes; nothing: it is lost.
    [[nodiscard]] std::optional<Duration> send(const std::string &from, const std::string &to);

private:
    std::mt19937_64 random_;
    Duration delay_;
    double loss_ = 0;
    std::map<Way, double> lossOf_;
    std::map<Way, Duration> delayOf_;
    std::set<Way> cut_;
};

} // namespace twinhelm::simulate
