#pragma once

#include <optional>
#include <string_view>

#include "common/config/expand/expand_context.h"

namespace twinhelm::config
{

/// Cuts a line at its braces into what the keyword handlers see, the last step of preprocessing. Acts on the two
/// keywords of global_defs that change how the rest is read: include_check and random_seed.
class LineSplitter
{
public:
    explicit LineSplitter(ExpandContext &context) : context_(context) {}

    /// Behind a brace a line begins anew: what follows one and begins like a condition, a definition, a directive or
    /// an include is handed back for the whole procedure.
    [[nodiscard]] std::optional<ExpandedLine> split(const ExpandedLine &line);
    /// For a line without braces and without blanks around it.
    void add(const ExpandedLine &line);
    /// Forgets in which block it is.
    void reset();

private:
    void push(const ExpandedLine &line, std::size_t from, std::size_t to, ExpandedLine::Kind kind);
    void follow(const ExpandedLine &line);
    void applyGlobal(std::string_view text);

    ExpandContext &context_;
    unsigned globalDepth_ = 0; ///< of braces inside global_defs; 0 outside
    bool globalAhead_ = false; ///< the last line was global_defs, its brace is to come
};

/// Whether a line that begins so must go through the whole procedure: a condition, definition, directive or include.
[[nodiscard]] bool beginsAnew(std::string_view text);
[[nodiscard]] std::size_t leadingBlanks(std::string_view text);
[[nodiscard]] std::string_view withoutTrailingBlanks(std::string_view text);
/// The keyword: up to a blank or a quote.
[[nodiscard]] std::string_view firstWord(std::string_view text);

} // namespace twinhelm::config
