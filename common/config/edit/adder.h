#pragma once

#include <functional>
#include <string>
#include <vector>

#include "common/config/edit/finder.h"
#include "common/config/edit/layout.h"
#include "common/config/edit/statement_writer.h"
#include "common/diagnostics/text_edit.h"

namespace twinhelm::config::edit
{

/// Edits that put something new at a location: blocks, entries, statements. See PathEditor::add().
class Adder
{
public:
    explicit Adder(const EditContext &context) : context_(context), layout_(context), writer_(context) {}

    using Edits = Result<std::vector<TextEdit>>;

    [[nodiscard]] Edits block(const Path &path, const Location &place, const Audience &wanted,
                              const std::vector<std::string> &body) const;
    [[nodiscard]] Edits entry(const Path &path, const Location &place, const Audience &wanted,
                              const std::vector<std::string> &body) const;
    [[nodiscard]] Edits statement(const Path &path, const Location &place, const Audience &wanted,
                                  const std::vector<std::string> &body) const;
    [[nodiscard]] Edits definition(const Path &path, const Location &place, const Audience &wanted,
                                   const std::vector<std::string> &body) const;
    /// A statement or entry at the end of the place's blocks, with the missing blocks around it.
    [[nodiscard]] Edits append(const Location &place, const Audience &wanted, const std::string &text) const;

private:
    using Lines = Result<std::vector<std::string>>;
    [[nodiscard]] Edits appendLines(const Location &place, const Audience &wanted,
                                    const std::function<Lines(const Audience &)> &make,
                                    std::string_view besideKeyword) const;
    [[nodiscard]] tl::unexpected<Error> isThere(const Path &path, const Hit &hit) const;
    [[nodiscard]] bool holds(const Hit &hit, const std::vector<std::string> &body) const;

    const EditContext &context_;
    Layout layout_;
    StatementWriter writer_;
};

} // namespace twinhelm::config::edit
