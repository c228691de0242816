#include "common/config/syntax/lexer.h"

namespace twinhelm::config
{

namespace
{

/// End of the word that starts at `from`: at a blank, a quote, or a brace that is not part of ${NAME}.
std::size_t wordEnd(std::string_view line, std::size_t from)
{
    auto at = from;
    while (at < line.size() && !isBlank(line[at]) && line[at] != '"') {
        if (line[at] == '$' && at + 1 < line.size() && line[at + 1] == '{') {
            const auto close = line.find('}', at);
            if (close != std::string_view::npos) {
                at = close + 1;
                continue;
            }
        }
        if (line[at] == '{' || line[at] == '}')
            break;
        ++at;
    }
    return at;
}

class Lexer
{
public:
    explicit Lexer(std::string_view text) : text_(text) { out_.all.reserve(text.size() / 4 + 8); }

    Tokens run()
    {
        std::size_t at = 0;
        while (at < text_.size()) {
            out_.lineStarts.push_back(static_cast<std::uint32_t>(out_.all.size()));
            const auto newline = text_.find('\n', at);
            const auto next = newline == std::string_view::npos ? text_.size() : newline + 1;
            auto end = newline == std::string_view::npos ? text_.size() : newline;
            if (newline != std::string_view::npos && end > at && text_[end - 1] == '\r')
                --end;
            line(at, end);
            push(TokenKind::LineEnd, end, next);
            at = next;
        }
        out_.lineStarts.push_back(static_cast<std::uint32_t>(out_.all.size()));
        return std::move(out_);
    }

private:
    void push(TokenKind kind, std::size_t begin, std::size_t end)
    {
        if (begin < end)
            out_.all.push_back({kind, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    }

    std::size_t blanks(std::size_t at, std::size_t end)
    {
        const auto from = at;
        while (at < end && isBlank(text_[at]))
            ++at;
        push(TokenKind::Blank, from, at);
        return at;
    }

    void line(std::size_t begin, std::size_t end)
    {
        const auto bytes = text_.substr(begin, end - begin);
        if (bytes.find('\0') != std::string_view::npos) {
            push(TokenKind::Invalid, begin, end);
            return;
        }
        const auto comment = begin + commentStart(bytes);
        hasDefinition_ = false;
        if (inDefinition_)
            definitionText(begin, comment);
        else
            statement(begin, comment);
        push(TokenKind::Comment, comment, end);
        // A definition goes on after a comment that ends in a backslash.
        if (comment < end && hasDefinition_)
            inDefinition_ = text_[end - 1] == '\\';
    }

    void statement(std::size_t at, std::size_t end)
    {
        at = prefixes(blanks(at, end), end);
        while (at < end) {
            at = blanks(at, end);
            if (at < end)
                at = word(at, end);
        }
    }

    /// Conditions and directives, which may follow each other, then perhaps a definition with its value.
    std::size_t prefixes(std::size_t at, std::size_t end)
    {
        while (at < end) {
            const auto rest = text_.substr(at, end - at);
            auto length = conditionLength(rest);
            auto kind = TokenKind::Condition;
            if (length == 0) {
                length = directiveLength(rest);
                kind = TokenKind::Directive;
            }
            if (length == 0)
                break;
            push(kind, at, at + length);
            at = blanks(at + length, end);
        }
        const auto name = definitionLength(text_.substr(at, end - at));
        if (name == 0)
            return at;
        push(TokenKind::Definition, at, at + name);
        definitionText(at + name, end);
        return end;
    }

    void definitionText(std::size_t at, std::size_t end)
    {
        hasDefinition_ = true;
        at = blanks(at, end);
        auto last = end;
        while (last > at && isBlank(text_[last - 1]))
            --last;
        push(TokenKind::DefinitionText, at, last);
        push(TokenKind::Blank, last, end);
        inDefinition_ = last > at && text_[last - 1] == '\\';
    }

    std::size_t word(std::size_t at, std::size_t end)
    {
        const auto line = text_.substr(0, end);
        if (line[at] == '{' || line[at] == '}') {
            push(line[at] == '{' ? TokenKind::OpenBrace : TokenKind::CloseBrace, at, at + 1);
            // Behind a brace a line begins anew.
            return prefixes(blanks(at + 1, end), end);
        }
        if (line[at] == '"') {
            const auto close = line.find('"', at + 1);
            const auto stop = close == std::string_view::npos ? end : close + 1;
            push(TokenKind::Quoted, at, stop);
            return stop;
        }
        const auto stop = wordEnd(line, at);
        push(TokenKind::Word, at, stop);
        return stop;
    }

    std::string_view text_;
    Tokens out_;
    bool inDefinition_ = false;  ///< the value goes on in the next line
    bool hasDefinition_ = false; ///< this line holds a value, or a part of one
};

} // namespace

Tokens tokenize(std::string_view text)
{
    return Lexer(text).run();
}

std::size_t conditionLength(std::string_view text)
{
    if (text.empty() || text.front() != '@')
        return 0;
    std::size_t at = 1;
    while (at < text.size() && !isBlank(text[at]))
        ++at;
    return at;
}

std::size_t definitionLength(std::string_view text)
{
    if (text.size() < 3 || text[0] != '$' || !isNameStart(text[1]))
        return 0;
    std::size_t at = 2;
    while (at < text.size() && isNameCharacter(text[at]))
        ++at;
    return at < text.size() && text[at] == '=' ? at + 1 : 0;
}

bool isDirective(std::string_view text)
{
    return text.starts_with("~SEQ") || text.starts_with("~LST");
}

std::size_t directiveLength(std::string_view text)
{
    if (!isDirective(text))
        return 0;
    std::size_t open = text.starts_with("~SEQx") ? 5 : 4;
    while (open < text.size() && isBlank(text[open]))
        ++open;
    if (open == text.size() || text[open] != '(')
        return 0;
    const auto close = text.find(')');
    return close == std::string_view::npos ? 0 : close + 1;
}

std::size_t commentStart(std::string_view line)
{
    bool quoted = false;
    for (auto at = line.find_first_of("#!\"\\"); at != std::string_view::npos; at = line.find_first_of("#!\"\\", at)) {
        if (line[at] == '"')
            quoted = !quoted;
        else if (line[at] == '\\')
            ++at; // protects whatever follows
        else if (!quoted)
            return at;
        ++at;
    }
    return line.size();
}

} // namespace twinhelm::config
