#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/config/edit/edit_context.h"
#include "common/config/edit/path.h"
#include "common/config/expand/expander.h"
#include "common/config/source/source_set.h"

namespace twinhelm::config::edit
{

/// What one node reads, written out: conditions, definitions, repetitions and includes resolved, one statement on a
/// line. Paths lead through it as through the document, so it tells what holds there, and where that was written.
class ExpandedDocument
{
public:
    /// `path` is where relative includes start; `options` as for Expander, with the node's id.
    ExpandedDocument(std::string path, std::string text, ExpandOptions options);
    ExpandedDocument(const ExpandedDocument &) = delete;
    ExpandedDocument &operator=(const ExpandedDocument &) = delete;

    /// What holds at a path: a value's words ("" for a flag), an option's value, an entry, a block with its
    /// statements on lines of their own and ******** for secrets. Nothing when it is absent; the errors of Finder when
    /// it cannot be.
    [[nodiscard]] Result<std::optional<std::string>> read(const Path &path) const;
    /// Every entry of a list block; for other places as read().
    [[nodiscard]] Result<std::vector<std::string>> readAll(const Path &path) const;

    struct Origin {
        std::string file;
        std::size_t line = 0; ///< one-based
        std::string text;     ///< of that line, without blanks around it
        bool included = false;
    };
    /// The line that makes what stands at `path`; nothing when nothing stands there.
    [[nodiscard]] std::optional<Origin> origin(const Path &path) const;

private:
    [[nodiscard]] std::string outline(std::uint32_t block, const std::string &indent) const;

    SourceSet sources_;
    Expanded expanded_;
    std::unique_ptr<EditContext> flat_;
    std::vector<SourceRange> secrets_; ///< of the flat text
};

} // namespace twinhelm::config::edit
