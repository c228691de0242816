#include "common/cluster/merge.h"

#include <algorithm>

#include "common/cluster/item.h"
#include "common/cluster/slot_writer.h"
#include "common/cluster/split.h"

namespace twinhelm::cluster
{

namespace
{

Merged refuse(std::string code, std::string message, std::string node, SourceRange range = {})
{
    Merged out;
    out.diagnostics.push_back({std::move(code), Severity::Error, range, std::move(message), std::move(node), {}, {}});
    return out;
}

/// A file whose braces do not match has no blocks that could be paired.
Diagnostics unbalanced(const config::SyntaxTree &tree, const std::string &node)
{
    Diagnostics out;
    const auto report = [&](SourceRange range, std::string message) {
        out.push_back({"C0002", Severity::Error, range, std::move(message), node, {}, {}});
    };
    for (const auto &brace : tree.strayBraces())
        report(
            brace,
            "This closing brace closes nothing; mend it before merging, or statements would move into another block.");
    for (const auto &one : tree.nodes()) {
        if (one.isBlock() && one.close.empty())
            report(one.open,
                   "This block is never closed; mend it before merging, or statements would move into another block.");
    }
    return out;
}

} // namespace

Merged merge(const std::vector<NodeText> &nodes)
{
    if (nodes.empty() || nodes.size() > 64)
        return refuse("C0001", "A cluster has between 1 and 64 nodes; " + std::to_string(nodes.size()) + " were given.",
                      {});
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const auto same = [&](const NodeText &other) { return other.node == nodes[i].node; };
        if (nodes[i].node.empty() || std::count_if(nodes.begin(), nodes.end(), same) > 1)
            return refuse("C0001",
                          "Every node needs a name of its own; '" + nodes[i].node + "' is empty or used twice.",
                          nodes[i].node);
    }
    const auto equal = [&](const NodeText &other) { return other.text == nodes.front().text; };
    if (std::all_of(nodes.begin(), nodes.end(), equal))
        return {nodes.front().text, {}};

    std::vector<Item> files;
    std::vector<std::string> names;
    for (const auto &one : nodes) {
        const auto tree = config::parse(splitFor(one.text, one.node));
        if (auto found = unbalanced(tree, one.node); !found.empty())
            return {{}, std::move(found)};
        files.push_back(itemsOf(tree));
        names.push_back(one.node);
    }
    auto root = slotOf(files.front(), 1);
    for (std::size_t i = 1; i < files.size(); ++i)
        mergeInto(root, files[i], NodeSet{1} << i);

    Merged out{SlotWriter(names).write(root), {}};
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto again = itemsOf(config::parse(splitFor(out.text, names[i])));
        if (statementsOf(again) != statementsOf(files[i]))
            return refuse("C0003",
                          "The file of " + names[i] +
                              " holds something that cannot be written as conditional lines "
                              "without changing what it says; keep this node's file apart.",
                          names[i]);
    }
    return out;
}

} // namespace twinhelm::cluster
