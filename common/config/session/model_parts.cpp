#include "common/config/session/model_parts.h"

#include <iterator>
#include <tuple>
#include <utility>

namespace twinhelm::config
{

namespace
{

using model::NodeConfig;

constexpr auto lists = std::make_tuple(
    &NodeConfig::trackGroups, &NodeConfig::staticAddresses, &NodeConfig::staticRoutes, &NodeConfig::staticRules,
    &NodeConfig::linkbeatInterfaces, &NodeConfig::interfaceDelays, &NodeConfig::garpGroups, &NodeConfig::scripts,
    &NodeConfig::files, &NodeConfig::processes, &NodeConfig::bfds, &NodeConfig::syncGroups, &NodeConfig::instances,
    &NodeConfig::ssl, &NodeConfig::virtualServerGroups, &NodeConfig::virtualServers);

static_assert(std::tuple_size_v<decltype(lists)> == modelLists);
// A list that is missing above would keep what an edit has removed.
static_assert(sizeof(NodeConfig) == sizeof(std::string) + sizeof(model::DaemonSettings) + sizeof(model::GlobalDefs) +
                                        modelLists * sizeof(std::vector<int>) + sizeof(model::BlockPlaces),
              "NodeConfig has changed: name its new list above");

/// Calls `act(member, number)` for each list.
template<typename Act>
void forEachList(Act act)
{
    std::apply(
        [&](const auto... members) {
            std::size_t number = 0;
            (act(members, number++), ...);
        },
        lists);
}

} // namespace

ModelCounts countsOf(const NodeConfig &part)
{
    ModelCounts counts{};
    forEachList(
        [&](auto member, std::size_t number) { counts[number] = static_cast<std::uint32_t>((part.*member).size()); });
    return counts;
}

void replaceParts(NodeConfig &whole, const ModelCounts &at, const ModelCounts &removed, std::vector<NodeConfig> parts)
{
    forEachList([&](auto member, std::size_t number) {
        auto &list = whole.*member;
        using List = std::remove_reference_t<decltype(list)>;
        List fresh;
        for (auto &part : parts) {
            auto &more = part.*member;
            std::move(more.begin(), more.end(), std::back_inserter(fresh));
        }
        // Most edits leave the number of entries as it is.
        const auto begin = list.begin() + static_cast<std::ptrdiff_t>(at[number]);
        if (fresh.size() == removed[number]) {
            std::move(fresh.begin(), fresh.end(), begin);
            return;
        }
        const auto next = list.erase(begin, begin + static_cast<std::ptrdiff_t>(removed[number]));
        list.insert(next, std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
    });
}

} // namespace twinhelm::config
