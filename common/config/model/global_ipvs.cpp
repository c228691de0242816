#include "common/config/model/global_fields.h"
#include "common/config/model/word_cursor.h"
#include "common/config/schema/names.h"

// IPVS and packet filters in global_defs.
namespace twinhelm::config::model
{

namespace names = schema::names;

namespace
{

using G = GlobalDefs;
using V = IpvsSettings;
using F = FirewallSettings;

constexpr Duration mostTimeout = std::chrono::seconds(2678400);

void readTimeouts(G &global, const Statement &statement)
{
    const auto seconds = [](std::string_view text) {
        const auto time = readSeconds(text);
        return time && *time >= Duration::zero() && *time <= mostTimeout ? time : std::nullopt;
    };
    WordCursor words(statement.words.subspan(1));
    while (!words.atEnd()) {
        if (words.skip(names::tcpTimeout))
            words.takeParsed(global.ipvs.tcpTimeout, seconds);
        else if (words.skip(names::tcpFinTimeout))
            words.takeParsed(global.ipvs.tcpFinTimeout, seconds);
        else if (words.skip(names::udpTimeout))
            words.takeParsed(global.ipvs.udpTimeout, seconds);
        else
            words.advance();
    }
}

void showTimeouts(const G &global, std::string_view name, Outline &out)
{
    std::vector<Term> terms;
    const auto add = [&](std::string_view word, const Value<Duration> &time) {
        if (time.given && *time != Duration::zero())
            terms.push_back(named(word, term(*time)));
    };
    add(names::tcpTimeout, global.ipvs.tcpTimeout);
    add(names::tcpFinTimeout, global.ipvs.tcpFinTimeout);
    add(names::udpTimeout, global.ipvs.udpTimeout);
    if (!terms.empty())
        show(out, name, std::move(terms));
}

void readFlushOnStop(G &global, const Statement &statement)
{
    const auto *word = statement.argument();
    const bool own = word && word->text == names::flushOwn;
    global.ipvs.flushOnStop.set(own ? V::Flush::OwnServices : V::Flush::All, statement.words.front().range);
}

void showFlushOnStop(const G &global, std::string_view name, Outline &out)
{
    if (*global.ipvs.flushOnStop == V::Flush::No)
        return;
    showFlag(out, name, true);
    if (*global.ipvs.flushOnStop == V::Flush::OwnServices)
        out.back().terms.push_back(flagTerm(names::flushOwn));
}

/// IFNAME [[inst] INSTANCE] [id N] [maxlen N] [port N] [ttl N] [group ADDR], or the older IFNAME INSTANCE ID.
void readSyncDaemon(G &global, const Statement &statement)
{
    if (global.ipvs.syncDaemon.given || !statement.argument())
        return;
    SyncDaemon daemon;
    WordCursor words(statement.words.subspan(1));
    words.take(daemon.interface);
    while (!words.atEnd()) {
        if (words.skip(names::inst))
            words.take(daemon.instance);
        else if (words.skip(names::id))
            words.take(daemon.id, 255);
        else if (words.skip(names::maxlen))
            words.take(daemon.mostLength, 65507);
        else if (words.skip(names::port))
            words.take(daemon.port, 65535);
        else if (words.skip(names::ttl))
            words.take(daemon.timeToLive, 255);
        else if (words.skip(names::group))
            words.take(daemon.group);
        else if (!daemon.instance.given)
            words.take(daemon.instance);
        else
            words.take(daemon.id, 255);
    }
    global.ipvs.syncDaemon.set(std::move(daemon), statement.line().range());
}

void showSyncDaemon(const G &global, std::string_view name, Outline &out)
{
    if (!global.ipvs.syncDaemon.given)
        return;
    const auto &daemon = *global.ipvs.syncDaemon;
    show(out, name, {keyed(names::interface, term(*daemon.interface))});
    auto &terms = out.back().terms;
    const auto add = [&](std::string_view word, const auto &value) {
        if (value.given)
            terms.push_back(named(word, term(*value)));
    };
    add(names::inst, daemon.instance);
    add(names::id, daemon.id);
    add(names::maxlen, daemon.mostLength);
    add(names::port, daemon.port);
    add(names::ttl, daemon.timeToLive);
    add(names::group, daemon.group);
}

/// A keyword with an optional name.
template<auto... M>
Field<G> optionalName(std::string_view name)
{
    return {name, [](G &global, const Statement &from) { takeOptional(detail::member<M...>(global), from); },
            [](const G &global, std::string_view keyword, Outline &out) {
                const auto &value = detail::member<M...>(global);
                if (value.given)
                    show(out, keyword, value->empty() ? std::vector<Term>{} : std::vector<Term>{term(*value)});
            }};
}

void readIptables(G &global, const Statement &statement)
{
    takeFlag(global.firewall.iptables, statement);
    global.firewall.iptablesChains.clear();
    takeWords(global.firewall.iptablesChains, statement);
}

void readIpsets(G &global, const Statement &statement)
{
    global.firewall.ipsets.set(statement.words.size() > 1, statement.words.front().range);
    global.firewall.ipsetNames.clear();
    takeWords(global.firewall.ipsetNames, statement);
}

void showWords(Outline &out, std::string_view name, const std::vector<Value<std::string>> &words)
{
    showFlag(out, name, true);
    for (const auto &word : words)
        out.back().terms.push_back(term(*word));
}

} // namespace

std::vector<Field<GlobalDefs>> ipvsFields()
{
    return {
        {names::lvsTimeouts, readTimeouts, showTimeouts},
        flag<&G::ipvs, &V::flush>(names::lvsFlush),
        {names::lvsFlushOnStop, readFlushOnStop, showFlushOnStop},
        {names::lvsSyncDaemon, readSyncDaemon, showSyncDaemon},
        field<&G::ipvs, &V::realServerInitNotifies>(names::rsInitNotifies),
        field<&G::ipvs, &V::logAllFailures>(names::checkerLogAllFailures),
        optionalName<&G::ipvs, &V::nftablesTable>(names::nftablesIpvs),
        field<&G::ipvs, &V::nftablesPriority>(names::nftablesIpvsPriority),
        field<&G::ipvs, &V::nftablesStartMark>(names::nftablesIpvsStartFwmark),
    };
}

std::vector<Field<GlobalDefs>> firewallFields()
{
    return {
        {names::vrrpIptables, readIptables,
         [](const G &g, std::string_view name, Outline &out) {
             if (*g.firewall.iptables)
                 showWords(out, name, g.firewall.iptablesChains);
         }},
        {names::vrrpIpsets, readIpsets,
         [](const G &g, std::string_view name, Outline &out) {
             if (g.firewall.ipsets.given)
                 showWords(out, name, g.firewall.ipsetNames);
         }},
        optionalName<&G::firewall, &F::nftables>(names::nftables),
        field<&G::firewall, &F::nftablesPriority>(names::nftablesPriority),
        flag<&G::firewall, &F::nftablesIfindex>(names::nftablesIfindex),
        flag<&G::firewall, &F::nftablesCounters>(names::nftablesCounters),
    };
}

} // namespace twinhelm::config::model
