#pragma once

#include <map>
#include <string>
#include <vector>

#include "agent/checker/ports.h"
#include "common/ipvs/describe.h"

namespace twinhelm::test
{

/// A kernel's table that lives in a map. Changes it cannot make (there already, not there) fail as the kernel's do.
class FakeTable final : public agent::TablePort
{
public:
    ipvs::Table table;
    std::vector<std::string> changes; ///< all that were made, in words
    std::size_t reads = 0;
    std::size_t flushes = 0;
    std::string refuses; ///< changes whose text has this in it fail
    bool unreadable = false;

    Result<ipvs::Table> read() override
    {
        ++reads;
        if (unreadable)
            return fail("A0381", "it cannot be read", "wait");
        return table;
    }
    std::vector<Failure> apply(std::span<const ipvs::Change> wanted) override
    {
        std::vector<Failure> out;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            const auto text = ipvs::text(wanted[i]);
            const bool refused = !refuses.empty() && text.find(refuses) != std::string::npos;
            if (refused || !fits(wanted[i])) {
                out.push_back({i, {"A0382", "the kernel refused to " + text, "look at it"}});
                continue;
            }
            ipvs::apply(table, wanted[i]);
            changes.push_back(text);
        }
        return out;
    }
    Result<void> flush() override
    {
        ++flushes;
        table.clear();
        return {};
    }
    Result<void> setTimeouts(const ipvs::NodeSettings &) override { return {}; }
    Result<void> runSync(const std::optional<ipvs::SyncDaemon> &, std::optional<ipvs::SyncRole>) override { return {}; }

private:
    bool fits(const ipvs::Change &change) const
    {
        const auto service = table.find(ipvs::serviceOf(change));
        const bool there = service != table.end();
        if (std::holds_alternative<ipvs::AddService>(change))
            return !there;
        if (!there)
            return false;
        if (const auto *const one = std::get_if<ipvs::AddDestination>(&change))
            return !service->second.destinations.contains(one->key);
        if (const auto *const one = std::get_if<ipvs::EditDestination>(&change))
            return service->second.destinations.contains(one->key);
        if (const auto *const one = std::get_if<ipvs::RemoveDestination>(&change))
            return service->second.destinations.contains(one->key);
        return true;
    }
};

} // namespace twinhelm::test
