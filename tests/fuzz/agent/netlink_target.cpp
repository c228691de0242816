#include <vector>

#include "agent/linux/interface_table.h"
#include "agent/linux/route_change.h"
#include "tests/fuzz/agent/targets.h"
#include "tests/fuzz/promise.h"

namespace twinhelm::fuzz
{

using namespace agent;

namespace
{

void checkPrefix(const Prefix &prefix)
{
    promise(prefix.length <= (prefix.address.isV4() ? 32 : 128), "a prefix fits its family");
}

} // namespace

void netlinkTarget(std::string_view input)
{
    // A copy of exactly this size, so that a read beyond it is seen.
    const std::vector<std::uint8_t> bytes(input.begin(), input.end());
    const auto parsed = parseRouteMessages(bytes);
    for (const auto &change : parsed.changes) {
        if (const auto *address = std::get_if<AddressChange>(&change))
            checkPrefix(address->prefix);
        else if (const auto *route = std::get_if<RouteGone>(&change))
            checkPrefix(route->destination);
        else if (const auto *link = std::get_if<LinkChange>(&change))
            promise(link->name.find('\0') == std::string::npos && !(link->removed && link->up), "a link makes sense");
    }
    InterfaceTable table;
    (void)table.apply(parsed.changes);
    for (const auto &name : table.names()) {
        const auto facts = table.facts(name);
        promise(facts.name == name, "facts are those of the interface that was asked for");
        (void)table.link(name);
    }
    (void)table.replace(parsed.changes);
    promise(table.replace(parsed.changes).empty(), "the same dump again is no news");
}

} // namespace twinhelm::fuzz
