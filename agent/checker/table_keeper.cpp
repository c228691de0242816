#include "agent/checker/table_keeper.h"

#include <algorithm>
#include <utility>

namespace twinhelm::agent
{

namespace
{

constexpr Duration longestRetry = std::chrono::seconds(60);

/// Of a table, what is ours or wanted.
ipvs::Table partOf(ipvs::Table table, const std::set<ipvs::ServiceKey> &ours)
{
    std::erase_if(table, [&](const auto &one) { return !ours.contains(one.first); });
    return table;
}

} // namespace

void TableKeeper::attach(TimePoint now, TablePort &port)
{
    port_ = &port;
    if (!std::exchange(missing_, {}).empty())
        onNews_({"ipvs", "notice", "the kernel has IPVS now: services are balanced"});
    look(now);
}

void TableKeeper::detach(const Error &why)
{
    port_ = nullptr;
    nextLook_.reset();
    known_.clear();
    const auto text = why.what + (why.mend.empty() ? std::string() : "; " + why.mend);
    if (std::exchange(missing_, text) != text)
        onNews_({"no_ipvs", "error", "services are checked, but not balanced on this node: " + text});
}

std::optional<ipvs::Table> TableKeeper::found()
{
    if (port_ == nullptr)
        return std::nullopt;
    auto table = port_->read();
    if (!table)
        return std::nullopt;
    known_ = *table;
    return std::move(*table);
}

void TableKeeper::program(TimePoint now, const health::Program &program)
{
    ipvs::Table actual;
    const auto take = [&](const ipvs::ServiceKey &key) {
        if (const auto found = known_.find(key); found != known_.end())
            actual.insert(*found);
    };
    for (const auto &[key, value] : program.services) {
        wanted_.insert_or_assign(key, value);
        ours_.services.insert(key);
        take(key);
    }
    ipvs::Ownership leaving;
    for (const auto &key : program.removed) {
        wanted_.erase(key);
        leaving.services.insert(key);
        take(key);
        if (!known_.contains(key))
            ours_.services.erase(key);
    }
    if (port_ == nullptr)
        return;
    // What went wrong may be somebody else's doing: the table says what there is to do.
    if (!carryOut(ipvs::plan(actual, program.services, leaving)).empty() && !failing_)
        look(now);
}

void TableKeeper::look(TimePoint now)
{
    if (port_ == nullptr)
        return;
    nextLook_ = now + lookEach;
    auto read = port_->read();
    if (!read) {
        failed(now, read.error().what + "; " + read.error().mend);
        return;
    }
    known_ = partOf(std::move(known_), ours_.services);
    auto table = partOf(std::move(*read), ours_.services);
    if (!failing_ && !known_.empty() && table != known_) {
        const auto others = ipvs::plan(table, known_, {}).size();
        mended_ += others;
        onNews_({"mended", "warning",
                 "somebody else changed our virtual servers in the kernel; " + std::to_string(others) +
                     " differences are mended"});
    }
    known_ = std::move(table);
    const auto text = carryOut(ipvs::plan(known_, wanted_, ours_));
    if (text.empty())
        worked();
    else
        failed(now, text);
}

std::string TableKeeper::carryOut(const std::vector<ipvs::Change> &changes)
{
    if (changes.empty())
        return {};
    const auto failures = port_->apply(changes);
    failures_ += failures.size();
    std::set<std::size_t> broken;
    for (const auto &one : failures)
        broken.insert(one.change);
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (broken.contains(i))
            continue;
        ipvs::apply(known_, changes[i]);
        if (const auto *const gone = std::get_if<ipvs::RemoveService>(&changes[i]))
            ours_.services.erase(gone->key);
    }
    if (failures.empty())
        return {};
    auto text = failures.front().error.what + "; " + failures.front().error.mend;
    if (failures.size() > 1)
        text += " (and " + std::to_string(failures.size() - 1) + " more)";
    return text;
}

void TableKeeper::failed(TimePoint now, const std::string &text)
{
    failing_ = true;
    nextLook_ = now + retry_;
    retry_ = std::min<Duration>(2 * retry_, longestRetry);
    if (std::exchange(said_, text) != text)
        onNews_({"refused", "error", "the kernel's virtual servers are not as they should be: " + text});
}

void TableKeeper::worked()
{
    retry_ = firstRetry;
    said_.clear();
    if (std::exchange(failing_, false))
        onNews_({"ipvs", "notice", "the kernel's virtual servers are as they should be again"});
}

} // namespace twinhelm::agent
