#include "common/diagnostics/mask_secrets.h"

#include <algorithm>
#include <array>
#include <set>

#include "common/config/schema/schema.h"
#include "common/config/schema/spelling.h"
#include "common/config/syntax/lexer.h"

namespace twinhelm
{

namespace
{

using namespace config;

const std::set<std::string_view> &secretKeywords()
{
    static const auto all = [] {
        std::set<std::string_view> out;
        for (const auto &block : schema::blocks()) {
            for (const auto &keyword : block.keywords) {
                if (keyword.kind == schema::Kind::Secret)
                    out.insert(keyword.name);
            }
        }
        return out;
    }();
    return all;
}

/// A short word is too near to many others to be taken for a misspelt one.
bool isSecretKeyword(std::string_view word)
{
    constexpr std::size_t shortest = 6;
    constexpr unsigned oneEdit = 2; // spellingDistance counts halves
    const auto &all = secretKeywords();
    return all.contains(word) ||
           (word.size() >= shortest && std::any_of(all.begin(), all.end(), [&](std::string_view keyword) {
                return keyword.size() >= shortest && schema::spellingDistance(word, keyword, oneEdit) <= oneEdit;
            }));
}

/// $VRRP_PASSWORD=...: the name says what it holds.
bool namesSecret(std::string_view name)
{
    std::string lower(name);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    static constexpr std::array parts{"pass", "secret", "key", "pwd", "auth"};
    return std::any_of(parts.begin(), parts.end(),
                       [&](const char *part) { return lower.find(part) != std::string::npos; });
}

std::size_t afterBlanks(std::string_view line, std::size_t at)
{
    while (at < line.size() && isBlank(line[at]))
        ++at;
    return at;
}

/// Where what a secret keyword is followed by ends: at a closing brace outside quotes, or with the line.
std::size_t valueEnd(std::string_view line, std::size_t at)
{
    bool quoted = false;
    for (; at < line.size(); ++at) {
        if (line[at] == '"')
            quoted = !quoted;
        else if (!quoted && line[at] == '}' && line.substr(0, at).rfind('{') == std::string_view::npos)
            break;
        else if (!quoted && line[at] == '}' && at > 0 && isBlank(line[at - 1]))
            break;
    }
    while (at > 0 && isBlank(line[at - 1]))
        --at;
    return at;
}

/// The first secret from `from` on; empty at the line's end.
std::pair<std::size_t, std::size_t> nextSecret(std::string_view line, std::size_t from)
{
    for (auto at = from; at < line.size(); ++at) {
        const bool wordBegins = at == 0 || isBlank(line[at - 1]) || line[at - 1] == '{' || line[at - 1] == '}';
        if (!wordBegins || (!isNameStart(line[at]) && line[at] != '$'))
            continue;
        auto end = at + 1;
        while (end < line.size() && isNameCharacter(line[end]))
            ++end;
        const auto word = line.substr(at, end - at);
        const bool definition = word.front() == '$' && end < line.size() && line[end] == '=' && namesSecret(word);
        if (definition || isSecretKeyword(word)) {
            const auto begin = afterBlanks(line, definition ? end + 1 : end);
            // A file's path behind the word is no secret.
            if (begin < line.size() && line[begin] != '{' && line[begin] != '/')
                return {begin, std::max(begin + 1, valueEnd(line, begin))};
        }
        at = end - 1;
    }
    return {line.size(), line.size()};
}

} // namespace

std::string maskSecrets(std::string_view line, std::size_t &begin, std::size_t &length)
{
    std::string out;
    std::size_t at = 0;
    const auto end = begin + length;
    auto newBegin = begin;
    auto newEnd = end;
    while (at < line.size()) {
        const auto secret = nextSecret(line, at);
        const auto from = secret.first; // clang 14 captures no structured binding
        const auto to = secret.second;
        out += line.substr(at, from - at);
        if (from == to)
            break;
        const auto masked = out.size();
        out += secretMask;
        const auto moved = [&](std::size_t place, std::size_t now, bool isEnd) {
            if (place >= to)
                return out.size() + (place - to);
            return place > from || (place == from && !isEnd) ? (isEnd ? out.size() : masked) : now;
        };
        newBegin = moved(begin, newBegin, false);
        newEnd = moved(end, newEnd, true);
        at = to;
    }
    begin = std::min(newBegin, out.size());
    length = std::min(std::max(newEnd, begin), out.size()) - begin;
    return out;
}

} // namespace twinhelm
