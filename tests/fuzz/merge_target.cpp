#include "common/cluster/merge.h"
#include "common/cluster/split.h"
#include "common/config/expand/expander.h"
#include "tests/fuzz/promise.h"
#include "tests/fuzz/targets.h"

namespace twinhelm::fuzz
{

namespace
{

constexpr std::string_view divider = "%%\n";

std::string meaning(std::string_view text, const std::string &node)
{
    config::SourceSet sources;
    sources.add("x", std::string(text));
    Diagnostics diagnostics;
    config::ExpandOptions options;
    options.nodeId = node;
    const auto expanded = config::Expander(sources, diagnostics, std::move(options)).run();
    std::string out;
    for (const auto &line : expanded.lines) {
        for (const char c : line.text) {
            const bool blank = c == ' ' || c == '\t';
            if (!blank || (!out.empty() && out.back() != ' '))
                out += blank ? ' ' : c;
        }
        out += '\n';
    }
    return out;
}

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
        promise(meaning(merged.text, one.node) == meaning(one.text, one.node),
                "the merged document says to a node what its own file said");
        promise(meaning(cluster::splitFor(merged.text, one.node), one.node) == meaning(one.text, one.node),
                "what is split off says what the node's own file said");
    }
}

} // namespace twinhelm::fuzz
