#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/config/expand/expand_context.h"
#include "common/config/expand/line_expander.h"
#include "common/config/expand/line_splitter.h"

namespace twinhelm::config
{

/// Does to a file what keepalived does before it looks at keywords (language.md section 1.1): comments,
/// @id, $NAME, multi-line definitions, ~SEQ and ~LST, include, splitting at braces.
/// Total: never fails, never loops; what keepalived would drop is dropped with a diagnostic.
class Expander
{
public:
    Expander(SourceSet &sources, Diagnostics &diagnostics, ExpandOptions options);
    Expander(const Expander &) = delete;
    Expander &operator=(const Expander &) = delete;

    /// Expands file 0 and what it includes (which is added to the sources).
    [[nodiscard]] Expanded run();

    // In pieces, so that nobody needs to hold the whole expansion:
    /// Goes on reading at the beginning of `text`, which lies in the main file. Ranges will say `file` and `base` plus
    /// the offset in `text`. `text` must stay where it is.
    void start(FileIndex file, std::string_view text, std::uint32_t base);
    /// Adds to `out` what the next lines mean, up to one that ends a block, or the end. What was added before must not
    /// be removed meanwhile.
    void readOn(Expanded &out);
    [[nodiscard]] bool atEnd() const { return at_ >= text_.size() || context_.spent.tooMuch; }
    /// Bytes of `text` that have been read.
    [[nodiscard]] std::size_t position() const { return at_; }
    /// A block of the top level has ended: what comes next does not depend on how it was nested.
    void endBlock() { splitter_.reset(); }

    /// What the lines read so far leave behind, also to be put back.
    [[nodiscard]] ExpandState &state() { return context_.state; }
    [[nodiscard]] ExpandSpent &spent() { return context_.spent; }
    /// Whether the state was looked at or changed since this was last asked.
    [[nodiscard]] bool takeStateUsed() { return std::exchange(context_.stateUsed, false); }
    void setDiagnostics(Diagnostics &diagnostics) { context_.diagnostics = &diagnostics; }
    [[nodiscard]] const std::vector<FileIndex> &includedFiles() const { return included_; }
    void forgetIncludedFiles() { included_.clear(); }

private:
    void nextLine();
    void odd(ExpandedLine line, std::string_view bytes);
    void textEnds();
    void includedFileEnds();
    void define(const ExpandedLine &line, bool continued);
    void continueDefinition(const ExpandedLine &line, bool continued);
    void include(const ExpandedLine &line);
    void includeFile(const std::string &path, std::string bytes, const ExpandedLine &line);
    void enterDirectory();

    ExpandContext context_;
    LineSplitter splitter_;
    LineExpander lines_;
    // the file being read
    FileIndex file_ = 0;
    std::string_view text_;
    std::uint32_t base_ = 0;
    std::size_t at_ = 0;
    // a definition whose next line is still to come
    std::string definitionName_;
    Definitions::Definition definition_;
    bool inDefinition_ = false;
    std::vector<FileIndex> included_; ///< in the order of their first byte
};

} // namespace twinhelm::config
