#pragma once

#include <string_view>

#include "common/base/result.h"
#include "common/config/edit/edit_context.h"
#include "common/config/edit/finder.h"
#include "common/diagnostics/text_edit.h"

namespace twinhelm::config::edit
{

/// Gives a block (an instance, a script, a group, a virtual server) or a definition another name, and with it all that
/// refers to it on any node, as the schema tells: track_script, members of groups, lvs_sync_daemon, FILE_CHECK.
/// What stands inside a definition's value cannot be followed: when the old name is in one, it refuses (E0006).
/// Further errors: those of Finder, E0001 a name that cannot stand there, E0007 the name is taken, E0008 no such thing
/// has a name.
class Renamer
{
public:
    explicit Renamer(const EditContext &context) : context_(context) {}

    using Edits = Result<std::vector<TextEdit>>;

    [[nodiscard]] Edits rename(const Path &path, std::string_view name) const;

private:
    [[nodiscard]] Edits block(const Path &path, const Location &place, const std::string &name) const;
    [[nodiscard]] Edits definition(const Path &path, const Location &place, std::string_view name) const;
    [[nodiscard]] std::vector<SourceRange> insideDefinitions(std::string_view word) const;

    const EditContext &context_;
};

} // namespace twinhelm::config::edit
