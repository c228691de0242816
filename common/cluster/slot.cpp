#include "common/cluster/slot.h"

#include <algorithm>
#include <unordered_map>

#include "common/cluster/alignment.h"

namespace twinhelm::cluster
{

namespace
{

using Counts = std::unordered_map<std::string_view, int>;

/// What makes a statement the same statement on another node: its keyword when that stands once in the block on either
/// side, else all of its words. A block is always known by all of its words.
std::string keyOf(const std::string &keyword, const std::string &identity, bool block, const Counts &most)
{
    if (block)
        return identity + " {";
    return most.at(keyword) > 1 ? identity : keyword;
}

template<typename Entries>
Counts countKeywords(const Entries &entries)
{
    Counts out;
    for (const auto &entry : entries)
        ++out[entry.keyword];
    return out;
}

void addMissing(std::vector<std::string> &into, const std::vector<std::string> &lines)
{
    const auto bare = [](std::string_view line) {
        const auto first = line.find_first_not_of(" \t");
        return first == std::string_view::npos ? std::string_view{} : line.substr(first);
    };
    for (const auto &line : lines) {
        const auto same = [&](const std::string &other) { return bare(other) == bare(line); };
        if (!bare(line).empty() && std::none_of(into.begin(), into.end(), same))
            into.push_back(line);
    }
}

void addVariant(Slot &slot, const Item &item, NodeSet node)
{
    for (auto &variant : slot.variants) {
        if (variant.identity != item.identity)
            continue;
        variant.nodes |= node;
        if (variant.comment.empty())
            variant.comment = item.comment;
        else if (!item.comment.empty() && item.comment != variant.comment)
            addMissing(slot.before, {slot.indent + item.comment.substr(item.comment.find_first_of("#!"))});
        return;
    }
    slot.variants.push_back({item.identity, item.text, item.comment, node});
}

} // namespace

Slot slotOf(const Item &item, NodeSet node)
{
    Slot out;
    out.keyword = item.keyword;
    out.block = item.block;
    out.nodes = node;
    out.variants.push_back({item.identity, item.text, item.comment, node});
    out.indent = item.indent;
    out.before = item.before;
    for (const auto &child : item.children)
        out.children.push_back(slotOf(child, node));
    out.tail = item.tail;
    out.closeIndent = item.closeIndent;
    out.closeComment = item.closeComment;
    return out;
}

void mergeInto(Slot &slot, const Item &item, NodeSet node)
{
    slot.nodes |= node;
    addMissing(slot.before, item.before);
    addMissing(slot.tail, item.tail);
    addVariant(slot, item, node);
    if (!slot.block)
        return;
    auto most = countKeywords(slot.children);
    for (const auto &[keyword, count] : countKeywords(item.children))
        most[keyword] = std::max(most[keyword], count);
    std::vector<std::string> left;
    std::vector<std::string> right;
    for (const auto &child : slot.children)
        left.push_back(keyOf(child.keyword, child.variants.front().identity, child.block, most));
    for (const auto &child : item.children)
        right.push_back(keyOf(child.keyword, child.identity, child.block, most));

    std::vector<Slot> merged;
    for (const auto &row : align(left, right)) {
        if (row.left == Aligned::absent) {
            merged.push_back(slotOf(item.children[row.right], node));
            continue;
        }
        merged.push_back(std::move(slot.children[row.left]));
        if (row.right != Aligned::absent)
            mergeInto(merged.back(), item.children[row.right], node);
    }
    slot.children = std::move(merged);
}

} // namespace twinhelm::cluster
