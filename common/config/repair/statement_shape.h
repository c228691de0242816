#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/config/schema/block.h"

namespace twinhelm::config
{

/// Reads the words behind a keyword, or of a list's entry, one by one against the schema, and so knows where a
/// statement can end and which words cannot belong to it. All texts are the schema's.
class StatementShape
{
public:
    /// The words behind a keyword; of a block's header up to its brace.
    static StatementShape ofKeyword(const schema::Keyword &keyword);
    /// A line of a list. `block`: the list's table, when it has one.
    static StatementShape ofEntry(const schema::Keyword &list, const schema::Block *block);

    /// False: the word fits nowhere, and the shape stays as it was.
    bool take(std::string_view word);
    /// Nothing that is required is missing.
    [[nodiscard]] bool complete() const;
    /// A word was taken that few words could stand for: a number in its range, a choice, an address.
    [[nodiscard]] bool certain() const { return certain_; }
    /// Words go on in a way the schema does not tell; the line's end is the only end.
    [[nodiscard]] bool isFree() const { return free_; }
    /// An option with a value that `word` ends with, "check_nginxweight": its length; 0 when there is none.
    [[nodiscard]] std::size_t gluedOption(std::string_view word) const;
    /// What the entry's name refers to: vrrp_script; empty when nothing.
    [[nodiscard]] std::string_view refersTo() const;

private:
    std::vector<schema::Argument> slots_;
    std::vector<bool> used_;
    std::string_view before_;
    std::size_t pending_ = none; ///< the slot whose word was taken and whose value comes next
    std::size_t taken_ = 0;
    std::size_t least_ = 0;
    bool certain_ = false;
    bool free_ = false;

    static constexpr auto none = static_cast<std::size_t>(-1);
};

} // namespace twinhelm::config
