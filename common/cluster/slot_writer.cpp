#include "common/cluster/slot_writer.h"

#include <bit>

namespace twinhelm::cluster
{

SlotWriter::SlotWriter(std::vector<std::string> nodes) : names_(std::move(nodes))
{
    for (std::size_t i = 0; i < names_.size(); ++i)
        everyone_ |= NodeSet{1} << i;
}

std::string SlotWriter::write(const Slot &root)
{
    out_.clear();
    children(root, everyone_);
    lines(root.tail);
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
    lines(slot.before);
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
                line(slot.indent, nodes, variant.text, variant.comment);
            continue;
        }
        for (auto rest = nodes; rest != 0; rest &= rest - 1)
            line(slot.indent, rest & -rest, variant.text, variant.comment);
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
    line(slot.indent, audience, header.text.empty() ? "{" : header.text + " {", header.comment);
    children(slot, audience);
    lines(slot.tail);
    line(slot.closeIndent, audience, "}", slot.closeComment);
}

void SlotWriter::lines(const std::vector<std::string> &lines)
{
    for (const auto &one : lines) {
        out_ += one;
        out_ += '\n';
    }
}

void SlotWriter::line(const std::string &indent, NodeSet audience, const std::string &text, const std::string &comment)
{
    const auto prefix = condition(audience);
    out_ += indent;
    out_ += prefix;
    for (const char c : text) {
        out_ += c;
        if (c == '\n') // a definition of several lines: a node that skips the first must skip them all
            out_ += prefix;
    }
    out_ += comment;
    out_ += '\n';
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
