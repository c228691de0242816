#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace twinhelm::config
{

/// Which braces lie ahead. Braces are counted up to the next block of the top level, since that is where an account of
/// open blocks has to be even. Cost: one pass at first, then a look-up and at most one line for each question.
class BraceLedger
{
public:
    explicit BraceLedger(std::string_view text);

    /// Braces that open blocks less those that close them, from `at` up to the next block of the top level, comments
    /// left out, headers whose brace is missing counted in.
    [[nodiscard]] int openedAhead(std::size_t at) const;
    /// The same from the line behind `at` on.
    [[nodiscard]] int openedBelow(std::size_t at) const;
    /// Definitions, conditions or repetitions hold braces: counting says nothing.
    [[nodiscard]] bool isOpaque() const { return opaque_; }

private:
    struct Line {
        std::size_t begin = 0;
        std::size_t end = 0;
        int opened = 0;            ///< in all lines before
        bool beginsBlock = false;  ///< of the top level, as its first word
        std::size_t nextBlock = 0; ///< index of the next line that does
    };
    [[nodiscard]] std::size_t lineAt(std::size_t at) const;
    [[nodiscard]] int count(std::size_t begin, std::size_t end) const;

    std::string_view text_;
    std::vector<Line> lines_; ///< and one behind the last
    bool opaque_ = false;
};

} // namespace twinhelm::config
