#include "common/vrrp/process_table.h"

#include <algorithm>
#include <span>

namespace twinhelm::vrrp
{

namespace
{

/// TASK_COMM_LEN without its end.
constexpr std::size_t commLength = 15;

bool parametersFit(const ProcessPattern &pattern, std::span<const std::string> given)
{
    const auto &wanted = pattern.parameters;
    switch (pattern.match) {
    case ParameterMatch::None: return true;
    case ParameterMatch::Exact: return std::ranges::equal(given, wanted);
    case ParameterMatch::Partial:
        return given.size() >= wanted.size() && std::ranges::equal(given.first(wanted.size()), wanted);
    case ParameterMatch::Initial:
        if (wanted.empty())
            return given.empty();
        return given.size() >= wanted.size() &&
               std::ranges::equal(given.first(wanted.size() - 1), std::span(wanted).first(wanted.size() - 1)) &&
               given[wanted.size() - 1].starts_with(wanted.back());
    }
    return false;
}

} // namespace

bool matches(const ProcessPattern &pattern, const ProcessNames &names)
{
    if (pattern.fullCommand) {
        if (names.argv.empty() || names.argv.front() != pattern.name)
            return false;
    } else if (names.comm != pattern.name.substr(0, commLength)) {
        return false;
    }
    if (pattern.match == ParameterMatch::None)
        return true;
    return !names.argv.empty() && parametersFit(pattern, std::span(names.argv).subspan(1));
}

ProcessTable::ProcessTable(std::vector<ProcessPattern> patterns)
    : patterns_(std::move(patterns)), counts_(patterns_.size()),
      wantsArguments_(std::ranges::any_of(
          patterns_, [](const auto &one) { return one.fullCommand || one.match != ParameterMatch::None; }))
{
}

ProcessTable::Matches ProcessTable::matchesOf(const ProcessNames &names) const
{
    Matches found;
    for (std::size_t i = 0; i < patterns_.size(); ++i) {
        if (matches(patterns_[i], names))
            found.push_back(static_cast<std::uint16_t>(i));
    }
    return found;
}

void ProcessTable::put(std::int32_t pid, Matches found)
{
    ended(pid);
    if (found.empty())
        return;
    for (const auto index : found)
        ++counts_[index];
    processes_.emplace(pid, std::move(found));
}

void ProcessTable::list(const std::vector<std::pair<std::int32_t, ProcessNames>> &all)
{
    processes_.clear();
    std::ranges::fill(counts_, 0U);
    for (const auto &[pid, names] : all)
        put(pid, matchesOf(names));
}

void ProcessTable::forked(std::int32_t parent, std::int32_t child)
{
    if (const auto found = processes_.find(parent); found != processes_.end())
        put(child, Matches(found->second));
}

void ProcessTable::changed(std::int32_t pid, const ProcessNames &names)
{
    put(pid, matchesOf(names));
}

void ProcessTable::ended(std::int32_t pid)
{
    const auto found = processes_.find(pid);
    if (found == processes_.end())
        return;
    for (const auto index : found->second)
        --counts_[index];
    processes_.erase(found);
}

} // namespace twinhelm::vrrp
