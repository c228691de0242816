#include "common/cluster/slot.h"

#include <algorithm>
#include <unordered_map>

#include "common/cluster/alignment.h"
#include "common/config/schema/schema.h"

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

std::string bare(std::string_view line)
{
    const auto first = line.find_first_not_of(" \t\r");
    if (first == std::string_view::npos)
        return {};
    return std::string(line.substr(first, line.find_last_not_of(" \t\r") + 1 - first));
}

std::vector<GapLine> gapOf(const std::vector<std::string> &lines, NodeSet node)
{
    std::vector<GapLine> out;
    for (const auto &line : lines)
        out.push_back({line, node});
    return out;
}

/// Comments of both, equal ones once. Empty lines that only the new node has are left out, unless they set apart
/// something that only it has.
void mergeGap(std::vector<GapLine> &into, const std::vector<std::string> &lines, NodeSet node, bool keepEmpty)
{
    std::vector<std::string> left;
    std::vector<std::string> right;
    for (const auto &line : into)
        left.push_back(bare(line.text));
    for (const auto &line : lines)
        right.push_back(bare(line));
    std::vector<GapLine> merged;
    for (const auto &row : align(left, right)) {
        if (row.left != Aligned::absent) {
            merged.push_back(std::move(into[row.left]));
            if (row.right != Aligned::absent)
                merged.back().nodes |= node;
        } else if (keepEmpty || !right[row.right].empty()) {
            merged.push_back({lines[row.right], node});
        }
    }
    into = std::move(merged);
}

void addVariant(Slot &slot, const Item &item, NodeSet node)
{
    for (auto &variant : slot.variants) {
        if (variant.identity != item.identity)
            continue;
        variant.nodes |= node;
        if (isBlankText(variant.comment) && !isBlankText(item.comment))
            variant.comment = item.comment;
        else if (!isBlankText(item.comment) && bare(item.comment) != bare(variant.comment))
            slot.before.push_back({item.indent + bare(item.comment), node}); // the value stays in one place
        return;
    }
    slot.variants.push_back({item.identity, item.text, item.open, item.comment, node});
}

void mergeCloseComment(Slot &slot, const Item &item, NodeSet node)
{
    if (isBlankText(item.closeComment) || bare(item.closeComment) == bare(slot.closeComment))
        return;
    if (isBlankText(slot.closeComment))
        slot.closeComment = item.closeComment;
    else
        slot.tail.push_back({item.indent + bare(item.closeComment), node});
}

/// Only blocks that may change places stand behind the first of them.
template<typename Entries>
bool endsInMovable(const Entries &entries)
{
    bool seen = false;
    for (const auto &one : entries) {
        const bool movable = isMovable(one.keyword, one.block);
        if (seen && !movable)
            return false;
        seen = seen || movable;
    }
    return true;
}

/// Pairs what one list has and the other has elsewhere; its row on the right is taken away.
bool pairMoved(std::vector<Aligned> &rows, const std::vector<std::string> &left, const std::vector<std::string> &right,
               const Slot &slot)
{
    std::unordered_map<std::string_view, int> times;
    for (const auto &key : left)
        ++times[key];
    std::unordered_map<std::string_view, std::size_t> alone; // key -> row of a left one without a twin
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto at = rows[i].left;
        if (at != Aligned::absent && rows[i].right == Aligned::absent && times[left[at]] == 1 &&
            isMovable(slot.children[at].keyword, slot.children[at].block))
            alone.emplace(left[at], i);
    }
    std::unordered_map<std::string_view, int> timesRight;
    for (const auto &key : right)
        ++timesRight[key];
    bool moved = false;
    for (auto &row : rows) {
        if (row.left != Aligned::absent || timesRight[right[row.right]] != 1)
            continue;
        const auto twin = alone.find(right[row.right]);
        if (twin == alone.end())
            continue;
        rows[twin->second].right = row.right;
        row.right = Aligned::absent;
        moved = true;
    }
    std::erase_if(rows, [](const Aligned &row) { return row.left == Aligned::absent && row.right == Aligned::absent; });
    return moved;
}

} // namespace

bool isMovable(std::string_view keyword, bool block)
{
    const auto *row = block ? config::schema::find("", keyword) : nullptr;
    return row != nullptr && row->opensBlock() && !row->arguments.starts_with('{');
}

Slot slotOf(const Item &item, NodeSet node)
{
    Slot out;
    out.keyword = item.keyword;
    out.block = item.block;
    out.nodes = node;
    out.variants.push_back({item.identity, item.text, item.open, item.comment, node});
    out.indent = item.indent;
    out.before = gapOf(item.before, node);
    for (const auto &child : item.children)
        out.children.push_back(slotOf(child, node));
    out.tail = gapOf(item.tail, node);
    out.closeIndent = item.closeIndent;
    out.closeComment = item.closeComment;
    return out;
}

bool mergeInto(Slot &slot, const Item &item, NodeSet node)
{
    slot.nodes |= node;
    addVariant(slot, item, node);
    if (!slot.block)
        return false;
    auto most = countKeywords(slot.children);
    for (const auto &[keyword, count] : countKeywords(item.children))
        most[keyword] = std::max(most[keyword], count);
    std::vector<std::string> left;
    std::vector<std::string> right;
    for (const auto &child : slot.children)
        left.push_back(keyOf(child.keyword, child.variants.front().identity, child.block, most));
    for (const auto &child : item.children)
        right.push_back(keyOf(child.keyword, child.identity, child.block, most));

    auto rows = align(left, right);
    const bool top = slot.variants.front().text.empty() && slot.variants.front().open.empty();
    bool moved =
        top && endsInMovable(slot.children) && endsInMovable(item.children) && pairMoved(rows, left, right, slot);
    std::vector<bool> shared(item.children.size() + 1, true); // what stands before the k-th one is in both
    for (const auto &row : rows) {
        if (row.right != Aligned::absent && row.left == Aligned::absent)
            shared[row.right + 1] = false;
    }
    std::vector<Slot> merged;
    for (const auto &row : rows) {
        if (row.left == Aligned::absent) {
            merged.push_back(slotOf(item.children[row.right], node));
            continue;
        }
        merged.push_back(std::move(slot.children[row.left]));
        if (row.right == Aligned::absent)
            continue;
        const auto &twin = item.children[row.right];
        mergeGap(merged.back().before, twin.before, node, !shared[row.right]);
        moved = mergeInto(merged.back(), twin, node) || moved;
    }
    slot.children = std::move(merged);
    mergeGap(slot.tail, item.tail, node, !shared.back());
    mergeCloseComment(slot, item, node);
    return moved;
}

} // namespace twinhelm::cluster
