#pragma once

#include <string_view>
#include <vector>

#include "common/base/ip_address.h"
#include "common/base/time.h"
#include "common/config/expand/words.h"
#include "common/config/model/command.h"
#include "common/config/model/statement_tree.h"
#include "common/config/model/track_entry.h"

namespace twinhelm::config::model
{

/// One statement while its block is read.
struct Statement {
    const Expanded &expanded;
    const StatementTree &tree;
    std::uint32_t index;
    Words words; ///< the keyword first; never empty

    [[nodiscard]] const ExpandedLine &line() const { return expanded.lines[tree.nodes()[index].line]; }
    [[nodiscard]] std::string_view keyword() const { return words.front().text; }
    /// The keyword's row in the schema; nullptr for an unknown one and for the entries of a list.
    [[nodiscard]] const schema::Keyword *known() const { return tree.nodes()[index].keyword; }
    /// The word behind the keyword, or nullptr.
    [[nodiscard]] const Word *argument(std::size_t number = 1) const
    {
        return number < words.size() ? &words[number] : nullptr;
    }
};

/// Calls `read` for each statement directly inside node `block`; for those at the top level with `noBlock`.
inline constexpr auto noBlock = StatementNode::noLine;
template<typename Read>
void forEachStatement(const Expanded &expanded, const StatementTree &tree, std::uint32_t block, Read &&read)
{
    const auto &nodes = tree.nodes();
    const auto end = block == noBlock ? static_cast<std::uint32_t>(nodes.size()) : nodes[block].end;
    for (auto at = block == noBlock ? 0 : block + 1; at < end; at = nodes[at].end) {
        if (nodes[at].wordCount > 0)
            read(Statement{expanded, tree, at, tree.words(nodes[at])});
    }
}

// Each of these takes a statement's value when it is sound and within the schema's range, and leaves what was
// there when not, as keepalived does: what is wrong with it is reported by checkKeywords().
void take(Value<int> &value, const Statement &statement);
void take(Value<unsigned> &value, const Statement &statement);
void take(Value<std::uint16_t> &value, const Statement &statement);
void take(Value<Duration> &value, const Statement &statement);
void take(Value<bool> &value, const Statement &statement); ///< [BOOL], true without argument
void takeFlag(Value<bool> &value, const Statement &statement);
void take(Value<std::string> &value, const Statement &statement);
void take(Value<IpAddress> &value, const Statement &statement);
void take(Value<Command> &value, const Statement &statement); ///< the first one wins, as in keepalived
void take(std::vector<TrackEntry> &entries, const Statement &statement);
/// Every word of every line inside the statement's block.
void take(std::vector<Value<std::string>> &names, const Statement &statement);
/// NAME [GROUP] or NAME :GROUP behind the keyword.
void takeUser(Value<std::string> &user, Value<std::string> &group, const Statement &statement);
/// notify_* and what belongs to it; false when the keyword is none of these.
bool take(Notify &notify, const Statement &statement);

} // namespace twinhelm::config::model
