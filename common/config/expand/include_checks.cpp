#include "common/config/expand/include_checks.h"

#include <array>
#include <utility>

#include "common/config/schema/names.h"
#include "common/config/syntax/lexer.h"

namespace twinhelm::config
{

namespace
{

std::string_view takeWord(std::string_view &text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    std::size_t end = 0;
    while (end < text.size() && !isBlank(text[end]))
        ++end;
    const auto word = text.substr(0, end);
    text.remove_prefix(end);
    return word;
}

} // namespace

IncludeChecks IncludeChecks::ofDirective(std::string_view directive, IncludeChecks standing)
{
    auto checks = standing;
    const char letter = directive.empty() ? 'e' : directive.back();
    const bool all = letter == 'a';
    checks.read = checks.read || all || letter == 'r' || letter == 'm' || letter == 'w' || letter == 'b';
    checks.match = checks.match || all || letter == 'm' || letter == 'w';
    checks.wildcard = checks.wildcard || all || letter == 'w';
    checks.brace = checks.brace || all || letter == 'b';
    return checks;
}

void IncludeChecks::change(std::string_view arguments)
{
    namespace names = schema::names;
    static constexpr std::array<std::pair<std::string_view, bool IncludeChecks::*>, 4> known{
        {{names::checkRead, &IncludeChecks::read},
         {names::checkMatch, &IncludeChecks::match},
         {names::checkWildcardMatch, &IncludeChecks::wildcard},
         {names::checkBraceMatch, &IncludeChecks::brace}}};
    auto word = takeWord(arguments);
    if (word.empty())
        *this = {true, true, true, true};
    bool fresh = false; // what stood before is gone
    for (; !word.empty(); word = takeWord(arguments)) {
        const char sign = word.front();
        if (sign == '+' || sign == '-')
            word.remove_prefix(1);
        else if (!std::exchange(fresh, true))
            *this = {};
        for (const auto &[text, member] : known) {
            if (word != text)
                continue;
            this->*member = sign != '-';
            read = read || sign != '-'; // each of the others includes it
        }
    }
}

} // namespace twinhelm::config
