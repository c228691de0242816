#include "common/config/repair/brace_ledger.h"

#include <algorithm>
#include <unordered_set>

#include "common/config/repair/page_lines.h"
#include "common/config/schema/schema.h"
#include "common/config/syntax/lexer.h"

namespace twinhelm::config
{

namespace
{

bool hasBrace(std::string_view line)
{
    return line.find_first_of("{}") != std::string_view::npos;
}

/// Whether a word opens a block somewhere below the top level: authentication, virtual_ipaddress.
bool opensInnerBlock(std::string_view word)
{
    static const auto all = [] {
        std::unordered_set<std::string_view> out;
        for (const auto &block : schema::blocks()) {
            for (const auto &keyword : block.keywords) {
                if (!block.path.empty() && !block.entries && keyword.opensBlock())
                    out.insert(keyword.name);
            }
        }
        return out;
    }();
    return all.contains(word);
}

std::size_t firstNonBlank(std::string_view text, std::size_t at, std::size_t end)
{
    while (at < end && isBlank(text[at]))
        ++at;
    return at;
}

} // namespace

BraceLedger::BraceLedger(std::string_view text) : text_(text)
{
    bool definition = false;
    int opened = 0;
    for (const auto &page : pageLines(text)) {
        Line line;
        line.begin = page.begin;
        line.end = page.begin + commentStart(page.text);
        line.opened = opened;
        const auto first = firstNonBlank(text, line.begin, line.end);
        const auto rest = text.substr(first, line.end - first);
        const bool special = definition || definitionLength(rest) > 0 || rest.starts_with('@') ||
                             rest.starts_with('$') || directiveLength(rest) > 0;
        opaque_ = opaque_ || (special && hasBrace(rest));
        definition = (definition || definitionLength(rest) > 0) && page.text.ends_with('\\');
        line.beginsBlock = !special && beginsTopLevelBlock(text, first);
        opened += count(line.begin, line.end);
        lines_.push_back(line);
    }
    lines_.push_back({text.size(), text.size(), opened, true, 0});
    for (auto i = lines_.size() - 1, next = i; i-- > 0;) {
        lines_[i].nextBlock = next;
        if (lines_[i].beginsBlock)
            next = i;
    }
    lines_.back().nextBlock = lines_.size() - 1;
}

std::size_t BraceLedger::lineAt(std::size_t at) const
{
    const auto next = std::upper_bound(lines_.begin(), lines_.end() - 1, at,
                                       [](std::size_t wanted, const Line &line) { return wanted < line.begin; });
    return next == lines_.begin() ? 0 : static_cast<std::size_t>(next - lines_.begin() - 1);
}

int BraceLedger::count(std::size_t begin, std::size_t end) const
{
    int opened = 0;
    bool quoted = false;
    auto brace = begin; // the next one from `at` on
    for (auto at = begin; at < end; ++at) {
        const char c = text_[at];
        if (c == '"')
            quoted = !quoted;
        if (quoted)
            continue;
        if (c == '$' && at + 1 < end && text_[at + 1] == '{') {
            at = std::min(text_.find('}', at), end);
            continue;
        }
        opened += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (!isNameStart(c) || (at > begin && isNameCharacter(text_[at - 1])))
            continue;
        auto stop = at;
        while (stop < end && isNameCharacter(text_[stop]))
            ++stop;
        const auto next = firstNonBlank(text_, stop, end);
        if (brace < stop)
            brace = std::min(text_.find_first_of("{}", stop), end);
        // A header followed by its contents instead of its brace. One at the end of a line may have it below.
        if (next < brace && brace < end && text_[brace] == '}' && opensInnerBlock(text_.substr(at, stop - at)))
            ++opened;
        at = stop - 1;
    }
    return opened;
}

int BraceLedger::openedBelow(std::size_t at) const
{
    const auto line = lineAt(at);
    const auto below = std::min(line + 1, lines_.size() - 1);
    return lines_[lines_[line].nextBlock].opened - lines_[below].opened;
}

int BraceLedger::openedAhead(std::size_t at) const
{
    const auto &line = lines_[lineAt(at)];
    auto end = std::max(at, line.end);
    // A block of the top level further on in this very line ends the account.
    if (const auto block = findTopLevelBlock(text_.substr(0, end), at + 1); block != std::string_view::npos)
        return count(at, block);
    return count(at, end) + openedBelow(at);
}

} // namespace twinhelm::config
