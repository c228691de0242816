#include "common/config/expand/line_splitter.h"

#include <algorithm>
#include <charconv>

#include "common/config/schema/names.h"
#include "common/config/schema/schema.h"
#include "common/config/syntax/lexer.h"

namespace twinhelm::config
{

bool beginsAnew(std::string_view text)
{
    const char first = text.empty() ? '\0' : text.front();
    return first == '@' || first == '$' || first == '~' || (first == 'i' && schema::isIncludeKeyword(firstWord(text)));
}

std::size_t leadingBlanks(std::string_view text)
{
    const auto first = std::find_if_not(text.begin(), text.end(), isBlank);
    return static_cast<std::size_t>(first - text.begin());
}

std::string_view withoutTrailingBlanks(std::string_view text)
{
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::string_view firstWord(std::string_view text)
{
    std::size_t end = 0;
    while (end < text.size() && !isBlank(text[end]) && text[end] != '"')
        ++end;
    return text.substr(0, end);
}

std::optional<ExpandedLine> LineSplitter::split(const ExpandedLine &line)
{
    const auto text = line.text;
    std::size_t from = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        if (text[at] == '"') {
            at = text.find('"', at + 1);
            if (at == std::string_view::npos)
                break;
            ++at;
            continue;
        }
        if (text[at] != '{' && text[at] != '}') {
            ++at;
            continue;
        }
        push(line, from, at, ExpandedLine::Kind::Text);
        push(line, at, at + 1, text[at] == '{' ? ExpandedLine::Kind::Open : ExpandedLine::Kind::Close);
        from = ++at;
        const auto next = from + leadingBlanks(text.substr(from));
        if (next == text.size())
            return std::nullopt;
        if (beginsAnew(text.substr(next)))
            return line.from(next);
    }
    push(line, from, text.size(), ExpandedLine::Kind::Text);
    return std::nullopt;
}

void LineSplitter::add(const ExpandedLine &line)
{
    follow(line);
    context_.out->lines.push_back(line);
}

void LineSplitter::reset()
{
    globalDepth_ = 0;
    globalAhead_ = false;
}

void LineSplitter::push(const ExpandedLine &line, std::size_t from, std::size_t to, ExpandedLine::Kind kind)
{
    from += leadingBlanks(line.text.substr(from, to - from));
    auto part = line.from(from);
    part.text = withoutTrailingBlanks(part.text.substr(0, to - from));
    part.kind = kind;
    if (!part.text.empty())
        add(part);
}

void LineSplitter::follow(const ExpandedLine &line)
{
    switch (line.kind) {
    case ExpandedLine::Kind::Text:
        if (globalDepth_ == 1)
            applyGlobal(line.text);
        globalAhead_ = globalDepth_ == 0 && line.text.front() == schema::names::globalDefs.front() &&
                       firstWord(line.text) == schema::names::globalDefs;
        break;
    case ExpandedLine::Kind::Open:
        if (globalDepth_ > 0 || globalAhead_)
            ++globalDepth_;
        globalAhead_ = false;
        break;
    case ExpandedLine::Kind::Close:
        if (globalDepth_ > 0)
            --globalDepth_;
        break;
    }
}

void LineSplitter::applyGlobal(std::string_view text)
{
    const auto word = firstWord(text);
    auto arguments = text.substr(word.size());
    if (word == schema::names::includeCheck) {
        context_.state.includeChecks.change(arguments);
        context_.stateUsed = true;
    } else if (word == schema::names::randomSeed) {
        arguments.remove_prefix(leadingBlanks(arguments));
        std::uint32_t seed = 0;
        const auto *const end = arguments.data() + arguments.size();
        if (std::from_chars(arguments.data(), end, seed).ec == std::errc{})
            context_.state.random.setSeed(seed);
        context_.stateUsed = true;
    }
}

} // namespace twinhelm::config
