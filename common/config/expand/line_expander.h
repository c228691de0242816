#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "common/config/expand/expand_context.h"
#include "common/config/expand/line_splitter.h"

namespace twinhelm::config
{

/// Where a line comes from decides what is still to be done to it.
struct LineOrigin {
    MappedText *owned = nullptr; ///< what the line's text is a part of, when it may be changed in place
    unsigned depth = 0;          ///< of definitions and repetitions around it
    bool continued = false;      ///< ends in a backslash
};

/// Takes one line without comments through conditions, definitions, ~SEQ and ~LST, substitution and include, again
/// and again as keepalived does, and hands what is left to the splitter.
class LineExpander
{
public:
    /// What to do with an include line, and with a definition ($NAME=...).
    using Handler = std::function<void(const ExpandedLine &line)>;
    using Definer = std::function<void(const ExpandedLine &line, bool continued)>;

    LineExpander(ExpandContext &context, LineSplitter &splitter, Handler include, Definer define);

    void process(ExpandedLine line, LineOrigin origin);

private:
    /// Lines that a definition of several lines leaves to be read next, and where it was used.
    struct Followers {
        std::vector<Definitions::Line> lines;
        SourceRange use;
    };
    enum class Step { Done, Again, Plain };

    Step step(ExpandedLine &line, LineOrigin origin);
    [[nodiscard]] bool conditionHolds(std::string_view condition) const;
    void repeat(const ExpandedLine &line, std::size_t length, LineOrigin origin);
    [[nodiscard]] std::optional<std::string> substituted(std::string_view text);
    const Definitions::Definition *value(const Definitions::Reference &reference);
    std::optional<Definitions::Reference> nextDefined(std::string_view text, const Definitions::Definition *&found);
    bool substitute(ExpandedLine &line, MappedText *&owned, MappedText &own, std::vector<Followers> &followers);
    void handOn(ExpandedLine line, MappedText *owned, unsigned depth);
    [[nodiscard]] bool spend(const ExpandedLine &line, unsigned depth);
    void giveUp(SourceRange range, std::string message);

    ExpandContext &context_;
    LineSplitter &splitter_;
    Handler include_;
    Definer define_;
    Definitions::Definition made_; ///< of a built-in name
    unsigned substitutions_ = 0;   ///< in the line at hand
};

/// Comments and escapes that a substitution brought in.
void uncommentInPlace(MappedText &text);

} // namespace twinhelm::config
