#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/cluster/slot.h"

namespace twinhelm::cluster
{

/// Writes merged slots as a document in keepalived's conditional syntax. keepalived 2.2 takes one condition on a line,
/// so what two nodes of five have is written once for each of them.
class SlotWriter
{
public:
    SlotWriter(std::vector<std::string> nodes, std::string lineEnd);

    [[nodiscard]] std::string write(const Slot &root);

private:
    void children(const Slot &block, NodeSet audience);
    void slot(const Slot &slot, NodeSet audience);
    void statement(const Slot &slot, NodeSet audience);
    void block(const Slot &slot, NodeSet audience);
    void gap(const std::vector<GapLine> &lines, NodeSet audience);
    /// `text` may hold line ends; every line of it gets the condition.
    void line(const std::string &indent, NodeSet audience, std::string_view text, std::string_view open,
              std::string_view comment);
    /// Whether one condition says it.
    [[nodiscard]] bool sayable(NodeSet audience) const;
    /// "", "@lb01 " or "@^lb03 ".
    [[nodiscard]] std::string condition(NodeSet audience) const;

    std::vector<std::string> names_;
    std::string lineEnd_;
    NodeSet everyone_ = 0;
    std::string out_;
};

} // namespace twinhelm::cluster
