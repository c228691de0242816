#include "common/cluster/meaning.h"
#include "common/cluster/merge.h"
#include "common/cluster/split.h"
#include "tests/fuzz/common/targets.h"
#include "tests/fuzz/promise.h"

namespace twinhelm::fuzz
{

namespace
{

constexpr std::string_view divider = "%%\n";

} // namespace

void mergeTarget(std::string_view input)
{
    const auto cut = input.find(divider);
    const auto first = input.substr(0, cut);
    const auto second = cut == std::string_view::npos ? first : input.substr(cut + divider.size());
    const std::vector<cluster::NodeText> nodes{{"lb01", std::string(first)}, {"lb02", std::string(second)}};
    const auto merged = cluster::merge(nodes);
    if (hasErrors(merged.diagnostics))
        return;
    for (const auto &one : nodes) {
        const auto own = cluster::withoutOrder(cluster::meaningFor(one.text, one.node));
        promise(cluster::withoutOrder(cluster::meaningFor(merged.text, one.node)) == own,
                "the merged document says to a node what its own file said");
        promise(cluster::withoutOrder(cluster::meaningFor(cluster::splitFor(merged.text, one.node), one.node)) == own,
                "what is split off says what the node's own file said");
    }
    promise(cluster::merge({{"lb01", merged.text}, {"lb02", merged.text}}).text == merged.text,
            "merging a merged document changes nothing");
}

} // namespace twinhelm::fuzz
