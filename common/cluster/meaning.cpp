#include "common/cluster/meaning.h"

#include <algorithm>

#include "common/cluster/item.h"
#include "common/cluster/slot.h"
#include "common/cluster/split.h"
#include "common/config/expand/expander.h"
#include "common/config/syntax/lexer.h"

namespace twinhelm::cluster
{

namespace
{

/// With single blanks between words.
std::string collapsed(std::string_view text)
{
    std::string out;
    bool quoted = false;
    for (const char c : text) {
        quoted = quoted != (c == '"');
        const bool blank = !quoted && config::isBlank(c);
        if (!blank || !out.ends_with(' '))
            out += blank ? ' ' : c;
    }
    return out;
}

std::vector<std::string> expandedLines(std::string_view text, std::string_view node)
{
    config::SourceSet sources;
    sources.add({}, std::string(text));
    config::ExpandOptions options;
    options.nodeId = node;
    // An include becomes one line that names it.
    options.readFile = [](const std::string &path) { return std::optional("included \"" + path + "\"\n"); };
    options.findFiles = [](const std::string &pattern) { return std::vector<std::string>{pattern}; };
    Diagnostics findings; // of the text as it is, not of its merging
    const auto expanded = config::Expander(sources, findings, std::move(options)).run();
    std::vector<std::string> out;
    for (const auto &line : expanded.lines)
        out.push_back(collapsed(line.text));
    return out;
}

/// Blocks of the top level as one piece each, the movable ones sorted behind the others.
std::vector<std::string> sorted(const std::vector<std::string> &lines)
{
    std::vector<std::string> fixed;
    std::vector<std::string> movable;
    for (std::size_t i = 0; i < lines.size();) {
        std::string piece;
        int depth = 0;
        const auto first = i;
        do {
            const auto &line = lines[i];
            depth += line.ends_with('{') ? 1 : line == "}" ? -1 : 0;
            piece += line + '\n';
            ++i;
        } while (i < lines.size() && (depth > 0 || (i == first + 1 && lines[i] == "{")));
        const auto keyword = std::string_view(lines[first]).substr(0, lines[first].find(' '));
        (isMovable(keyword, piece.find("{\n") != std::string::npos) ? movable : fixed).push_back(std::move(piece));
    }
    std::sort(movable.begin(), movable.end());
    fixed.insert(fixed.end(), movable.begin(), movable.end());
    return fixed;
}

} // namespace

Meaning meaningFor(std::string_view text, std::string_view node)
{
    return {expandedLines(text, node), statementsOf(itemsOf(config::parse(splitFor(text, node))))};
}

Meaning withoutOrder(const Meaning &meaning)
{
    return {sorted(meaning.expanded), sorted(meaning.written)};
}

} // namespace twinhelm::cluster
