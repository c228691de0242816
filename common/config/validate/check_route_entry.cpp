#include "common/config/validate/check_route_entry.h"

#include <algorithm>
#include <array>

#include "common/config/model/read_value.h"
#include "common/config/schema/names.h"
#include "common/config/schema/schema.h"
#include "common/config/validate/codes.h"

namespace twinhelm::config
{

namespace names = schema::names;

namespace
{

bool isOneOf(std::string_view word, const auto &words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// In front of a value: mtu lock 1400, via inet6 fe80::1.
bool isQualifier(std::string_view word)
{
    static constexpr std::array qualifiers{names::lock, names::inet, names::inet6};
    return isOneOf(word, qualifiers);
}

void report(Diagnostics &diagnostics, std::string_view code, const Word &word, std::string message)
{
    diagnostics.push_back({std::string(code),
                           Severity::Error,
                           word.range,
                           '"' + std::string(word.text) + "\" " + std::move(message),
                           {},
                           {},
                           {}});
}

} // namespace

void checkRouteEntry(const schema::Block &entry, Words words, Diagnostics &diagnostics)
{
    bool destination = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto &word = words[i];
        if (word.text == names::nexthop || word.text == names::encap)
            return;
        if (word.text == names::to || isOneOf(word.text, names::routeTypes))
            continue;
        if (const auto *option = schema::find(entry, word.text)) {
            const bool gateway = option->name == names::via || option->aliasOf == names::via;
            if (option->kind != schema::Kind::Flag)
                i += i + 1 < words.size() && isQualifier(words[i + 1].text) ? 2 : 1;
            if (gateway && i < words.size() && !model::readAddress(words[i].text))
                report(diagnostics, codes::notAnAddress, words[i], "is not the address of a gateway.");
        } else if (!destination && model::readPrefix(word.text)) {
            destination = true;
        } else {
            report(diagnostics, codes::badEntry, word,
                   destination ? "is no option of a route." : "is neither a destination nor an option of a route.");
            return; // what follows may be its argument
        }
    }
}

} // namespace twinhelm::config
