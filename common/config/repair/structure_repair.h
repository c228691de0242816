#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/config/repair/brace_ledger.h"
#include "common/config/repair/patched_text.h"
#include "common/config/repair/statement_shape.h"
#include "common/config/schema/block.h"

namespace twinhelm::config
{

/// Puts statements that ran together on lines of their own, and mends braces, comments and keywords, by reading the
/// text as the schema says it must go on. What is in order is not touched.
class StructureRepair
{
public:
    /// `base`: the block the text is the inside of; the top level for a whole configuration.
    StructureRepair(PatchedText &text, const schema::Block &base);
    void run();

private:
    /// A block that is open.
    struct Frame {
        const schema::Block *block = nullptr;     ///< nullptr: a list without a table, or not keepalived's
        const schema::Keyword *keyword = nullptr; ///< nullptr: the base, or not keepalived's
        std::string indent;                       ///< of its header's line
        std::size_t line = 0;                     ///< where the line of its brace begins
        std::set<std::string_view> seen;          ///< keywords so far

        [[nodiscard]] bool isList() const;
    };
    /// A block's header whose brace has not come.
    struct Header {
        const schema::Keyword *keyword = nullptr;
        const schema::Block *inner = nullptr;
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    /// The blanks in front of a statement or brace that is not the first of its line.
    struct Gap {
        std::size_t begin = 0;
        std::size_t end = 0;
        std::size_t depth = 0;
    };

    // structure_repair.cpp
    void line(std::size_t begin, std::size_t end);
    std::size_t piece(std::size_t at, std::size_t end);
    void open();
    void close(std::size_t at, std::size_t end);
    void closeMissing(std::size_t count, std::size_t at);
    void closeAtEnd();
    bool headerGoesOn(std::size_t at, std::size_t end, std::string_view word);
    void breakLine(std::size_t begin, std::size_t end);
    void note(std::size_t at, std::size_t depth);

    // statement_repair.cpp
    std::size_t statement(std::size_t at, std::size_t end);
    std::size_t known(const schema::Keyword &keyword, std::size_t at, std::size_t end);
    std::size_t unknown(std::size_t at, std::size_t end);
    std::size_t entry(std::size_t at, std::size_t end);
    std::size_t prose(std::size_t at, std::size_t end);
    [[nodiscard]] bool endsProse(const schema::Block *block, std::size_t at, std::size_t end) const;
    [[nodiscard]] std::size_t repeatedBlockEnd(std::size_t at) const;
    void misplaced(std::size_t at, std::size_t stop);
    bool closesBefore(std::size_t at, std::size_t end);
    [[nodiscard]] bool startsStatement(const schema::Block *block, std::size_t at, std::size_t end) const;
    [[nodiscard]] bool startsEntry(const Frame &frame, std::string_view word) const;
    [[nodiscard]] bool isCertainEntry(const Frame &frame, std::string_view word) const;
    [[nodiscard]] bool belongsInside(const schema::Keyword &keyword, std::size_t at, std::size_t end) const;
    bool slashComment(std::size_t at, std::size_t end);

    // comment_repair.cpp
    std::size_t comment(std::size_t at, std::size_t end);
    [[nodiscard]] bool swallows(std::size_t at, std::size_t end) const;
    std::size_t proseEnd(std::size_t at, std::size_t end);
    [[nodiscard]] bool endsComment(std::size_t at, std::size_t end, bool &certain) const;
    [[nodiscard]] bool isBounded(std::size_t at, std::size_t end) const;

    [[nodiscard]] std::string_view wordAt(std::size_t at, std::size_t end) const;
    [[nodiscard]] std::size_t afterBlanks(std::size_t at, std::size_t end) const;
    [[nodiscard]] bool endsStatement(std::size_t at, std::size_t end) const;
    [[nodiscard]] std::size_t depth() const { return frames_.size() - 1; }
    [[nodiscard]] bool isTopLevel() const;
    [[nodiscard]] std::string indentOf(std::size_t depth) const;
    void findNames();
    void findStyle();

    PatchedText &out_;
    std::string_view text_;
    BraceLedger ledger_;
    std::vector<Frame> frames_;
    std::optional<Header> header_;
    std::set<std::pair<std::string_view, std::string_view>> names_; ///< block keyword and name of all that is defined
    std::string unit_ = "    ";
    std::string newline_ = "\n";
    std::size_t lineBegin_ = 0;
    std::size_t significantEnd_ = 0; ///< of the last piece that is no comment
    std::size_t pieceEnd_ = 0;       ///< of the last piece of this line
    std::vector<Gap> gaps_;          ///< of this line
    bool split_ = false;             ///< this line holds several statements
    bool inDefinition_ = false;
    mutable unsigned accounts_ = 0; ///< how often braces were counted
};

} // namespace twinhelm::config
