#include "common/config/expand/words.h"

#include <array>
#include <optional>
#include <utility>

#include "common/config/syntax/lexer.h"

namespace twinhelm::config
{

namespace
{

int digitValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return 16;
}

/// Up to `most` digits of `base` at `at`, which moves behind them.
std::optional<char> number(std::string_view text, std::size_t &at, int base, std::size_t most)
{
    int value = 0;
    std::size_t used = 0;
    while (used < most && at < text.size() && digitValue(text[at]) < base) {
        value = value * base + digitValue(text[at]);
        ++at;
        ++used;
    }
    return used > 0 ? std::optional(static_cast<char>(value)) : std::nullopt;
}

/// What a backslash at `at` stands for; `at` moves behind it.
char escape(std::string_view text, std::size_t &at)
{
    ++at;
    const char c = text[at];
    if (c == 'x') {
        ++at;
        return number(text, at, 16, 2).value_or('x');
    }
    if (c >= '0' && c <= '7')
        return *number(text, at, 8, 3);
    ++at;
    if (c == 'c' && at < text.size())
        return static_cast<char>(text[at++] & 0x1f);
    static constexpr std::array<std::pair<char, char>, 8> named{
        {{'a', '\a'}, {'b', '\b'}, {'E', '\033'}, {'f', '\f'}, {'n', '\n'}, {'r', '\r'}, {'t', '\t'}, {'v', '\v'}}};
    for (const auto &[letter, value] : named) {
        if (c == letter)
            return value;
    }
    return c;
}

struct Piece {
    std::string text;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool quoted = false;
};

/// Words by the rules for commands: ' and " group and may stand next to plain text, a backslash escapes.
std::vector<Piece> commandPieces(std::string_view text)
{
    std::vector<Piece> out;
    std::size_t at = 0;
    while (true) {
        while (at < text.size() && isBlank(text[at]))
            ++at;
        if (at >= text.size())
            return out;
        Piece piece;
        piece.begin = at;
        char quote = 0;
        while (at < text.size() && (quote != 0 || !isBlank(text[at]))) {
            const char c = text[at];
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
                piece.quoted = true;
                ++at;
            } else if (quote != 0 && c == quote) {
                quote = 0;
                ++at;
            } else if (c == '\\' && at + 1 < text.size()) {
                piece.text += escape(text, at);
            } else {
                piece.text += c;
                ++at;
            }
        }
        piece.end = at;
        out.push_back(std::move(piece));
    }
}

} // namespace

void appendWords(const ExpandedLine &line, std::vector<Word> &out)
{
    const auto text = line.text;
    const auto add = [&](std::size_t begin, std::size_t end, std::size_t trim, std::size_t trimEnd) {
        Word word;
        word.text = text.substr(begin + trim, end - begin - trim - trimEnd);
        word.range = line.range(begin, end);
        if (line.map)
            word.definition = line.map->definition(line.mapOffset + begin, line.mapOffset + end);
        word.quoted = trim > 0;
        out.push_back(word);
    };
    std::size_t at = 0;
    while (at < text.size()) {
        if (isBlank(text[at])) {
            ++at;
            continue;
        }
        const auto begin = at;
        if (text[at] == '"') {
            const auto close = text.find('"', at + 1);
            at = close == std::string_view::npos ? text.size() : close + 1;
            add(begin, at, 1, close == std::string_view::npos ? 0 : 1);
            continue;
        }
        while (at < text.size() && !isBlank(text[at]) && text[at] != '"')
            ++at;
        add(begin, at, 0, 0);
    }
}

void splitWords(const ExpandedLine &line, std::vector<Word> &out)
{
    out.clear();
    appendWords(line, out);
}

std::vector<Word> splitWords(const ExpandedLine &line)
{
    std::vector<Word> out;
    splitWords(line, out);
    return out;
}

std::vector<CommandWord> splitCommandWords(const ExpandedLine &line)
{
    std::vector<CommandWord> out;
    for (auto &piece : commandPieces(line.text))
        out.push_back({std::move(piece.text), line.range(piece.begin, piece.end), piece.quoted});
    return out;
}

std::vector<std::string> splitArguments(std::string_view command)
{
    std::vector<std::string> out;
    for (auto &piece : commandPieces(command))
        out.push_back(std::move(piece.text));
    return out;
}

} // namespace twinhelm::config
