#include "common/config/validate/check_characters.h"

#include "common/config/validate/codes.h"
#include "common/config/validate/finding.h"

namespace twinhelm::config
{

namespace
{

/// Whether such a character stands at `at`: its length in bytes, and what was meant (empty: nothing).
bool isFullWidth(std::string_view text, std::size_t at, std::size_t &length, std::string &ascii)
{
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    length = 3;
    if (byte(0) == 0xef && (byte(1) == 0xbc || byte(1) == 0xbd)) { // U+FF00..U+FF7F
        if (byte(1) == 0xbd && byte(2) > 0x9e)
            return false;
        ascii = std::string(1, static_cast<char>((byte(2) & 0x3fU) + (byte(1) == 0xbc ? 0x20U : 0x60U)));
        return true;
    }
    if (byte(0) == 0xe3 && byte(1) == 0x80 && byte(2) == 0x80) { // ideographic space
        ascii = " ";
        return true;
    }
    if ((byte(0) == 0xe2 && byte(1) == 0x80 && byte(2) == 0x8b) ||
        (byte(0) == 0xef && byte(1) == 0xbb && byte(2) == 0xbf)) {
        ascii.clear(); // zero-width space, byte order mark
        return true;
    }
    length = 2;
    if (byte(0) == 0xc2 && byte(1) == 0xa0) { // no-break space
        ascii = " ";
        return true;
    }
    return false;
}

} // namespace

void checkCharacters(const ExpandedLine &line, Diagnostics &diagnostics)
{
    bool inQuotes = false;
    for (std::size_t at = 0; at < line.text.size(); ++at) {
        const char c = line.text[at];
        if (c == '"')
            inQuotes = !inQuotes;
        if (inQuotes || (c & 0x80) == 0)
            continue;
        std::size_t length = 0;
        std::string ascii;
        if (!isFullWidth(line.text, at, length, ascii))
            continue;
        const auto range = line.range(at, at + length);
        auto one = finding(codes::fullWidthCharacter, range,
                           ascii.empty()  ? "An invisible character stands here; keepalived takes it for a letter."
                           : ascii == " " ? "This blank is not an ASCII blank; keepalived takes it for a letter."
                                          : "This is a full-width character, not " + ascii + '.',
                           Severity::Warning);
        one.fixes.push_back(
            {ascii.empty() ? "Remove it" : "Write the ASCII character", {{range, ascii}}, Certainty::Certain});
        diagnostics.push_back(std::move(one));
        at += length - 1;
    }
}

} // namespace twinhelm::config
