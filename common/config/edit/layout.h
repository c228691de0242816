#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/config/edit/edit_context.h"
#include "common/config/edit/path.h"
#include "common/config/schema/keyword.h"

namespace twinhelm::config::edit
{

/// New lines in a document's own style: statements and blocks, each with the condition of the nodes that shall read it.
class Layout
{
public:
    explicit Layout(const EditContext &context) : context_(context) {}

    /// "@lb01 ", "" or several of them for statements; E0009 when blocks need more than one condition.
    [[nodiscard]] Result<std::string> condition(const Audience &audience) const;
    /// A block around `inside`, which is moved in by one step. `header` without the brace.
    [[nodiscard]] std::vector<std::string> block(const std::string &condition, const std::string &header,
                                                 const std::vector<std::string> &inside) const;
    /// Statements and blocks as people type them, one or several lines; E0001 when braces or quotes do not match.
    [[nodiscard]] Result<std::vector<std::string>> lines(std::string_view text, const std::string &condition) const;
    /// Keyword and name of a new block. A name of one word that has blanks is put in quotes.
    [[nodiscard]] static std::string header(const Step &step, const schema::Keyword *row);

private:
    void outline(const SyntaxTree &tree, std::uint32_t block, const std::string &condition,
                 std::vector<std::string> &out) const;

    const EditContext &context_;
};

} // namespace twinhelm::config::edit
