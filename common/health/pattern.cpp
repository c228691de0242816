#define PCRE2_CODE_UNIT_WIDTH 8
#include "common/health/pattern.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include <pcre2.h>

namespace twinhelm::health
{

namespace
{

/// keepalived's regex_options, in PCRE2's names.
constexpr std::array<std::pair<std::string_view, std::uint32_t>, 24> optionBits{{
    {"allow_empty_class", PCRE2_ALLOW_EMPTY_CLASS},
    {"alt_bsux", PCRE2_ALT_BSUX},
    {"auto_callout", PCRE2_AUTO_CALLOUT},
    {"caseless", PCRE2_CASELESS},
    {"dollar_endonly", PCRE2_DOLLAR_ENDONLY},
    {"dotall", PCRE2_DOTALL},
    {"dupnames", PCRE2_DUPNAMES},
    {"extended", PCRE2_EXTENDED},
    {"firstline", PCRE2_FIRSTLINE},
    {"match_unset_backref", PCRE2_MATCH_UNSET_BACKREF},
    {"multiline", PCRE2_MULTILINE},
    {"never_ucp", PCRE2_NEVER_UCP},
    {"never_utf", PCRE2_NEVER_UTF},
    {"no_auto_capture", PCRE2_NO_AUTO_CAPTURE},
    {"no_auto_possess", PCRE2_NO_AUTO_POSSESS},
    {"no_dotstar_anchor", PCRE2_NO_DOTSTAR_ANCHOR},
    {"no_start_optimize", PCRE2_NO_START_OPTIMIZE},
    {"ucp", PCRE2_UCP},
    {"ungreedy", PCRE2_UNGREEDY},
    {"utf", PCRE2_UTF},
    {"never_backslash_c", PCRE2_NEVER_BACKSLASH_C},
    {"alt_circumflex", PCRE2_ALT_CIRCUMFLEX},
    {"alt_verbnames", PCRE2_ALT_VERBNAMES},
    {"use_offset_limit", 0}, // the offset limit is kept by PatternSearch
}};

std::uint32_t bitsOf(const std::vector<std::string> &options)
{
    std::uint32_t bits = 0;
    for (const auto &option : options) {
        const auto known =
            std::find_if(optionBits.begin(), optionBits.end(), [&](const auto &one) { return one.first == option; });
        if (known != optionBits.end())
            bits |= known->second;
    }
    // A page in another encoding is no error, it only does not match.
    return (bits & PCRE2_UTF) != 0 ? bits | PCRE2_MATCH_INVALID_UTF : bits;
}

struct Free {
    void operator()(pcre2_code *code) const { pcre2_code_free(code); }
    void operator()(pcre2_match_data *data) const { pcre2_match_data_free(data); }
    void operator()(pcre2_match_context *context) const { pcre2_match_context_free(context); }
    void operator()(pcre2_jit_stack *stack) const { pcre2_jit_stack_free(stack); }
};

/// The bytes at the end of `text` that begin a UTF-8 character and do not end it.
std::size_t unfinished(std::string_view text)
{
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, text.size()); ++back) {
        const auto byte = static_cast<unsigned char>(text[text.size() - back]);
        if ((byte & 0xC0U) == 0x80U)
            continue;
        const std::size_t length = byte >= 0xF0U ? 4 : byte >= 0xE0U ? 3 : byte >= 0xC0U ? 2 : 1;
        return length > back ? back : 0;
    }
    return 0;
}

} // namespace

class Pattern::Code
{
public:
    Code(pcre2_code *code, bool utf) : code_(code), utf_(utf)
    {
        pcre2_pattern_info(code, PCRE2_INFO_MAXLOOKBEHIND, &lookBehind_);
        lookBehind_ = std::max(lookBehind_, 1U); // ^ after a newline looks behind, too, and is not counted
        if (utf)
            lookBehind_ *= 4; // it counts characters
        // Refused where memory may not be executable: the interpreter does as well.
        const bool compiled = pcre2_jit_compile(code, PCRE2_JIT_COMPLETE | PCRE2_JIT_PARTIAL_HARD) == 0;
        data_.reset(pcre2_match_data_create(1, nullptr));
        context_.reset(pcre2_match_context_create(nullptr));
        stack_.reset(pcre2_jit_stack_create(std::size_t{32} * 1024, std::size_t{512} * 1024, nullptr));
        if (context_) {
            pcre2_set_match_limit(context_.get(),
                                  compiled ? PatternSearch::mostSteps : PatternSearch::mostInterpretedSteps);
            pcre2_set_heap_limit(context_.get(), 4 * 1024); // KiB
            pcre2_jit_stack_assign(context_.get(), nullptr, stack_.get());
        }
    }

