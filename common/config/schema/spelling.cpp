#include "common/config/schema/spelling.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "common/config/schema/names.h"
#include "common/config/schema/schema.h"

namespace twinhelm::config::schema
{

namespace
{

constexpr std::size_t longest = 63;
constexpr unsigned edit = 2;

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == '-' ? '_' : c;
}

/// Inserting or removing this letter.
unsigned gapCost(std::string_view word, std::size_t at)
{
    const bool plural = at + 1 == word.size() && word[at] == 's';
    return word[at] == '_' || word[at] == '-' || plural ? 1 : edit;
}

unsigned replaceCost(char a, char b)
{
    return a == b ? 0 : lower(a) == lower(b) ? 1 : edit;
}

/// How far a word may be from a keyword to be taken for a slip of the finger.
unsigned tolerance(std::string_view word)
{
    return edit * std::max(1U, static_cast<unsigned>(word.size()) / 4);
}

bool isSuggested(const Keyword &keyword)
{
    return keyword.kind != Kind::Removed && !keyword.name.starts_with('<');
}

/// Of two that are equally near: the one that begins alike, then the one more people need.
bool isBetter(const Keyword &a, const Keyword &b, std::string_view word)
{
    const auto rank = [&](const Keyword &keyword) {
        return std::pair(keyword.name.front() != word.front(),
                         std::pair(keyword.standing != Standing::Current, keyword.level));
    };
    return rank(a) < rank(b);
}

void takeNearest(const Block &block, std::string_view word, unsigned most, Suggestion &best)
{
    for (const auto &keyword : block.keywords) {
        if (!isSuggested(keyword))
            continue;
        const auto limit = best.keyword ? best.steps : most;
        const auto steps = spellingDistance(word, keyword.name, limit);
        if (steps > limit || (best.keyword && steps == best.steps && !isBetter(keyword, *best.keyword, word)))
            continue;
        best = {&keyword, &block, steps};
    }
}

bool isSameButForCase(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

/// advert_interval for advert_int, virtual_ip for virtual_ipaddress: one begins with all of the other.
void takeLongerOrShorter(const Block &block, std::string_view word, Suggestion &best)
{
    constexpr std::size_t enough = 7;
    for (const auto &keyword : block.keywords) {
        const auto common = std::min(keyword.name.size(), word.size());
        const bool fits = common >= enough && keyword.name.substr(0, common) == word.substr(0, common);
        const auto apart = static_cast<unsigned>(std::max(keyword.name.size(), word.size()) - common);
        if (isSuggested(keyword) && fits && (!best.keyword || apart * edit < best.steps))
            best = {&keyword, &block, apart * edit};
    }
}

/// The blocks between which a keyword strays: those around `block`, and those in it.
bool isKin(const Block &block, const Block &other)
{
    const auto top = block.path.substr(0, block.path.find('/'));
    return other.path.empty() || (!top.empty() && other.path.starts_with(top)) || block.path.empty();
}

/// Several blocks know the word: the ones people write most come first.
std::size_t rarity(const Block &block)
{
    static constexpr std::array common{names::vrrpInstance, names::vrrpScript, names::vrrpSyncGroup,
                                       names::virtualServer};
    const auto *found = std::find(common.begin(), common.end(), block.path);
    return static_cast<std::size_t>(found - common.begin());
}

} // namespace

unsigned spellingDistance(std::string_view a, std::string_view b, unsigned most)
{
    const auto far = most + 1;
    const auto longer = std::max(a.size(), b.size());
    if (longer > longest || longer - std::min(a.size(), b.size()) > most)
        return far;
    using Row = std::array<unsigned, longest + 1>;
    Row rows[3];
    Row *before = &rows[0];
    Row *last = &rows[1];
    Row *row = &rows[2];
    (*last)[0] = 0;
    for (std::size_t j = 1; j <= b.size(); ++j)
        (*last)[j] = (*last)[j - 1] + gapCost(b, j - 1);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto least = (*row)[0] = (*last)[0] + gapCost(a, i - 1);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            auto cost = std::min({(*last)[j] + gapCost(a, i - 1), (*row)[j - 1] + gapCost(b, j - 1),
                                  (*last)[j - 1] + replaceCost(a[i - 1], b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && a[i - 1] != a[i - 2])
                cost = std::min(cost, (*before)[j - 2] + edit);
            (*row)[j] = cost;
            least = std::min(least, cost);
        }
        if (least > most + edit) // a swap may still save one edit
            return far;
        std::swap(before, last);
        std::swap(last, row);
    }
    return std::min((*last)[b.size()], far);
}

Suggestion suggest(const Block &block, std::string_view word)
{
    Suggestion best;
    // connect_timeout=10, state: as in other languages
    word = word.substr(0, word.find_first_of("=:;,"));
    if (word.size() < 2 || word.size() > longest)
        return best;
    for (const auto &keyword : block.keywords) {
        if (isSuggested(keyword) && isSameButForCase(keyword.name, word))
            return {&keyword, &block, 1};
    }
    takeNearest(block, word, tolerance(word), best);
    if (best.keyword && best.steps <= edit)
        return best;
    // Spelled right, but for another block: a better guess than a word that shares some letters.
    const Block *home = nullptr;
    const auto strangeness = [&](const Block &one) { return std::pair(!isKin(block, one), rarity(one)); };
    for (const auto &other : blocks()) {
        const auto *keyword = other.entries ? nullptr : find(other, word);
        if (keyword && isSuggested(*keyword) && (!home || strangeness(other) < strangeness(*home)))
            home = &other;
    }
    if (home)
        return {find(*home, word), home, 0};
    if (!best.keyword)
        takeLongerOrShorter(block, word, best);
    if (best.keyword)
        return best;
    for (const auto &other : blocks()) {
        if (!other.entries && &other != &block && isKin(block, other))
            takeNearest(other, word, edit, best);
    }
    return best;
}

std::string_view nearestKeyword(const Block &block, std::string_view word)
{
    if (word.size() < 2)
        return {};
    Suggestion best;
    takeNearest(block, word, tolerance(word), best);
    return best.keyword ? best.keyword->name : std::string_view{};
}

} // namespace twinhelm::config::schema
