#include <algorithm>

#include "common/config/model/announce_fields.h"
#include "common/config/model/blocks.h"
#include "common/config/model/build.h"
#include "common/config/model/notify_fields.h"
#include "common/config/model/read_value.h"
#include "common/config/model/word_cursor.h"
#include "common/config/schema/names.h"

namespace twinhelm::config::model
{

namespace names = schema::names;

namespace
{

using I = VrrpInstance;

void readAuthentication(I &instance, const Statement &block)
{
    auto &authentication = instance.authentication;
    authentication.range = block.line().range();
    forEachStatement(block.expanded, block.tree, block.index, [&](const Statement &statement) {
        if (statement.keyword() == names::authType)
            take(authentication.type, statement);
        else if (statement.keyword() == names::authPass)
            take(authentication.password, statement);
    });
}

void showAuthentication(const I &instance, std::string_view keyword, Outline &out)
{
    const auto &authentication = instance.authentication;
    if (authentication.range.empty())
        return;
    auto &block = showBlock(out, keyword);
    showGiven(block.items, names::authType, authentication.type);
    showGiven(block.items, names::authPass, authentication.password);
}

void readUnicastPeers(I &instance, const Statement &block)
{
    instance.unicastRange = block.line().range();
    forEachStatement(block.expanded, block.tree, block.index, [&](const Statement &entry) {
        const auto address = readAddress(entry.keyword());
        if (!address)
            return;
        UnicastPeer peer(*address, entry.words.front().range);
        WordCursor words(entry.words.subspan(1));
        while (!words.atEnd()) {
            if (words.skip(names::minTtl))
                words.take(peer.leastTtl, 255);
            else if (words.skip(names::maxTtl))
                words.take(peer.mostTtl, 255);
            else
                words.advance();
        }
        instance.unicastPeers.push_back(std::move(peer));
    });
}

/// An entry that stands there twice stays twice: keepalived counts both in its advertisements, or sends to both.
void showUnicastPeers(const I &instance, std::string_view keyword, Outline &out)
{
    if (instance.unicastPeers.empty() && !instance.unicastRange.empty())
        showBlock(out, keyword);
    showEntries(out, keyword, instance.unicastPeers);
}

template<auto M, auto Read>
Field<I> entries(std::string_view name)
{
    return {name,
            [](I &instance, const Statement &block) {
                forEachStatement(block.expanded, block.tree, block.index, [&](const Statement &entry) {
                    if (auto read = Read(entry))
                        (instance.*M).push_back(std::move(*read));
                });
            },
            [](const I &instance, std::string_view keyword, Outline &out) { showEntries(out, keyword, instance.*M); }};
}

void readAddresses(I &instance, const Statement &block)
{
    instance.addressesRange = block.line().range();
    entries<&I::addresses, readVirtualAddress>(names::virtualIpaddress).read(instance, block);
}

void showAddresses(const I &instance, std::string_view keyword, Outline &out)
{
    showEntries(out, keyword, instance.addresses);
}

void readPreempt(I &instance, const Statement &)
{
    instance.nopreempt = {};
}

template<bool Accept>
void readAccept(I &instance, const Statement &statement)
{
    instance.accept.set(Accept, statement.words.front().range);
}

void showAccept(const I &instance, std::string_view, Outline &out)
{
    if (instance.accept.given)
        showFlag(out, *instance.accept ? names::accept : names::noAccept, true);
}

void readTimerExpired(I &instance, const Statement &statement)
{
    if (statement.argument())
        take(instance.timerExpiredBackup, statement);
    else
        instance.timerExpiredBackup.set(254, statement.words.front().range);
}

bool isMaster(const I &instance)
{
    return *instance.state == names::master;
}

/// BACKUP is what it is without, but for priority 255; unknown states are BACKUP.
void showState(const I &instance, std::string_view keyword, Outline &out)
{
    const bool backupOwner = *instance.state == names::backup && *instance.priority == 255;
    if (instance.state.given && (isMaster(instance) || backupOwner))
        showGiven(out, keyword, instance.state);
}

/// What is no number counts as the default, and as said: with it MASTER is not 255.
void readPriority(I &instance, const Statement &from)
{
    Value<int> read(100);
    take(read, from);
    if (const auto *word = from.argument(); word && !read.given)
        read.set(*read, word->range);
    if (read.given)
        instance.priority = read;
}

/// MASTER alone has priority 255.
void showPriority(const I &instance, std::string_view keyword, Outline &out)
{
    if (*instance.priority != (isMaster(instance) ? 255 : 100))
        showGiven(out, keyword, instance.priority);
}

void takeBlock(I &instance, const Statement &block)
{
    auto &hmac = instance.authHmac.edit();
    hmac.range = block.line().range();
    authHmacFields().readAll(hmac, block);
}

void showAuthHmac(const I &instance, std::string_view keyword, Outline &out)
{
    if (instance.authHmac.given())
        authHmacFields().show(*instance.authHmac, showBlock(out, keyword).items);
}

std::vector<Field<I>> identityFields()
{
    return {
        {names::state, [](I &i, const Statement &from) { take(i.state, from); }, showState},
        inherited<&I::interface>(names::interface),
        inherited<&I::vrf>(names::vrf),
        {names::useVmac, readVmac, showVmac},
        {names::useIpvlan, readIpvlan, showIpvlan},
        flag<&I::useVmacAddr>(names::useVmacAddr),
        flag<&I::vmacXmitBase>(names::vmacXmitBase),
        inherited<&I::virtualRouterId>(names::virtualRouterId),
        inherited<&I::version>(names::version),
        flag<&I::nativeIpv6>(names::nativeIpv6),
        {names::priority, readPriority, showPriority},
        field<&I::advertInterval>(names::advertInt),
        inherited<&I::strict>(names::strictMode),
        flag<&I::nopreempt>(names::nopreempt),
        {names::preempt, readPreempt, nullptr},
        field<&I::preemptDelay>(names::preemptDelay),
        inherited<&I::downTimerAdverts>(names::downTimerAdverts),
        {names::timerExpiredBackup, readTimerExpired,
         [](const I &i, std::string_view name, Outline &out) { showGiven(out, name, i.timerExpiredBackup); }},
        {names::accept, readAccept<true>, showAccept},
        {names::noAccept, readAccept<false>, nullptr},
        {names::authentication, readAuthentication, showAuthentication},
        {names::authHmac, takeBlock, showAuthHmac},
    };
}

std::vector<Field<I>> networkFields()
{
    return {
        inherited<&I::multicastSource>(names::mcastSrcIp),
        inherited<&I::multicastDestination>(names::mcastDstIp),
        inherited<&I::unicastSource>(names::unicastSrcIp),
        flag<&I::trackSourceAddress>(names::trackSrcIp),
        {names::unicastPeer, readUnicastPeers, showUnicastPeers},
        field<&I::unicastTtl>(names::unicastTtl),
        flag<&I::unicastFaultNoPeer>(names::unicastFaultNoPeer),
        flag<&I::checkUnicastSource>(names::checkUnicastSrc),
        {names::oldUnicastChecksum, [](I &i, const Statement &from) { takeOptional(i.oldUnicastChecksum, from); },
         [](const I &i, std::string_view name, Outline &out) {
             if (i.oldUnicastChecksum.given)
                 show(out, name,
                      i.oldUnicastChecksum->empty() ? std::vector<Term>{}
                                                    : std::vector<Term>{term(*i.oldUnicastChecksum)});
         }},
        {names::virtualIpaddress, readAddresses, showAddresses},
        entries<&I::excludedAddresses, readVirtualAddress>(names::virtualIpaddressExcluded),
        flag<&I::noVirtualAddress>(names::noVirtualIpaddress),
        entries<&I::routes, readRoute>(names::virtualRoutes),
        entries<&I::rules, readRoutingRule>(names::virtualRules),
        flag<&I::promoteSecondaries>(names::promoteSecondaries),
    };
}

std::vector<Field<I>> behaviourFields()
{
    auto fields = announceFields<&I::announce>();
    const std::vector<Field<I>> rest{
        inherited<&I::lowerPriorityNoAdvert>(names::lowerPrioNoAdvert),
        inherited<&I::higherPrioritySendAdvert>(names::higherPrioSendAdvert),
        inherited<&I::ownerIgnoreAdverts>(names::ownerIgnoreAdverts),
        inherited<&I::skipCheckAddresses>(names::skipCheckAdvAddr),
        inherited<&I::v3ChecksumAsV2>(names::v3ChecksumAsV2),
        flag<&I::dontTrackPrimary>(names::dontTrackPrimary),
        flag<&I::linkbeatUsePolling>(names::linkbeatUsePolling),
        list<&I::trackInterfaces>(names::trackInterface),
        list<&I::trackScripts>(names::trackScript),
        list<&I::trackFiles>(names::trackFile),
        list<&I::trackProcesses>(names::trackProcess),
        list<&I::trackBfds>(names::trackBfd),
        inherited<&I::lvsSyncDaemonInterface>(names::lvsSyncDaemonInterface),
        inherited<&I::receiveBuffer>(names::kernelRxBufSize),
        inherited<&I::debug>(names::debug),
    };
    fields.insert(fields.end(), rest.begin(), rest.end());
    return fields;
}

std::vector<Field<I>> allFields()
{
    std::vector<Field<I>> out;
    for (const auto &part : {identityFields(), networkFields(), behaviourFields(), notifyFields<&I::notify>()})
        out.insert(out.end(), part.begin(), part.end());
    return out;
}

} // namespace

Item entryOf(const UnicastPeer &peer)
{
    Item item{.form = Item::Form::Entry, .terms = {keyed("address", term(*peer))}};
    if (peer.leastTtl.given)
        item.terms.push_back(named(names::minTtl, term(*peer.leastTtl)));
    if (peer.mostTtl.given)
        item.terms.push_back(named(names::maxTtl, term(*peer.mostTtl)));
    return item;
}

const FieldTable<VrrpInstance> &vrrpInstanceFields()
{
    static const FieldTable<I> table(names::vrrpInstance, allFields());
    return table;
}

VrrpInstance readVrrpInstance(const Statement &block)
{
    VrrpInstance instance;
    instance.range = block.line().range();
    take(instance.name, block);
    vrrpInstanceFields().readAll(instance, block);
    if (instance.vmac->endsInVrid)
        instance.vmac.edit().address.value.back() = static_cast<std::uint8_t>(*instance.virtualRouterId);
    return instance;
}

} // namespace twinhelm::config::model