    /// PCRE2's answer; `begin` is where a match, or part of one, begins.
    [[nodiscard]] int match(std::string_view text, std::size_t from, std::uint32_t options, std::size_t &begin) const
    {
        if (!data_ || !context_)
            return PCRE2_ERROR_NOMEMORY;
        const int answer = pcre2_match(code_.get(), reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), from,
                                       options, data_.get(), context_.get());
        if (answer >= 0 || answer == PCRE2_ERROR_PARTIAL)
            begin = pcre2_get_ovector_pointer(data_.get())[0];
        return answer;
    }

    [[nodiscard]] std::size_t lookBehind() const { return lookBehind_; }
    [[nodiscard]] bool utf() const { return utf_; }

private:
    std::unique_ptr<pcre2_code, Free> code_;
    std::unique_ptr<pcre2_match_data, Free> data_;
    std::unique_ptr<pcre2_match_context, Free> context_;
    std::unique_ptr<pcre2_jit_stack, Free> stack_;
    std::uint32_t lookBehind_ = 0;
    bool utf_ = false;
};

Pattern::Pattern(std::unique_ptr<Code> code) : code_(std::move(code)) {}

Pattern::~Pattern() = default;

tl::expected<std::shared_ptr<const Pattern>, PatternError> Pattern::compile(const Regex &regex)
{
    const auto bits = bitsOf(regex.options);
    int error = 0;
    PCRE2_SIZE offset = 0;
    pcre2_code *code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(regex.pattern.data()), regex.pattern.size(), bits,
                                     &error, &offset, nullptr);
    if (code)
        return std::make_shared<const Pattern>(std::make_unique<Code>(code, (bits & PCRE2_UTF) != 0));
    std::array<PCRE2_UCHAR, 256> text{};
    pcre2_get_error_message(error, text.data(), text.size());
    return tl::unexpected(
        PatternError{reinterpret_cast<const char *>(text.data()), std::min<std::size_t>(offset, regex.pattern.size())});
}

PatternSearch::PatternSearch(std::shared_ptr<const Pattern> pattern, const Regex &regex)
    : pattern_(std::move(pattern)), least_(regex.leastOffset.value_or(0)),
      most_(regex.mostOffset.value_or(std::numeric_limits<std::size_t>::max()))
{
    if (least_ > most_) { // keepalived ignores both (K0276)
        least_ = 0;
        most_ = std::numeric_limits<std::size_t>::max();
    }
}

void PatternSearch::feed(std::string_view piece)
{
    if (found_ != Found::NotYet || piece.empty())
        return;
    kept_ += piece;
    look(PCRE2_PARTIAL_HARD);
}

void PatternSearch::end()
{
    if (found_ == Found::NotYet)
        look(0);
    if (found_ == Found::NotYet)
        found_ = Found::No;
    kept_.clear();
}

void PatternSearch::look(std::uint32_t options)
{
    const bool last = (options & PCRE2_PARTIAL_HARD) == 0;
    const auto &code = pattern_->code();
    const std::string_view text(kept_.data(), kept_.size() - (code.utf() && !last ? unfinished(kept_) : 0));
    const auto end = begin_ + text.size();
    const auto from = std::max(from_, least_);
    if (from > end)
        return keepFrom(end);
    if (from > most_) {
        found_ = Found::No;
        return;
    }
    if (begin_ > 0)
        options |= PCRE2_NOTBOL;
    std::size_t at = 0;
    const int answer = code.match(text, from - begin_, options, at);
    if (answer >= 0) {
        offset_ = begin_ + at;
        found_ = offset_ <= most_ ? Found::Yes : Found::No;
    } else if (answer == PCRE2_ERROR_PARTIAL) {
        keepFrom(begin_ + at);
        if (kept_.size() > mostKept)
            found_ = Found::TooHard;
    } else if (answer == PCRE2_ERROR_NOMATCH) {
        keepFrom(end);
    } else {
        found_ = Found::TooHard;
    }
}

void PatternSearch::keepFrom(std::size_t position)
{
    from_ = std::max(from_, position);
    const auto behind = pattern_->code().lookBehind();
    const auto keep = position > behind ? position - behind : 0;
    if (keep > begin_) {
        kept_.erase(0, keep - begin_);
        begin_ = keep;
    }
}

} // namespace twinhelm::health
