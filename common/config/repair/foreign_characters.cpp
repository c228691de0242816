#include "common/config/repair/foreign_characters.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "common/config/syntax/lexer.h"

namespace twinhelm::config
{

namespace
{

struct Row {
    std::string_view bytes;
    std::string_view ascii;
};

constexpr std::array rows{
    Row{"\xc2\xa0", " "},      // no-break space
    Row{"\xe3\x80\x80", " "},  // ideographic space
    Row{"\xe2\x80\xaf", " "},  // narrow no-break space
    Row{"\xe2\x80\x8b", ""},   // zero-width space
    Row{"\xe2\x80\x8c", ""},   // zero-width non-joiner
    Row{"\xe2\x80\x8d", ""},   // zero-width joiner
    Row{"\xe2\x81\xa0", ""},   // word joiner
    Row{"\xef\xbb\xbf", ""},   // byte order mark
    Row{"\xc2\xad", ""},       // soft hyphen
    Row{"\xe2\x80\xa8", "\n"}, // line separator
    Row{"\xe2\x80\xa9", "\n"}, // paragraph separator
    Row{"\xe2\x80\x9c", "\""}, // smart quotes
    Row{"\xe2\x80\x9d", "\""}, //
    Row{"\xe2\x80\x9e", "\""}, //
    Row{"\xe2\x80\x98", "'"},  //
    Row{"\xe2\x80\x99", "'"},  //
    Row{"\xe2\x80\x90", "-"},  // hyphens and dashes
    Row{"\xe2\x80\x91", "-"},  //
    Row{"\xe2\x80\x93", "-"},  //
    Row{"\xe2\x80\x94", "-"},  //
    Row{"\xe2\x88\x92", "-"},  // minus
    Row{"\xe3\x80\x82", "."},  // ideographic full stop
    Row{"&nbsp;", " "},        // HTML
    Row{"&lt;", "<"},          //
    Row{"&gt;", ">"},          //
    Row{"&quot;", "\""},       //
    Row{"&#34;", "\""},        //
    Row{"&#39;", "'"},         //
    Row{"&apos;", "'"},        //
    Row{"&amp;", "&"},         //
    Row{"<br>", "\n"},         //
    Row{"<br/>", "\n"},        //
    Row{"<br />", "\n"},       //
};

/// U+FF01..U+FF5E, the ASCII characters once more.
constexpr auto ascii = [] {
    std::array<char, 95> out{};
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = static_cast<char>(0x20 + i);
    return out;
}();

std::uint8_t byteAt(std::string_view text, std::size_t at)
{
    return at < text.size() ? static_cast<std::uint8_t>(text[at]) : std::uint8_t{0};
}

/// Chinese or Japanese words: a line of prose, not a value.
bool isProse(std::string_view line)
{
    return std::any_of(line.begin(), line.end(), [](char c) {
        const auto byte = static_cast<std::uint8_t>(c);
        return byte >= 0xe4 && byte <= 0xe9;
    });
}

/// From the first # or ! outside double quotes, of whichever width and shape.
std::size_t commentBegin(std::string_view line)
{
    bool quoted = false;
    for (std::size_t at = 0; at < line.size(); ++at) {
        const auto foreign = foreignCharacter(line, at);
        const char c = foreign && foreign->ascii.size() == 1 ? foreign->ascii.front() : foreign ? ' ' : line[at];
        if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == '#' || c == '!'))
            return at + (foreign ? foreign->length : 0);
        else if (c == '\\')
            ++at;
        if (foreign)
            at += foreign->length - 1;
    }
    return line.size();
}

void repairLine(PatchedText &text, std::size_t begin, std::string_view line)
{
    const auto end = commentBegin(line);
    if (isProse(line.substr(0, end)))
        return;
    bool quoted = false;
    for (std::size_t at = 0; at < end; ++at) {
        if (line[at] == '"')
            quoted = !quoted;
        if (quoted)
            continue;
        std::vector<Patch> patches;
        const auto first = at;
        // Neighbours are one change.
        while (const auto foreign = at < end ? foreignCharacter(line, at) : std::nullopt) {
            patches.push_back({begin + at, begin + at + foreign->length, std::string(foreign->ascii)});
            at += foreign->length;
        }
        if (patches.empty())
            continue;
        text.propose(begin + first, begin + at, ChangeKind::Character,
                     "Characters of a web page or an input method became the ASCII characters they look like.",
                     std::move(patches));
        --at;
    }
}

} // namespace

std::optional<ForeignCharacter> foreignCharacter(std::string_view text, std::size_t at)
{
    const auto first = byteAt(text, at);
    if (first == '&' || first == '<' || first >= 0xc2) {
        for (const auto &row : rows) {
            if (text.substr(at).starts_with(row.bytes))
                return ForeignCharacter{row.bytes.size(), row.ascii};
        }
    }
    const auto second = byteAt(text, at + 1);
    const auto third = byteAt(text, at + 2);
    if (first != 0xef || (second != 0xbc && second != 0xbd) || third < 0x80 || third > (second == 0xbd ? 0x9e : 0xbf))
        return std::nullopt;
    const auto index = static_cast<std::size_t>((third & 0x3fU) + (second == 0xbc ? 0U : 0x40U));
    return ForeignCharacter{3, std::string_view(&ascii.at(index), 1)};
}

std::size_t blankLength(std::string_view text, std::size_t at)
{
    if (at >= text.size())
        return 0;
    if (isBlank(text[at]))
        return 1;
    const auto foreign = foreignCharacter(text, at);
    return foreign && (foreign->ascii.empty() || foreign->ascii == " ") ? foreign->length : 0;
}

void repairCharacters(PatchedText &text)
{
    const std::string_view all = text.text();
    for (std::size_t at = 0; at < all.size();) {
        const auto end = std::min(all.find('\n', at), all.size());
        repairLine(text, at, all.substr(at, end - at));
        at = end + 1;
    }
    text.commit();
    // Line ends of an old kind, or of a text that went through one.
    const std::string_view now = text.text();
    if (now.find('\n') != std::string_view::npos || now.find('\r') == std::string_view::npos)
        return;
    std::vector<Patch> patches;
    for (auto at = now.find('\r'); at != std::string_view::npos; at = now.find('\r', at + 1))
        patches.push_back({at, at + 1, "\n"});
    if (patches.size() == 1 && patches.front().end == now.size())
        return;
    const auto begin = patches.front().begin;
    const auto end = patches.back().end;
    text.propose(begin, end, ChangeKind::Character, "Carriage returns became line ends.", std::move(patches));
    text.commit();
}

} // namespace twinhelm::config
