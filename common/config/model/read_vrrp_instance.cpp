#include <string_view>
#include <unordered_map>

#include "common/config/model/build.h"
#include "common/config/model/read_value.h"
#include "common/config/schema/names.h"

namespace twinhelm::config::model
{

namespace names = schema::names;

namespace
{

using Reader = void (*)(VrrpInstance &, const Statement &);

void readAuthentication(VrrpInstance &instance, const Statement &block)
{
    auto &authentication = instance.authentication;
    authentication.range = block.line().range();
    forEachStatement(block.expanded, block.tree, block.index, [&](const Statement &statement) {
        if (statement.keyword() == names::authType)
            take(authentication.type, statement);
        else if (const auto *word = statement.argument(); word && statement.keyword() == names::authPass)
            authentication.password.set(Secret(std::string(word->text)), word->range);
    });
}

void readUnicastPeers(VrrpInstance &instance, const Statement &block)
{
    instance.unicastRange = block.line().range();
    forEachStatement(block.expanded, block.tree, block.index, [&](const Statement &entry) {
        if (const auto address = readAddress(entry.keyword()))
            instance.unicastPeers.emplace_back(*address, entry.words.front().range);
    });
}

void readAddresses(std::vector<VirtualAddress> &addresses, const Statement &block)
{
    forEachStatement(block.expanded, block.tree, block.index, [&](const Statement &entry) {
        if (auto address = readVirtualAddress(entry))
            addresses.push_back(std::move(*address));
    });
}

const std::unordered_map<std::string_view, Reader> &readers()
{
    static const std::unordered_map<std::string_view, Reader> table{
        {names::state, [](auto &i, const auto &s) { take(i.state, s); }},
        {names::interface, [](auto &i, const auto &s) { take(i.interface, s); }},
        {names::virtualRouterId, [](auto &i, const auto &s) { take(i.virtualRouterId, s); }},
        {names::version, [](auto &i, const auto &s) { take(i.version, s); }},
        {names::priority, [](auto &i, const auto &s) { take(i.priority, s); }},
        {names::advertInt, [](auto &i, const auto &s) { take(i.advertInterval, s); }},
        {names::nopreempt, [](auto &i, const auto &s) { takeFlag(i.nopreempt, s); }},
        {names::preempt, [](auto &i, const auto &) { i.nopreempt = {}; }},
        {names::preemptDelay, [](auto &i, const auto &s) { take(i.preemptDelay, s); }},
        {names::downTimerAdverts, [](auto &i, const auto &s) { take(i.downTimerAdverts, s); }},
        {names::strictMode, [](auto &i, const auto &s) { take(i.strict, s); }},
        {names::nativeIpv6, [](auto &i, const auto &s) { takeFlag(i.nativeIpv6, s); }},
        {names::mcastSrcIp, [](auto &i, const auto &s) { take(i.multicastSource, s); }},
        {names::unicastSrcIp, [](auto &i, const auto &s) { take(i.unicastSource, s); }},
        {names::unicastTtl, [](auto &i, const auto &s) { take(i.unicastTtl, s); }},
        {names::noVirtualIpaddress, [](auto &i, const auto &s) { takeFlag(i.noVirtualAddress, s); }},
        {names::lowerPrioNoAdvert, [](auto &i, const auto &s) { take(i.lowerPriorityNoAdvert, s); }},
        {names::higherPrioSendAdvert, [](auto &i, const auto &s) { take(i.higherPrioritySendAdvert, s); }},
        {names::dontTrackPrimary, [](auto &i, const auto &s) { takeFlag(i.dontTrackPrimary, s); }},
        {names::useVmac, [](auto &i, const auto &s) { takeFlag(i.useVmac, s); }},
        {names::trackScript, [](auto &i, const auto &s) { take(i.trackScripts, s); }},
        {names::trackInterface, [](auto &i, const auto &s) { take(i.trackInterfaces, s); }},
        {names::authentication, readAuthentication},
        {names::unicastPeer, readUnicastPeers},
        {names::virtualIpaddress,
         [](auto &i, const auto &s) {
             i.addressesRange = s.line().range();
             readAddresses(i.addresses, s);
         }},
        {names::virtualIpaddressExcluded, [](auto &i, const auto &s) { readAddresses(i.excludedAddresses, s); }},
    };
    return table;
}

} // namespace

VrrpInstance readVrrpInstance(const Statement &block)
{
    VrrpInstance instance;
    instance.range = block.line().range();
    take(instance.name, block);
    forEachStatement(block.expanded, block.tree, block.index, [&](const Statement &statement) {
        const auto reader = readers().find(statement.keyword());
        if (reader != readers().end())
            reader->second(instance, statement);
        else if (!readAnnounce(instance.announce, statement.keyword(), statement))
            take(instance.notify, statement);
    });
    return instance;
}

} // namespace twinhelm::config::model
