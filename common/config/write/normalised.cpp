#include "common/config/write/normalised.h"

#include "common/config/schema/schema.h"
#include "common/config/write/outline_of.h"

namespace twinhelm::config
{

using namespace model;

namespace
{

/// As one word of a line; in quotes when it would not be one without, or would be taken for a directive at the
/// beginning of a line.
std::string word(const std::string &text)
{
    const bool plain = !text.empty() && text.find_first_of(" \t\"#!{}") == std::string::npos;
    const bool directive = !text.empty() && std::string_view("@~$").find(text.front()) != std::string_view::npos;
    return plain && !directive && !schema::isIncludeKeyword(text) ? text : '"' + text + '"';
}

/// The keywords for commands and patterns read escapes inside of quotes.
std::string quotedCommand(const std::string &text)
{
    std::string out = "\"";
    for (const char c : text) {
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\n': out += "\\n"; break;
        case '\t': out += "\\t"; break;
        case '\r': out += "\\r"; break;
        default: out += c;
        }
    }
    return out + '"';
}

std::string textOf(const Term &term)
{
    switch (term.kind) {
    case Term::Kind::Flag: return {};
    case Term::Kind::Command: return quotedCommand(term.text);
    case Term::Kind::Text:
    case Term::Kind::Secret: return word(term.text);
    case Term::Kind::Number:
    case Term::Kind::Truth:
    case Term::Kind::Words: break;
    }
    return term.text;
}

class Writer
{
public:
    std::string write(const Outline &outline)
    {
        bool blockBefore = false;
        for (const auto &item : outline) {
            const bool block = item.form == Item::Form::Block;
            if (!out_.empty() && (block || blockBefore))
                out_ += '\n';
            write(item, 0);
            blockBefore = block;
        }
        return std::move(out_);
    }

private:
    void write(const Item &item, std::size_t depth)
    {
        out_.append(depth * 4, ' ');
        out_ += item.keyword;
        bool first = item.keyword.empty();
        const auto add = [&](std::string_view text) {
            if (text.empty())
                return;
            if (!first)
                out_ += ' ';
            first = false;
            out_ += text;
        };
        for (const auto &term : item.terms) {
            add(term.word);
            add(textOf(term));
        }
        if (item.form != Item::Form::Block) {
            out_ += '\n';
            return;
        }
        out_ += " {\n";
        for (const auto &inner : item.items)
            write(inner, depth + 1);
        out_.append(depth * 4, ' ');
        out_ += "}\n";
    }

    std::string out_;
};

} // namespace

std::string normalisedText(const NodeConfig &config)
{
    return Writer().write(outlineOf(config));
}

} // namespace twinhelm::config
