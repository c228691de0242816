#include "common/config/edit/path.h"

#include <algorithm>
#include <charconv>

#include "common/config/syntax/lexer.h"

namespace twinhelm::config::edit
{

namespace
{

constexpr std::size_t longestPath = 4096;

class Parser
{
public:
    explicit Parser(std::string_view text) : text_(text) {}

    Result<Path> run()
    {
        Path out;
        if (text_.size() > longestPath)
            return refuse("it is longer than any configuration needs");
        while (true) {
            auto step = next();
            if (!step)
                return tl::unexpected(step.error());
            out.steps.push_back(std::move(*step));
            if (at_ == text_.size())
                return out;
            ++at_; // the slash
        }
    }

private:
    [[nodiscard]] tl::unexpected<Error> refuse(const std::string &why) const
    {
        return fail("E0008",
                    "\"" + std::string(text_.substr(0, 200)) + "\" is no path: " + why + " (character " +
                        std::to_string(at_ + 1) + ").",
                    "Write keywords joined by /, names in brackets: vrrp_instance[VI_1]/priority, "
                    "virtual_server[10.0.0.1 80]/real_server[10.0.0.7 80]/weight.");
    }

    Result<Step> next()
    {
        Step step;
        const auto end = std::min(text_.find_first_of("/[]", at_), text_.size());
        step.keyword = text_.substr(at_, end - at_);
        if (step.keyword.empty())
            return refuse("a keyword is missing here");
        if (std::any_of(step.keyword.begin(), step.keyword.end(),
                        [](char c) { return isBlank(c) || static_cast<unsigned char>(c) < ' '; }))
            return refuse("a keyword has no blanks; names stand in brackets");
        at_ = end;
        while (at_ < text_.size() && text_[at_] == '[') {
            auto selector = bracket();
            if (!selector)
                return tl::unexpected(selector.error());
            step.selectors.push_back(std::move(*selector));
        }
        if (at_ < text_.size() && text_[at_] != '/')
            return refuse("a / or the end was expected here");
        return step;
    }

    Result<Selector> bracket()
    {
        Selector out;
        bool quoted = false;
        auto end = at_ + 1;
        while (end < text_.size() && (quoted || text_[end] != ']')) {
            quoted = quoted != (text_[end] == '"');
            ++end;
        }
        if (end == text_.size())
            return refuse("this bracket is never closed");
        const auto inside = text_.substr(at_ + 1, end - at_ - 1);
        if (inside.starts_with('#')) {
            const auto *const last = inside.data() + inside.size();
            const auto [stop, error] = std::from_chars(inside.data() + 1, last, out.number);
            if (error != std::errc{} || stop != last || out.number == 0)
                return refuse("behind [# stands a number from 1 on");
        } else {
            out.name = plainWords(inside);
            if (out.name.empty())
                return refuse("these brackets are empty");
        }
        at_ = end + 1;
        return out;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

std::string bracketed(const Selector &selector)
{
    if (selector.number > 0)
        return "[#" + std::to_string(selector.number) + ']';
    const bool quote = selector.name.find_first_of("[]") != std::string::npos || selector.name.starts_with('#');
    return quote ? "[\"" + selector.name + "\"]" : '[' + selector.name + ']';
}

} // namespace

Result<Path> Path::parse(std::string_view text)
{
    return Parser(text).run();
}

std::string Path::text() const
{
    return text(steps.size());
}

std::string Path::text(std::size_t count) const
{
    std::string out;
    for (std::size_t i = 0; i < std::min(count, steps.size()); ++i) {
        out += (i == 0 ? "" : "/") + steps[i].keyword;
        for (const auto &selector : steps[i].selectors)
            out += bracketed(selector);
    }
    return out;
}

std::string plainWords(std::string_view text)
{
    std::string out;
    bool blank = false;
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') {
            quoted = !quoted;
            continue;
        }
        if (!quoted && isBlank(c)) {
            blank = true;
            continue;
        }
        if (blank && !out.empty())
            out += ' ';
        blank = false;
        out += c;
    }
    return out;
}

} // namespace twinhelm::config::edit
