#include <algorithm>
#include <cctype>

#include "agent/linux/netlink_message.h"
#include "agent/store/journal_segments.h"
#include "agent/vrrp/address_ledger.h"
#include "agent/vrrp/object_ledger.h"
#include "common/wire/json.h"
#include "tests/fuzz/agent/targets.h"
#include "tests/fuzz/promise.h"

namespace twinhelm::fuzz
{

using namespace agent;

namespace
{

void readAddresses(std::string_view text, std::string_view whole)
{
    const auto held = AddressLedger::leftovers(text);
    promise(held == AddressLedger::leftovers(whole), "a line that was cut short says nothing");
    std::string removal(whole);
    for (const auto &one : held)
        removal += "del " + one.interface + ' ' + one.address.prefix.toString() + ' ' +
                   (one.address.peer ? one.address.peer->toString() : "-") + ' ' + one.instance + '\n';
    promise(AddressLedger::leftovers(removal).empty(), "what is taken off is not left over");
}

void readObjects(std::string_view text, std::string_view whole)
{
    const auto objects = ObjectLedger::read(text);
    promise(objects == ObjectLedger::read(whole), "a line that was cut short says nothing");
    std::string removal(whole);
    for (const auto &[kind, entries] : objects) {
        for (const auto &[key, value] : entries) {
            removal += std::string("- ") + static_cast<char>(kind) + ' ' + key + '\n';
            const auto message = fromHex(value);
            auto digits = value;
            std::transform(digits.begin(), digits.end(), digits.begin(),
                           [](unsigned char c) { return std::tolower(c); });
            // Netlink pads to four bytes.
            promise(!message || toHex(message).starts_with(digits),
                    "a remembered request is the one that was remembered");
        }
    }
    for (const auto &[kind, entries] : ObjectLedger::read(removal))
        promise(entries.empty(), "what is removed is not left over");
}

} // namespace

void ledgerTarget(std::string_view input)
{
    const auto whole = input.substr(0, input.rfind('\n') + 1);
    readAddresses(input, whole);
    readObjects(input, whole);
    while (const auto row = store::takeLine(input)) {
        const auto id = store::rowId(*row);
        const auto event = wire::parseEvent(*row);
        promise(!id || !event || event->id == *id, "a row has one id");
    }
}

} // namespace twinhelm::fuzz
