#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "common/health/settings.h"

namespace twinhelm::health
{

/// Why a text is no pattern: PCRE2's own words and the byte at which it stopped.
struct PatternError {
    std::string text;
    std::size_t offset = 0;
    friend bool operator==(const PatternError &, const PatternError &) = default;
};

/// A compiled regex of HTTP_GET or SSL_GET (PCRE2, with its just-in-time compiler where the kernel allows one).
/// Cost: compiling takes some ten microseconds, so keep it.
class Pattern
{
public:
    /// Unknown options are left out, as keepalived does.
    [[nodiscard]] static tl::expected<std::shared_ptr<const Pattern>, PatternError> compile(const Regex &regex);

    class Code;
    explicit Pattern(std::unique_ptr<Code> code);
    ~Pattern();
    [[nodiscard]] const Code &code() const { return *code_; }

private:
    std::unique_ptr<Code> code_;
};

/// Looks for a pattern in a page that comes in pieces, without keeping the page: only what a match may have begun in.
/// A match counts when it begins at or after `leastOffset` and at or before `mostOffset` of the page. Unlike
/// keepalived's, it also finds what ends with the page ("OK$").
class PatternSearch
{
public:
    enum class Found {
        NotYet,
        Yes,
        No,
        TooHard, ///< more than `mostSteps` steps, or a match longer than `mostKept`: nobody may hang a balancer
    };
    static constexpr std::uint32_t mostSteps = 1'000'000; ///< of PCRE2's match limit, for one piece: below 10 ms
    static constexpr std::uint32_t mostInterpretedSteps = 100'000; ///< where it cannot compile just in time
    static constexpr std::size_t mostKept = 256 * 1024;            ///< bytes

    PatternSearch(std::shared_ptr<const Pattern> pattern, const Regex &regex);

    void feed(std::string_view piece);
    /// The page is over: decides.
    void end();
    [[nodiscard]] Found found() const { return found_; }
    /// Where the match begins, when there is one.
    [[nodiscard]] std::size_t offset() const { return offset_; }

private:
    void look(std::uint32_t options);
    void keepFrom(std::size_t position);

    std::shared_ptr<const Pattern> pattern_;
    std::size_t least_ = 0;
    std::size_t most_;
    std::string kept_;      ///< what the search still needs of the page
    std::size_t begin_ = 0; ///< where `kept_` begins in the page
    std::size_t from_ = 0;  ///< in the page: no match begins before
    std::size_t offset_ = 0;
    Found found_ = Found::NotYet;
};

} // namespace twinhelm::health
