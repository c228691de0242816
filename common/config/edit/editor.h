#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/config/edit/edit_context.h"
#include "common/config/edit/statement_writer.h"
#include "common/config/edit/target.h"
#include "common/diagnostics/text_edit.h"

namespace twinhelm::config
{

/// Works out the smallest edits that make a cluster's document say something else, for every node or for one of them.
/// A value that is shared and changed for one node becomes one @node line for each; comments and white space stay.
/// It never touches the document: apply the edits with applyEdits() or as one undo step.
/// `node` is a config id; empty means every node. Values are written as given, so they are in the file's own words
/// ("150", "\"/etc/check.sh arg\"").
/// Errors: E0001 a value that cannot stand on a line, E0002 no such block, E0003 unknown node.
class Editor
{
public:
    /// `nodes`: the cluster's nodes; those that the text names in conditions are added.
    Editor(std::string text, std::vector<std::string> nodes);
    /// Of a text that is parsed already; `tree` must outlive this.
    Editor(const SyntaxTree &tree, std::vector<std::string> nodes);

    using Edits = Result<std::vector<TextEdit>>;

    /// Sets the words behind a keyword; an empty value leaves a bare flag. Missing inner blocks are made.
    [[nodiscard]] Edits setValue(const Target &target, const std::string &node, std::string_view value) const;
    [[nodiscard]] Edits removeValue(const Target &target, const std::string &node) const;
    /// One @node line for each node instead of a shared line, values unchanged. joinValue() gives the same bytes back.
    [[nodiscard]] Edits splitValue(const Target &target) const;
    /// One shared line with the value that `keep` has.
    [[nodiscard]] Edits joinValue(const Target &target, const std::string &keep) const;
    /// Makes the lines of a list block (virtual_ipaddress, track_script) be `entries`; lines that stay are not touched.
    [[nodiscard]] Edits setEntries(const std::vector<BlockRef> &path, const std::string &node,
                                   const std::vector<std::string> &entries) const;

    /// What stands behind the keyword for a node; "" for a bare flag, nothing when the statement is absent.
    [[nodiscard]] std::optional<std::string> value(const Target &target, const std::string &node) const;
    /// The same for a keyword that stands several times, in the order of the text.
    [[nodiscard]] std::vector<std::string> values(const Target &target, const std::string &node) const;
    [[nodiscard]] std::vector<std::string> entries(const std::vector<BlockRef> &path, const std::string &node) const;
    /// True when no line of this statement is conditional.
    [[nodiscard]] bool isShared(const Target &target) const;

private:
    [[nodiscard]] std::vector<std::uint32_t> blocks(const std::vector<BlockRef> &path) const;
    [[nodiscard]] std::vector<Statement> statements(std::uint32_t block, std::string_view keyword) const;
    [[nodiscard]] Edits makeBlock(const Target &target, const Audience &wanted, const std::string &text) const;
    [[nodiscard]] Result<Audience> audienceOf(const std::string &node) const;
    [[nodiscard]] tl::unexpected<Error> noBlock(const std::vector<BlockRef> &path) const;

    EditContext context_;
    StatementWriter writer_;
};

} // namespace twinhelm::config
