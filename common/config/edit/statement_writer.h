#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/config/edit/edit_context.h"
#include "common/diagnostics/text_edit.h"

namespace twinhelm::config
{

/// What a statement shall say: "priority" "150". The value is in the file's own words.
struct Wording {
    std::string keyword;
    std::string value;
};

/// Nothing that would end the line, begin a comment or open a block may slip in as a value (E0001).
[[nodiscard]] std::optional<Error> cannotStand(std::string_view value);

/// Works out how statements of one block change for some of the nodes that read them, each line staying as it is for
/// the others.
class StatementWriter
{
public:
    explicit StatementWriter(const EditContext &context) : context_(context) {}

    /// Makes `wanted` read `wording` instead of `affected` (statements that at least one of them reads). Without
    /// `affected` the statement is new: next to `sibling` (another node's variant) when there is one, else at the end
    /// of `block`.
    [[nodiscard]] std::vector<TextEdit> set(std::uint32_t block, const std::vector<Statement> &affected,
                                            const Audience &wanted, const Wording &wording,
                                            std::optional<std::uint32_t> sibling = {}) const;
    [[nodiscard]] std::vector<TextEdit> remove(const std::vector<Statement> &affected, const Audience &wanted) const;
    /// One line for each node that reads it.
    [[nodiscard]] std::vector<TextEdit> split(const Statement &shared) const;
    /// Lines that say `text` to `audience`; none for nobody.
    [[nodiscard]] std::vector<std::string> linesFor(const Audience &audience, const std::string &text) const;

private:
    [[nodiscard]] std::string compose(const Wording &wording, std::optional<std::uint32_t> like) const;
    [[nodiscard]] std::optional<std::size_t> survivor(const std::vector<Statement> &affected, const Audience &wanted,
                                                      const Wording &wording) const;

    const EditContext &context_;
};

} // namespace twinhelm::config
