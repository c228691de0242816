#pragma once

#include <string>
#include <vector>

#include "common/cluster/slot.h"

namespace twinhelm::cluster
{

/// Writes merged slots as a document in keepalived's conditional syntax.
class SlotWriter
{
public:
    explicit SlotWriter(std::vector<std::string> nodes);

    [[nodiscard]] std::string write(const Slot &root);

private:
    void children(const Slot &block, NodeSet audience);
    void slot(const Slot &slot, NodeSet audience);
    void statement(const Slot &slot, NodeSet audience);
    void block(const Slot &slot, NodeSet audience);
    void lines(const std::vector<std::string> &lines);
    void line(const std::string &indent, NodeSet audience, const std::string &text, const std::string &comment);
    /// "", "@lb01 " or "@^lb03 "; nothing when it takes more than one line to say.
    [[nodiscard]] bool sayable(NodeSet audience) const;
    [[nodiscard]] std::string condition(NodeSet audience) const;

    std::vector<std::string> names_;
    NodeSet everyone_ = 0;
    std::string out_;
};

} // namespace twinhelm::cluster
