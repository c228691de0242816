#include "common/config/validate/check_words.h"

#include <algorithm>

#include "common/config/validate/check_argument.h"
#include "common/config/validate/codes.h"
#include "common/config/validate/finding.h"

namespace twinhelm::config
{

namespace
{

using schema::Argument;
using schema::Kind;

class Walk
{
public:
    Walk(std::span<const Argument> grammar, Words words, Diagnostics &diagnostics)
        : grammar_(grammar), words_(words), diagnostics_(diagnostics)
    {
    }

    std::size_t run(std::size_t at)
    {
        while (at < words_.size()) {
            const auto next = one(at);
            if (next == at)
                break;
            at = next;
        }
        for (auto i = next_; i < grammar_.size(); ++i) {
            if (!grammar_[i].required || !grammar_[i].word.empty() || (i == next_ && repeated_))
                continue;
            diagnostics_.push_back(
                finding(codes::missingValue, words_.back().range, std::string(grammar_[i].meta) + " is missing here."));
            break;
        }
        return at;
    }

private:
    /// The index behind what words_[at] begins; `at` when it fits nowhere.
    std::size_t one(std::size_t at)
    {
        const auto &word = words_[at];
        const auto named = std::find_if(grammar_.begin(), grammar_.end(), [&](const Argument &argument) {
            return !argument.word.empty() && !word.quoted && argument.word == word.text;
        });
        return named != grammar_.end() ? valueOf(*named, at) : positional(at);
    }

    std::size_t valueOf(const Argument &argument, std::size_t at)
    {
        if (argument.kind == Kind::Flag || argument.kind == Kind::List)
            return at + 1;
        if (at + 1 == words_.size()) {
            diagnostics_.push_back(
                finding(codes::missingValue, words_[at].range,
                        std::string(argument.word) + " needs a value: " + std::string(argument.meta) + '.'));
            return at + 1;
        }
        checkArgument(Expected::of(argument), words_[at + 1], diagnostics_);
        return at + 2;
    }

    std::size_t positional(std::size_t at)
    {
        const auto isFree = [](const Argument &argument) { return argument.word.empty(); };
        auto first = std::find_if(grammar_.begin() + static_cast<std::ptrdiff_t>(next_), grammar_.end(), isFree);
        if (first == grammar_.end())
            return at;
        // An optional one that does not fit may have been left out.
        auto chosen = first;
        while (chosen != grammar_.end() && !fits(Expected::of(*chosen), words_[at])) {
            if (chosen->required || (repeated_ && chosen == first && std::next(chosen) == grammar_.end())) {
                chosen = grammar_.end();
                break;
            }
            chosen = std::find_if(std::next(chosen), grammar_.end(), isFree);
        }
        if (chosen == grammar_.end()) {
            chosen = first;
            checkArgument(Expected::of(*chosen), words_[at], diagnostics_);
        }
        next_ = static_cast<std::size_t>(chosen - grammar_.begin());
        repeated_ = chosen->repeats;
        if (!repeated_)
            ++next_;
        return at + 1;
    }

    std::span<const Argument> grammar_;
    Words words_;
    Diagnostics &diagnostics_;
    std::size_t next_ = 0;  ///< where positions go on
    bool repeated_ = false; ///< grammar_[next_] was there already
};

} // namespace

std::size_t checkWords(std::span<const Argument> grammar, Words words, std::size_t from, Diagnostics &diagnostics)
{
    return Walk(grammar, words, diagnostics).run(from);
}

} // namespace twinhelm::config
