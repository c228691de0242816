#include "common/cluster/slot_writer.h"

#include <bit>

namespace twinhelm::cluster
{

SlotWriter::SlotWriter(std::vector<std::string> nodes, std::string lineEnd)
    : names_(std::move(nodes)), lineEnd_(std::move(lineEnd))
{
    for (std::size_t i = 0; i < names_.size(); ++i)
        everyone_ |= NodeSet{1} << i;
}

std::string SlotWriter::write(const Slot &root)
{
    out_.clear();
    children(root, everyone_);
    gap(root.tail, everyone_);
    return std::move(out_);
}

void SlotWriter::children(const Slot &block, NodeSet audience)
{
    for (const auto &child : block.children)
        slot(child, audience);
}

void SlotWriter::slot(const Slot &slot, NodeSet audience)
{
    if ((slot.nodes & audience) == 0)
        return;
    gap(slot.before, audience);
    if (slot.block)
        block(slot, slot.nodes & audience);
    else
        statement(slot, audience);
}

void SlotWriter::statement(const Slot &slot, NodeSet audience)
{
    for (const auto &variant : slot.variants) {
        const auto nodes = variant.nodes & audience;
        if (sayable(nodes)) {
            if (nodes != 0)
                line(slot.indent, nodes, variant.text, {}, variant.comment);
            continue;
        }
        for (auto rest = nodes; rest != 0; rest &= rest - 1)
            line(slot.indent, rest & -rest, variant.text, {}, variant.comment);
    }
}

void SlotWriter::block(const Slot &slot, NodeSet audience)
{
    if (!sayable(audience)) { // one copy for each node: a condition names one node, or all but one
        for (auto rest = audience; rest != 0; rest &= rest - 1)
            block(slot, rest & -rest);
        return;
    }
    const auto &header = slot.variants.front();
    line(slot.indent, audience, header.text, header.open, header.comment);
    children(slot, audience);
    gap(slot.tail, audience);
    line(slot.closeIndent, audience, "}", {}, slot.closeComment);
}

void SlotWriter::gap(const std::vector<GapLine> &lines, NodeSet audience)
{
    for (const auto &one : lines) {
        const auto first = one.text.find_first_not_of(" \t");
        if (first == std::string::npos) {
            out_ += lineEnd_;
            continue;
        }
        const auto nodes = one.nodes & audience;
        const auto indent = one.text.substr(0, first);
        const auto text = std::string_view(one.text).substr(first);
        if (sayable(nodes) && nodes != 0)
            line(indent, nodes, text, {}, {});
        else
            for (auto rest = nodes; rest != 0; rest &= rest - 1)
                line(indent, rest & -rest, text, {}, {});
    }
}

void SlotWriter::line(const std::string &indent, NodeSet audience, std::string_view text, std::string_view open,
                      std::string_view comment)
{
    const auto prefix = condition(audience);
    out_ += indent;
    out_ += prefix;
    for (const char c : text) {
        // A definition of several lines: a node that skips the first must skip them all.
        if (c == '\n')
            out_ += lineEnd_ + prefix;
        else
            out_ += c;
    }
    const auto newline = open.find('\n');
    if (newline == std::string_view::npos) {
        out_ += open;
    } else { // the brace on its own line, behind its indentation
        out_ += open.substr(0, newline);
        out_ += lineEnd_;
        open.remove_prefix(newline + 1);
        out_ += open.substr(0, open.size() - 1);
        out_ += prefix + '{';
    }
    out_ += comment;
    out_ += lineEnd_;
}

bool SlotWriter::sayable(NodeSet audience) const
{
    const auto missing = std::popcount(everyone_ & ~audience);
    return missing <= 1 || std::popcount(audience) <= 1;
}

std::string SlotWriter::condition(NodeSet audience) const
{
    if (audience == everyone_)
        return {};
    if (std::popcount(audience) == 1)
        return '@' + names_[static_cast<std::size_t>(std::countr_zero(audience))] + ' ';
    return "@^" + names_[static_cast<std::size_t>(std::countr_zero(everyone_ & ~audience))] + ' ';
}

} // namespace twinhelm::cluster
