#include "common/config/repair/text_kind.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "common/config/repair/page_lines.h"
#include "common/config/schema/names.h"
#include "common/config/schema/schema.h"
#include "common/config/syntax/lexer.h"

namespace twinhelm::config
{

namespace
{

constexpr std::size_t mostLines = 2000; // enough to judge by

std::string_view firstWord(std::string_view line)
{
    return line.substr(0, std::min(line.find_first_of(" \t{}#\r\""), line.size()));
}

/// #!/bin/bash, also where its # or its ! was lost.
bool isShebang(std::string_view line)
{
    while (line.starts_with('#') || line.starts_with('!') || line.starts_with(' '))
        line.remove_prefix(1);
    return line.starts_with("/bin/") || line.starts_with("/usr/bin/") || line.starts_with("/usr/bin/env");
}

bool isShell(std::string_view line)
{
    static constexpr std::array words{
        std::string_view("if"),     std::string_view("then"),      std::string_view("fi"),
        std::string_view("else"),   std::string_view("elif"),      std::string_view("done"),
        std::string_view("echo"),   std::string_view("systemctl"), std::string_view("ifconfig"),
        std::string_view("sleep"),  std::string_view("exit"),      std::string_view("for"),
        std::string_view("while"),  std::string_view("service"),   std::string_view("ip"),
        std::string_view("yum"),    std::string_view("apt-get"),   std::string_view("cd"),
        std::string_view("export"), std::string_view("modprobe"),  std::string_view("esac")};
    const auto word = firstWord(line);
    return std::find(words.begin(), words.end(), word) != words.end() || word.starts_with("if[") ||
           line.find("$(") != std::string_view::npos || line.find('`') != std::string_view::npos ||
           line.find("&&") != std::string_view::npos || line.find(";then") != std::string_view::npos;
}

/// A line that can only be the header of a block of the top level, its brace being lost.
bool isBareHeader(std::string_view line)
{
    const auto word = firstWord(line);
    const auto *const keyword = word.empty() ? nullptr : schema::find(schema::blocks().front(), word);
    if (!keyword || !keyword->opensBlock() || keyword->arguments.starts_with('{') ||
        schema::blocksWith(word).size() > 1)
        return false;
    const auto blanks = std::count(line.begin(), line.end(), ' ');
    return blanks >= 1 && blanks <= 3 && schema::isNamed(*keyword, 2);
}

} // namespace

bool looksLikeScript(std::string_view text)
{
    if (findTopLevelBlock(text) != std::string_view::npos) {
        // A script may hold a whole configuration, but not the other way round.
        for (const auto &line : pageLines(text)) {
            if (!line.trimmed.empty())
                return line.trimmed.starts_with("#!/") || (line.trimmed.starts_with('!') && isShebang(line.trimmed));
        }
        return false;
    }
    std::size_t shell = 0;
    std::size_t other = 0;
    for (const auto &line : pageLines(text)) {
        auto meant = line.trimmed.substr(promptLength(line.trimmed));
        if (meant.empty())
            continue;
        if (shell + other == 0 && (meant.starts_with('#') || meant.starts_with('!') || meant.starts_with('/')) &&
            isShebang(meant))
            return true;
        if (!meant.starts_with('#'))
            ++(isShell(meant) ? shell : other);
        if (shell + other > mostLines)
            break;
    }
    return shell >= 2 && shell > other;
}

Judged judgeText(std::string_view text)
{
    const auto all = schema::blocks();
    if (findTopLevelBlock(text) != std::string_view::npos)
        return {TextKind::Configuration, &all.front()};
    for (const auto &line : pageLines(text)) {
        if (isBareHeader(line.trimmed))
            return {TextKind::Configuration, &all.front()};
    }
    std::map<std::size_t, std::size_t> known; // lines that are valid in a block, by its number
    std::size_t lines = 0;
    for (const auto &line : pageLines(text)) {
        const auto word = firstWord(line.trimmed);
        if (word.empty() || lines >= mostLines)
            continue;
        ++lines;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto *const keyword = all[i].entries ? nullptr : schema::find(all[i], word);
            if (keyword && keyword->kind != schema::Kind::Removed)
                ++known[i];
        }
    }
    const auto best =
        std::max_element(known.begin(), known.end(), [](const auto &a, const auto &b) { return a.second < b.second; });
    if (best == known.end())
        return {TextKind::Other, nullptr};
    if (best->first == 0)
        return {TextKind::Configuration, &all.front()};
    return {TextKind::Part, &all[best->first]};
}

void askAboutCopies(PatchedText &text)
{
    std::set<std::string_view> seen;
    const std::string_view all = text.text();
    std::size_t depth = 0;
    for (const auto &line : pageLines(all)) {
        const auto meant = line.text.substr(0, commentStart(line.text));
        const auto word = firstWord(line.trimmed);
        if (depth == 0 && word == schema::names::globalDefs && !seen.insert(word).second) {
            text.propose(line.begin, line.end, ChangeKind::Meaning,
                         "The settings of a whole node stand here once more.", {},
                         "Are these the files of several nodes? Then repair them one by one.");
        }
        const auto opened = static_cast<std::size_t>(std::count(meant.begin(), meant.end(), '{'));
        const auto closed = static_cast<std::size_t>(std::count(meant.begin(), meant.end(), '}'));
        depth = depth + opened > closed ? depth + opened - closed : 0;
    }
}

} // namespace twinhelm::config
