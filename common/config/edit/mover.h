#pragma once

#include "common/base/result.h"
#include "common/config/edit/edit_context.h"
#include "common/config/edit/finder.h"
#include "common/diagnostics/text_edit.h"

namespace twinhelm::config::edit
{

enum class Side { Before, Behind, Into };

/// Moves a block, statement or entry with the comment right above it: in front of or behind a sibling, or to the end of
/// another block (a member to another sync group). Its lines take the new place's indentation and nothing else changes.
/// Errors: those of Finder; E0002 nothing there; E0008 the places do not fit; E0009 it shares its line, or the new
/// place is read by other nodes.
class Mover
{
public:
    explicit Mover(const EditContext &context) : context_(context) {}

    [[nodiscard]] Result<std::vector<TextEdit>> move(const Path &what, Side side, const Path &where) const;

private:
    [[nodiscard]] Result<Hit> single(const Path &path) const;
    [[nodiscard]] std::string reindented(SourceRange lines, std::size_t from, const std::string &to) const;
    [[nodiscard]] Result<std::vector<TextEdit>> moveWord(const Hit &hit, const Hit &target, Side side) const;

    const EditContext &context_;
};

} // namespace twinhelm::config::edit
