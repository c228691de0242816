#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/config/model/statement_tree.h"

namespace twinhelm::config
{

/// Builds a StatementTree from lines as they come. Assumes what was most likely meant where braces do not fit, and
/// says so (K0001, K0002, K0007, K0008).
class StatementTreeBuilder
{
public:
    StatementTreeBuilder(const Expanded &expanded, Diagnostics &diagnostics)
        : lines_(&expanded.lines), diagnostics_(&diagnostics)
    {
    }

    /// Takes the lines added since the last call. The last one must end a block, or be the last of all.
    void readOn();
    /// Every block is closed: the next line stands at the top level.
    [[nodiscard]] bool isClosed() const { return open_.empty(); }
    /// Closes what is open still, and hands the tree out; the builder begins anew with the expansion's first line.
    [[nodiscard]] StatementTree finish();
    /// Takes back a tree that is no longer needed, for its memory.
    void recycle(StatementTree tree);

    void setDiagnostics(Diagnostics &diagnostics) { diagnostics_ = &diagnostics; }

private:
    [[nodiscard]] const schema::Block *context() const;
    [[nodiscard]] bool nextIsOpen(std::uint32_t line) const;
    [[nodiscard]] bool belongsToTopLevel(std::string_view keyword, std::uint32_t line) const;
    void report(std::string_view code, SourceRange range, std::string message, std::vector<Fix> fixes = {},
                std::vector<Note> notes = {});
    void text(std::uint32_t number);
    void enter();
    void open(std::uint32_t number);
    void close(std::uint32_t number);
    void leave();
    void leaveUnclosed(const ExpandedLine *before = nullptr);

    const std::vector<ExpandedLine> *lines_;
    Diagnostics *diagnostics_;
    StatementTree tree_;
    std::vector<std::uint32_t> open_; ///< blocks, outermost first
    std::uint32_t next_ = 0;          ///< line to be read
};

} // namespace twinhelm::config
