#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/config/edit/adder.h"
#include "common/config/edit/edit_context.h"
#include "common/config/edit/finder.h"
#include "common/config/edit/path.h"
#include "common/config/edit/statement_writer.h"
#include "common/diagnostics/text_edit.h"

namespace twinhelm::config::edit
{

/// What to do with a value that the file writes as $NAME.
enum class Written {
    WhereItStands, ///< edit the definition when nothing else uses it, else refuse and name the places (E0006)
    InPlace,       ///< put the new value where the reference stands
};

/// The smallest edits that make a document say something else at a path, for every node or for one of them. Works on
/// any keyword of the schema, and on unknown ones that the document has. Never touches the document.
/// `node` is a config id; empty means every node. No edits: it says so already.
/// Errors: E0001 a value that cannot stand on a line, E0002 no such block or entry, E0003 unknown node, E0004 no such
/// keyword, E0005 several fit, E0006 the value is made elsewhere, E0007 it is there already, E0008 not a path of this
/// kind, E0009 one condition cannot say who it is for.
class PathEditor
{
public:
    explicit PathEditor(const EditContext &context)
        : context_(context), finder_(context), writer_(context), adder_(context)
    {
    }

    using Edits = Result<std::vector<TextEdit>>;

    /// Value: the words behind the keyword, made when it is missing (with the nameless blocks around it). Entry: the
    /// whole entry. Option: its value, added when it is missing. $NAME: the definition's value.
    [[nodiscard]] Edits set(const Path &path, const std::string &node, std::string_view value,
                            Written written = Written::WhereItStands) const;
    /// Takes a value, entry, option, block or unused definition away.
    [[nodiscard]] Edits remove(const Path &path, const std::string &node) const;
    /// A block named by the path with `body` (statements, blocks) in it; an entry with `body` as its further words; one
    /// more statement of a keyword that may stand several times, with `body` as its value; a definition.
    [[nodiscard]] Edits add(const Path &path, const std::string &node, const std::vector<std::string> &body) const;
    /// One line for each node instead of a shared one, and back, with the value that `keep` has.
    [[nodiscard]] Edits split(const Path &path) const;
    [[nodiscard]] Edits join(const Path &path, const std::string &keep) const;

private:
    [[nodiscard]] Result<Location> locate(const Path &path, const std::string &node) const;
    [[nodiscard]] Result<Audience> audienceOf(const std::string &node) const;
    [[nodiscard]] Edits setValue(const Path &path, const Location &place, const Audience &wanted,
                                 std::string_view value, Written written) const;
    [[nodiscard]] Edits setEntry(const Path &path, const Location &place, const Audience &wanted,
                                 std::string_view value) const;
    [[nodiscard]] Edits setOption(const Path &path, const Location &place, const Audience &wanted,
                                  std::optional<std::string_view> value) const;
    [[nodiscard]] Edits setDefinition(const Path &path, const Location &place, const Audience &wanted,
                                      std::string_view value) const;
    /// Nothing: the value is written where it stands. Else the edits of the definition, or why not.
    [[nodiscard]] std::optional<Edits> throughDefinition(const Path &path, const Location &place,
                                                         const Audience &wanted, std::string_view value) const;
    [[nodiscard]] Edits removeWord(const Hit &hit, const Audience &wanted) const;

    const EditContext &context_;
    Finder finder_;
    StatementWriter writer_;
    Adder adder_;
};

} // namespace twinhelm::config::edit
