#include "common/cluster/merge.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>

#include "common/cluster/include_inliner.h"
#include "common/cluster/item.h"
#include "common/cluster/meaning.h"
#include "common/cluster/slot_writer.h"
#include "common/cluster/split.h"
#include "common/config/syntax/node_ids.h"

namespace twinhelm::cluster
{

namespace
{

Diagnostic say(std::string code, Severity severity, std::string message, std::string node, SourceRange range = {})
{
    return {std::move(code), severity, range, std::move(message), std::move(node), {}, {}};
}

/// A file whose braces do not match has no blocks that could be paired.
Diagnostics unbalanced(const config::SyntaxTree &tree, const std::string &node)
{
    Diagnostics out;
    const auto report = [&](SourceRange range, std::string message) {
        out.push_back(say("C0002", Severity::Error, std::move(message), node, range));
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

/// The way from the nodes' files to their document, step by step.
class Merger
{
public:
    explicit Merger(const std::vector<NodeText> &nodes) : nodes_(nodes) {}

    Merged run()
    {
        if (!checkNames() || !addNamedNodes() || !cut())
            return std::move(out_);
        settleIncludes();
        if (!parse())
            return std::move(out_);
        layTogether();
        return std::move(out_);
    }

private:
    bool refuse(Diagnostic why)
    {
        out_.text.clear();
        out_.diagnostics.push_back(std::move(why));
        return false;
    }

    bool checkNames()
    {
        if (nodes_.empty() || nodes_.size() > 64)
            return refuse(say("C0001", Severity::Error,
                              "A cluster has between 1 and 64 nodes; " + std::to_string(nodes_.size()) + " were given.",
                              {}));
        for (const auto &one : nodes_) {
            const auto same = [&](const NodeText &other) { return other.node == one.node; };
            const bool plain = one.node.find_first_of(" \t\r\n^") == std::string::npos;
            if (one.node.empty() || !plain || std::count_if(nodes_.begin(), nodes_.end(), same) > 1)
                return refuse(say("C0001", Severity::Error,
                                  "Every node needs a name of its own, without blanks; '" + one.node +
                                      "' is empty, used twice or not plain.",
                                  one.node));
        }
        return true;
    }

    /// Lines for nodes that were not given would be lost: they join with what the files say to them.
    bool addNamedNodes()
    {
        const auto given = nodes_.size();
        std::set<std::string> known;
        for (const auto &one : nodes_)
            known.insert(one.node);
        for (std::size_t i = 0; i < given; ++i) {
            for (const auto &id : config::nodeIds(nodes_[i].text)) {
                if (known.contains(id)) {
                    const auto twin = std::find_if(nodes_.begin() + static_cast<std::ptrdiff_t>(given), nodes_.end(),
                                                   [&](const NodeText &one) { return one.node == id; });
                    if (twin != nodes_.end() && splitFor(twin->text, id) != splitFor(nodes_[i].text, id))
                        return refuse(say("C0008", Severity::Error,
                                          "Several files hold lines for " + id + ", and say different things to it; " +
                                              "give that node's own file as well.",
                                          nodes_[i].node));
                    continue;
                }
                known.insert(id);
                auto extra = nodes_[i];
                extra.node = id;
                nodes_.push_back(std::move(extra));
                out_.diagnostics.push_back(say("C0007", Severity::Hint,
                                               "The file of " + nodes_[i].node + " holds lines for " + id +
                                                   ", which was not given; what it says to that node is kept.",
                                               nodes_[i].node));
            }
        }
        return nodes_.size() <= 64 || refuse(say("C0001", Severity::Error, "More than 64 nodes are named.", {}));
    }

    bool cut()
    {
        for (const auto &one : nodes_) {
            if (auto found = unbalanced(config::parse(splitFor(one.text, one.node)), one.node); !found.empty()) {
                out_ = {{}, std::move(found)};
                return false;
            }
            texts_.push_back(splitFor(one.text, one.node));
        }
        return true;
    }

    void settleIncludes()
    {
        std::vector<std::multiset<std::string>> all;
        for (const auto &text : texts_)
            all.push_back(includesOf(text));
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            std::set<std::string> own;
            for (const auto &include : all[i]) {
                const auto has = [&](const auto &other) { return other.count(include) == all[i].count(include); };
                if (!std::all_of(all.begin(), all.end(), has))
                    own.insert(include);
                else if (i > 0)
                    compareIncluded(include, i);
            }
            if (own.empty())
                continue;
            Diagnostics found;
            texts_[i] = IncludeInliner(nodes_[i].readFile, nodes_[i].findFiles, nodes_[i].directory)
                            .inlined(texts_[i], own, found);
            for (auto &one : found) {
                one.node = nodes_[i].node;
                one.range = {}; // of the node's part of the text, not of the file
                out_.diagnostics.push_back(std::move(one));
            }
        }
    }

    void compareIncluded(const std::string &include, std::size_t node)
    {
        const auto target = include.substr(include.find(' ') + 1);
        const auto read = [&](const NodeText &one) -> std::optional<std::string> {
            return one.readFile ? one.readFile((std::filesystem::path(one.directory) / target).lexically_normal())
                                : std::nullopt;
        };
        const auto first = read(nodes_.front());
        const auto mine = read(nodes_[node]);
        if (first && mine && *first != *mine)
            out_.diagnostics.push_back(say("C0006", Severity::Warning,
                                           target + " is not the same file on " + nodes_.front().node + " and " +
                                               nodes_[node].node +
                                               "; the include line is shared, so each node goes on reading its own.",
                                           nodes_[node].node));
    }

    bool parse()
    {
        for (std::size_t i = 0; i < texts_.size(); ++i) {
            const auto tree = config::parse(texts_[i]);
            if (auto found = unbalanced(tree, nodes_[i].node); !found.empty()) {
                out_ = {{}, std::move(found)};
                return false;
            }
        }
        return true;
    }

    struct Together {
        std::string text;
        std::vector<bool> moved; ///< by node: some of its blocks come in another order
    };

    [[nodiscard]] Together written(const std::vector<std::string> &texts) const
    {
        std::vector<std::string> names;
        for (const auto &one : nodes_)
            names.push_back(one.node);
        auto root = slotOf(itemsOf(config::parse(texts.front())), 1);
        std::vector<bool> moved(texts.size());
        for (std::size_t i = 1; i < texts.size(); ++i)
            moved[i] = mergeInto(root, itemsOf(config::parse(texts[i])), NodeSet{1} << i);
        const auto newline = texts_.front().find('\n');
        const bool returns = newline != std::string::npos && newline > 0 && texts_.front()[newline - 1] == '\r';
        return {SlotWriter(names, returns ? "\r\n" : "\n").write(root), std::move(moved)};
    }

    /// Empty lines are nobody's and may come to stand elsewhere when the document is split and merged again. A person
    /// who does that expects no change, so they are settled now.
    void settle()
    {
        for (int round = 0; round < 6; ++round) {
            if (round == 3)
                out_.text = withSingleEmptyLines(out_.text);
            std::vector<std::string> parts;
            for (const auto &one : nodes_)
                parts.push_back(splitFor(out_.text, one.node));
            auto again = written(parts).text;
            if (again == out_.text)
                return;
            out_.text = std::move(again);
        }
    }

    static std::string withSingleEmptyLines(std::string_view text)
    {
        std::string out;
        bool empty = false;
        while (!text.empty()) {
            const auto line = text.substr(0, std::min(text.find('\n'), text.size() - 1) + 1);
            text.remove_prefix(line.size());
            const bool now = isBlankText(line.substr(0, line.find('\n')));
            if (!now || !empty)
                out += line;
            empty = now;
        }
        return out;
    }

    void layTogether()
    {
        auto first = written(texts_);
        out_.text = std::move(first.text);
        settle();
        for (std::size_t i = 0; i < texts_.size(); ++i) {
            if (!check(i, first.moved[i]))
                return;
        }
    }

    bool check(std::size_t i, bool moved)
    {
        const auto wanted = meaningFor(texts_[i], nodes_[i].node);
        const auto got = meaningFor(out_.text, nodes_[i].node);
        if (moved && wanted != got)
            out_.diagnostics.push_back(say("C0004", Severity::Hint,
                                           "Some blocks stand in another order in the file of " + nodes_[i].node +
                                               "; they are written in the order of " + nodes_.front().node +
                                               ", which means the same.",
                                           nodes_[i].node));
        if (wanted == got || (moved && withoutOrder(wanted) == withoutOrder(got)))
            return true;
        return refuse(say("C0003", Severity::Error,
                          "The file of " + nodes_[i].node +
                              " holds something that cannot be written as conditional lines "
                              "without changing what it says; keep this node's file apart.",
                          nodes_[i].node));
    }

    std::vector<NodeText> nodes_;
    std::vector<std::string> texts_; ///< what each node reads
    Merged out_;
};

} // namespace

Merged merge(const std::vector<NodeText> &nodes)
{
    const auto equal = [&](const NodeText &other) { return other.text == nodes.front().text; };
    auto names = nodes;
    for (auto &one : names)
        one.text.clear();
    if (!nodes.empty() && std::all_of(nodes.begin(), nodes.end(), equal)) {
        auto checked = Merger(names).run(); // the names alone
        return hasErrors(checked.diagnostics) ? std::move(checked) : Merged{nodes.front().text, {}};
    }
    return Merger(nodes).run();
}

} // namespace twinhelm::cluster
