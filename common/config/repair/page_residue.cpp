#include "common/config/repair/page_residue.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "common/config/repair/page_lines.h"
#include "common/config/syntax/lexer.h"

namespace twinhelm::config
{

namespace
{

using Lines = std::vector<PageLine>;

constexpr std::size_t longestCopy = 1000; // lines

bool equalWithoutCase(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
        return (x >= 'A' && x <= 'Z' ? x + 32 : x) == (y >= 'A' && y <= 'Z' ? y + 32 : y);
    });
}

/// What buttons beside a code box leave behind. Chinese ones stick to the line that follows.
std::size_t copyMarkLength(std::string_view line)
{
    static constexpr std::array stuck{
        std::string_view("\xe5\xa4\x8d\xe5\x88\xb6\xe4\xbb\xa3\xe7\xa0\x81")}; // copy code
    static constexpr std::array alone{
        std::string_view("copy code"),         std::string_view("copy"),
        std::string_view("copied!"),           std::string_view("view plain"),
        std::string_view("copy to clipboard"), std::string_view("\xe5\xa4\x8d\xe5\x88\xb6")};
    for (const auto mark : stuck) {
        if (line.starts_with(mark))
            return mark.size();
    }
    const bool whole = std::any_of(alone.begin(), alone.end(), [&](auto mark) { return equalWithoutCase(line, mark); });
    return whole ? line.size() : 0;
}

/// Some pages show a box's text twice: as it stands, then, behind the button, without its first line.
/// The number of lines from `mark` on that repeat the lines before it.
std::size_t repeatedLines(const Lines &lines, std::size_t mark, std::size_t markLength)
{
    const auto most = std::min({mark, lines.size() - mark, longestCopy});
    const auto after = [&](std::size_t i) {
        return i == 0 ? lines[mark].trimmed.substr(markLength) : lines[mark + i].trimmed;
    };
    for (auto count = most; count > 0; --count) {
        bool same = true;
        for (std::size_t i = 0; same && i < count; ++i) {
            const auto before = lines[mark - count + i].trimmed;
            // The end of the second copy may be cut.
            same = after(i) == before ||
                   (i + 1 == count && count > 2 && !after(i).empty() && before.starts_with(after(i)));
        }
        if (same)
            return count;
    }
    return 0;
}

void removeCopies(PatchedText &text)
{
    const auto lines = pageLines(text.text());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto length = copyMarkLength(lines[i].trimmed);
        if (length == 0)
            continue;
        const auto repeated = repeatedLines(lines, i, length);
        if (repeated > 0) {
            const auto end = lines[i + repeated - 1].next;
            text.propose(lines[i].begin, end, ChangeKind::PageText,
                         "The page's copy button and its second copy of the lines above were taken off.",
                         {{lines[i].begin, end, ""}});
            i += repeated - 1;
        } else {
            const auto begin = static_cast<std::size_t>(lines[i].trimmed.data() - text.text().data());
            const bool whole = length == lines[i].trimmed.size();
            text.propose(begin, begin + length, ChangeKind::PageText, "The page's copy button was taken off.",
                         {{whole ? lines[i].begin : begin, whole ? lines[i].next : begin + length, ""}});
        }
    }
    text.commit();
}

/// The number that starts a line, and its length with what parts it from the line; 0 when there is none.
std::size_t lineNumberLength(std::string_view line, unsigned &number)
{
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), number);
    auto length = static_cast<std::size_t>(end - line.data());
    if (error != std::errc() || length == 0)
        return 0;
    if (length < line.size() && (line[length] == '.' || line[length] == ':' || line[length] == '|'))
        length += length + 1 < line.size() && line[length + 1] >= '0' && line[length + 1] <= '9' ? line.size() : 1;
    else if (length < line.size() && !isBlank(line[length]) && (line[length] & 0x80) == 0)
        return 0;
    return length <= line.size() ? length : 0; // a point within a number is none behind it
}

void removeLineNumbers(PatchedText &text)
{
    std::vector<Patch> patches;
    unsigned last = 0;
    for (const auto &line : pageLines(text.text())) {
        if (line.trimmed.empty())
            continue;
        unsigned number = 0;
        const auto length = lineNumberLength(line.trimmed, number);
        if (length == 0 || (last != 0 && number != last + 1))
            return;
        last = number;
        const auto begin = static_cast<std::size_t>(line.trimmed.data() - text.text().data());
        patches.push_back({line.begin, begin + length, ""});
    }
    if (patches.size() < 3)
        return;
    const auto begin = patches.front().begin;
    const auto end = patches.back().end;
    text.propose(begin, end, ChangeKind::PageText, "Line numbers were taken off.", std::move(patches));
    text.commit();
}

void removeQuoteMarks(PatchedText &text)
{
    std::vector<Patch> patches;
    for (const auto &line : pageLines(text.text())) {
        if (line.trimmed.empty())
            continue;
        if (!line.trimmed.starts_with('>'))
            return;
        const auto begin = static_cast<std::size_t>(line.trimmed.data() - text.text().data());
        patches.push_back({begin, begin + (line.trimmed.starts_with("> ") ? 2 : 1), ""});
    }
    if (patches.size() < 2)
        return;
    const auto begin = patches.front().begin;
    const auto end = patches.back().end;
    text.propose(begin, end, ChangeKind::PageText, "Quote marks were taken off.", std::move(patches));
    text.commit();
}

/// A prompt with its command, or a command alone. A configuration on the same line stays.
bool removeCommand(PatchedText &text, const PageLine &line)
{
    const auto prompt = promptLength(line.trimmed);
    if (prompt == 0 && !isFileCommand(line.trimmed))
        return false;
    const auto block =
        findTopLevelBlock(line.text, static_cast<std::size_t>(line.trimmed.data() - line.text.data()) + prompt);
    const auto end = block == std::string_view::npos ? line.next : line.begin + block;
    text.propose(line.begin, std::min(end, line.end), ChangeKind::PageText,
                 prompt > 0 ? "A shell's prompt and command were taken off." : "A shell's command was taken off.",
                 {{line.begin, end, ""}});
    return true;
}

void removeCommands(PatchedText &text)
{
    std::string_view hereEnd;
    for (const auto &line : pageLines(text.text())) {
        const bool ends = !hereEnd.empty() && line.trimmed == hereEnd;
        if (ends || line.trimmed.starts_with("```")) {
            text.propose(line.begin, line.end, ChangeKind::PageText,
                         ends ? "The end of a shell's here-document was taken off."
                              : "A fence around code was taken off.",
                         {{line.begin, line.next, ""}});
            hereEnd = {};
            continue;
        }
        const auto opened = hereDocumentEnd(line.trimmed);
        if (removeCommand(text, line) && !opened.empty())
            hereEnd = opened;
    }
    text.commit();
}

} // namespace

void removePageResidue(PatchedText &text)
{
    removeLineNumbers(text);
    removeQuoteMarks(text);
    removeCopies(text);
    removeCommands(text);
}

} // namespace twinhelm::config
