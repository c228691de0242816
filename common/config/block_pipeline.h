#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/config/expand/expander.h"
#include "common/config/model/statement_tree.h"
#include "common/config/model/statement_tree_builder.h"
#include "common/diagnostics/diagnostic.h"

namespace twinhelm::config
{

/// Reads a configuration one top-level block after the other: expansion, block structure, check of each keyword. So a
/// large file never lies in memory as a whole, and a block that was read can be used again as long as its bytes and
/// what stands before it are the same.
/// What is called a block here may be several, when nothing can be said about one without the other, and takes along
/// the lines in front of it.
class BlockPipeline
{
public:
    BlockPipeline(SourceSet &sources, ExpandOptions options);
    BlockPipeline(const BlockPipeline &) = delete;
    BlockPipeline &operator=(const BlockPipeline &) = delete;

    /// See Expander::start().
    void start(FileIndex file, std::string_view text, std::uint32_t base) { expander_.start(file, text, base); }
    [[nodiscard]] bool atEnd() const { return expander_.atEnd(); }
    [[nodiscard]] std::size_t position() const { return expander_.position(); }

    /// Reads the next block. Adds to `findings` what is wrong with it, and to `gaps` what this version does not do.
    void next(Diagnostics &findings, Diagnostics &gaps);

    // Of the block read last:
    [[nodiscard]] const Expanded &expanded() const { return expanded_; }
    [[nodiscard]] const StatementTree &tree() const { return tree_; }

    [[nodiscard]] Expander &expander() { return expander_; }
    /// Unknown words met so far; see checkKeywords().
    [[nodiscard]] unsigned &unknownWords() { return unknownWords_; }

private:
    std::string nodeId_;
    Diagnostics none_;
    Expander expander_;
    Expanded expanded_;
    StatementTree tree_;
    StatementTreeBuilder builder_;
    unsigned unknownWords_ = 0;
};

} // namespace twinhelm::config
