#include "common/config/repair/page_lines.h"

#include <algorithm>
#include <array>

#include "common/config/repair/foreign_characters.h"
#include "common/config/schema/schema.h"
#include "common/config/syntax/lexer.h"

namespace twinhelm::config
{

namespace
{

std::string_view trimmed(std::string_view text)
{
    for (std::size_t length = blankLength(text, 0); length > 0; length = blankLength(text, 0))
        text.remove_prefix(length);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::string_view firstWord(std::string_view text)
{
    return text.substr(0, std::min(text.find_first_of(" \t"), text.size()));
}

std::size_t withBlanks(std::string_view line, std::size_t at)
{
    for (std::size_t length = blankLength(line, at); length > 0; length = blankLength(line, at))
        at += length;
    return at;
}

bool isHostCharacter(char c)
{
    return isNameCharacter(c) || c == '-' || c == '.';
}

/// user@host at `at`; where it ends, or `at`.
std::size_t userAtHost(std::string_view line, std::size_t at)
{
    const auto begin = at;
    while (at < line.size() && isHostCharacter(line[at]))
        ++at;
    if (at == begin || at >= line.size() || line[at] != '@')
        return begin;
    const auto host = ++at;
    while (at < line.size() && isHostCharacter(line[at]))
        ++at;
    return at == host ? begin : at;
}

bool isNameByte(char c)
{
    return !isBlank(c) && c != '\n' && c != '{' && c != '}' && c != '#' && c != '"';
}

/// The end of the word at `at`, also of a quoted one.
std::size_t wordEnd(std::string_view text, std::size_t at)
{
    if (at < text.size() && text[at] == '"') {
        const auto close = text.find_first_of("\"\n", at + 1);
        return close == std::string_view::npos || text[close] == '\n' ? at : close + 1;
    }
    while (at < text.size() && isNameByte(text[at]))
        ++at;
    return at;
}

std::size_t afterBlanks(std::string_view text, std::size_t at)
{
    while (at < text.size() && isBlank(text[at]))
        ++at;
    return at;
}

/// At most one comment and line ends between a header and its brace.
bool braceFollows(std::string_view text, std::size_t at)
{
    for (int lines = 0; lines < 3; ++lines) {
        at = afterBlanks(text, at);
        if (at < text.size() && text[at] == '#')
            at = std::min(text.find('\n', at), text.size());
        if (at >= text.size() || text[at] != '\n')
            break;
        ++at;
    }
    return at < text.size() && text[at] == '{';
}

} // namespace

std::vector<PageLine> pageLines(std::string_view text)
{
    std::vector<PageLine> out;
    for (std::size_t at = 0; at < text.size();) {
        const auto newline = text.find('\n', at);
        PageLine line;
        line.begin = at;
        line.end = newline == std::string_view::npos ? text.size() : newline;
        line.next = newline == std::string_view::npos ? text.size() : newline + 1;
        line.text = text.substr(line.begin, line.end - line.begin);
        line.trimmed = trimmed(line.text);
        out.push_back(line);
        at = line.next;
    }
    return out;
}

std::size_t promptLength(std::string_view line)
{
    if (line.starts_with("$ "))
        return withBlanks(line, 1);
    if (line.starts_with('[')) {
        const auto host = userAtHost(line, 1);
        const auto close = line.find(']', host);
        if (host == 1 || close == std::string_view::npos || close + 1 >= line.size() ||
            line.substr(host, close - host).find_first_of("{}\"") != std::string_view::npos)
            return 0;
        return line[close + 1] == '#' || line[close + 1] == '$' ? withBlanks(line, close + 2) : 0;
    }
    const auto host = userAtHost(line, 0);
    if (host == 0 || host >= line.size() || line[host] != ':')
        return 0;
    const auto end = line.find_first_of("#$ \t", host);
    if (end == std::string_view::npos || isBlank(line[end]))
        return 0;
    return withBlanks(line, end + 1);
}

bool isFileCommand(std::string_view line)
{
    static constexpr std::array commands{std::string_view("cat"),  std::string_view("vi"),   std::string_view("vim"),
                                         std::string_view("nano"), std::string_view("less"), std::string_view("more"),
                                         std::string_view("tee"),  std::string_view("sudo"), std::string_view("emacs")};
    if (std::find(commands.begin(), commands.end(), firstWord(line)) == commands.end())
        return false;
    return line.find("/") != std::string_view::npos || line.find(".conf") != std::string_view::npos;
}

std::string_view hereDocumentEnd(std::string_view line)
{
    const auto mark = line.find("<<");
    if (mark == std::string_view::npos || !isFileCommand(line.substr(promptLength(line))))
        return {};
    auto word = line.substr(mark + 2);
    while (!word.empty() &&
           (isBlank(word.front()) || word.front() == '-' || word.front() == '\'' || word.front() == '"'))
        word.remove_prefix(1);
    std::size_t length = 0;
    while (length < word.size() && isNameCharacter(word[length]))
        ++length;
    return word.substr(0, length);
}

bool beginsTopLevelBlock(std::string_view text, std::size_t at)
{
    const auto end = wordEnd(text, at);
    const auto *const keyword = schema::find(schema::blocks().front(), text.substr(at, end - at));
    if (!keyword || !keyword->opensBlock())
        return false;
    std::size_t words = 1;
    auto next = end;
    for (; words < 5; ++words) {
        const auto word = afterBlanks(text, next);
        const auto stop = wordEnd(text, word);
        if (stop == word)
            break;
        next = stop;
    }
    return schema::isNamed(*keyword, words) && braceFollows(text, next) && words <= 4;
}

std::size_t findTopLevelBlock(std::string_view text, std::size_t from)
{
    for (auto at = from; at < text.size(); ++at) {
        if (!isNameStart(text[at]))
            continue;
        const bool wordBegins =
            at == 0 || !(isNameCharacter(text[at - 1]) || text[at - 1] == '-' || text[at - 1] == '.');
        if (wordBegins && beginsTopLevelBlock(text, at))
            return at;
        while (at + 1 < text.size() && isNameCharacter(text[at + 1]))
            ++at;
    }
    return std::string_view::npos;
}

} // namespace twinhelm::config
