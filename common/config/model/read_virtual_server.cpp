#include <algorithm>

#include "common/config/model/blocks.h"
#include "common/config/model/build.h"
#include "common/config/model/read_service.h"
#include "common/config/model/read_value.h"
#include "common/config/model/timing_fields.h"
#include "common/config/schema/names.h"

namespace twinhelm::config::model
{

namespace names = schema::names;

namespace
{

using V = VirtualServer;

/// keepalived takes small letters here, and nowhere else; lvs_timeouts has the same words.
constexpr ChoiceWords<Protocol, 5> protocols{{{names::tcp, Protocol::Tcp},
                                              {names::udp, Protocol::Udp},
                                              {names::sctp, Protocol::Sctp},
                                              {names::tcpTimeout, Protocol::Tcp},
                                              {names::udpTimeout, Protocol::Udp}}};
constexpr ChoiceWords<Family, 2> families{{{names::inet, Family::IPv4}, {names::inet6, Family::IPv6}}};

/// Seconds of persistence when the keyword stands alone.
constexpr unsigned usualPersistence = 360;

/// In any case of letters.
void readProtocol(V &server, const Statement &statement)
{
    const auto *word = statement.argument();
    for (const auto &[name, protocol] : protocols) {
        const auto same = [](char a, char b) { return a == b || a == b + ('a' - 'A'); };
        if (word && std::equal(word->text.begin(), word->text.end(), name.begin(), name.end(), same))
            server.protocol.set(protocol, word->range);
    }
}

void readPersistence(V &server, const Statement &statement)
{
    if (statement.argument())
        take(server.persistenceTimeout, statement);
    else
        server.persistenceTimeout.set(usualPersistence, statement.words.front().range);
}

/// A prefix length, or a netmask.
void readGranularity(V &server, const Statement &statement)
{
    const auto *word = statement.argument();
    if (!word)
        return;
    if (const auto length = readInteger(word->text)) {
        if (*length >= 1 && *length <= 128)
            server.persistenceGranularity.set(static_cast<unsigned>(*length), word->range);
        return;
    }
    const auto mask = IpAddress::parse(word->text);
    if (!mask || !mask->isV4())
        return;
    unsigned length = 0;
    while (length < 32 && (mask->bytes()[length / 8] & (0x80U >> (length % 8))) != 0)
        ++length;
    server.persistenceGranularity.set(length, word->range);
}

void showGranularity(const V &server, std::string_view name, Outline &out)
{
    if (!server.persistenceGranularity.given)
        return;
    const unsigned length = *server.persistenceGranularity;
    const bool v6 = server.address.given ? server.address->isV6() : *server.family == Family::IPv6;
    if (v6 || length > 32) {
        show(out, name, {term(length)});
        return;
    }
    const auto bits = length == 0 ? 0 : ~std::uint32_t{0} << (32 - length);
    show(out, name, {term(IpAddress::v4(bits))});
}

template<auto M>
Field<V> schedulerFlag(std::string_view name)
{
    return {name, [](V &server, const Statement &from) { takeFlag(server.*M, from); }, nullptr};
}

/// A flag by the name a scheduler gives it: keepalived takes it only below the line that chooses this scheduler.
template<auto M, const std::string_view &Scheduler>
Field<V> ownFlag(std::string_view name)
{
    return {name,
            [](V &server, const Statement &from) {
                if (*server.scheduler == Scheduler)
                    takeFlag(server.*M, from);
                else
                    server.misplacedFlags.emplace_back(std::string(from.keyword()), from.words.front().range);
            },
            nullptr};
}

/// The flags by the names their scheduler gives them.
void showFlags(const V &server, std::string_view, Outline &out)
{
    const bool sh = *server.scheduler == names::sourceHashing;
    const bool mh = *server.scheduler == names::maglevHashing;
    showFlag(out, sh ? names::shFallback : mh ? names::mhFallback : names::flag1, *server.schedulerFlag1);
    showFlag(out, sh ? names::shPort : mh ? names::mhPort : names::flag2, *server.schedulerFlag2);
    showFlag(out, names::flag3, *server.schedulerFlag3);
}

void readSorryServer(V &server, const Statement &statement)
{
    auto &sorry = server.sorryServer.edit();
    takeServer(sorry.address, sorry.port, statement.words.subspan(1));
}

void showSorryServer(const V &server, std::string_view name, Outline &out)
{
    if (!server.sorryServer->address.given)
        return;
    show(out, name, {keyed("address", term(*server.sorryServer->address))});
    if (server.sorryServer->port.given)
        out.back().terms.push_back(keyed(names::port, term(*server.sorryServer->port)));
}

void readRealServers(V &server, const Statement &block)
{
    server.realServers.push_back(readRealServer(block));
    for (const auto &check : server.realServers.back().checks) {
        if (const auto *file = check.as<FileCheck>(); file && file->file.given)
            server.namedChecks.push_back({false, file->file});
        else if (const auto *session = check.as<BfdCheck>(); session && session->name.given)
            server.namedChecks.push_back({true, session->name});
    }
}

void showRealServers(const V &server, std::string_view, Outline &out)
{
    for (const auto &one : server.realServers)
        showRealServer(out, one);
}

std::vector<Field<V>> balancingFields()
{
    return {
        choice<families, &V::family>(names::ipFamily),
        {names::protocol, readProtocol,
         [](const V &v, std::string_view name, Outline &out) {
             if (v.protocol.given)
                 show(out, name, {term(std::string(wordFor(protocols, *v.protocol)))});
         }},
        inherited<&V::scheduler>(names::lbAlgo),
        {names::flag1, [](V &v, const Statement &from) { takeFlag(v.schedulerFlag1, from); }, showFlags},
        ownFlag<&V::schedulerFlag1, names::sourceHashing>(names::shFallback),
        ownFlag<&V::schedulerFlag1, names::maglevHashing>(names::mhFallback),
        schedulerFlag<&V::schedulerFlag2>(names::flag2),
        ownFlag<&V::schedulerFlag2, names::sourceHashing>(names::shPort),
        ownFlag<&V::schedulerFlag2, names::maglevHashing>(names::mhPort),
        schedulerFlag<&V::schedulerFlag3>(names::flag3),
        schedulerFlag<&V::hashed>(names::hashed),
        flag<&V::onePacket>(names::ops),
        {names::lbKind, [](V &v, const Statement &from) { takeForwarding(v.forwarding, from); },
         [](const V &v, std::string_view name, Outline &out) { showForwarding(out, name, v.forwarding); }},
        inherited<&V::persistenceEngine>(names::persistenceEngine),
        {names::persistenceTimeout, readPersistence,
         [](const V &v, std::string_view name, Outline &out) { showGiven(out, name, v.persistenceTimeout); }},
        {names::persistenceGranularity, readGranularity, showGranularity},
    };
}

std::vector<Field<V>> allFields()
{
    auto fields = balancingFields();
    const auto timing = timingFields<&V::timing>();
    fields.insert(fields.end(), timing.begin(), timing.end());
    const std::vector<Field<V>> rest{
        field<&V::connectTimeout>(names::connectTimeout),
        field<&V::weight>(names::weight),
        field<&V::alpha>(names::alpha),
        flag<&V::omega>(names::omega),
        field<&V::inhibitOnFailure>(names::inhibitOnFailure),
        flag<&V::haSuspend>(names::haSuspend),
        inherited<&V::smtpAlert>(names::smtpAlert),
        inherited<&V::virtualHost>(names::virtualhost),
        inherited<&V::snmpName>(names::snmpName),
        field<&V::quorum>(names::quorum),
        field<&V::hysteresis>(names::hysteresis),
        inherited<&V::quorumUp>(names::quorumUp),
        inherited<&V::quorumDown>(names::quorumDown),
        {names::sorryServer, readSorryServer, showSorryServer},
        flag<&V::sorryServer, &SorryServer::inhibit>(names::sorryServerInhibit),
        {names::sorryServerLvsMethod,
         [](V &v, const Statement &from) { takeForwarding(v.sorryServer.edit().forwarding, from); },
         [](const V &v, std::string_view name, Outline &out) { showForwarding(out, name, v.sorryServer->forwarding); }},
        {names::realServer, readRealServers, showRealServers},
    };
    fields.insert(fields.end(), rest.begin(), rest.end());
    return fields;
}

void readHeader(V &server, const Statement &block)
{
    const auto *first = block.argument();
    const auto *second = block.argument(2);
    if (!first)
        return;
    if (first->text == names::group) {
        server.kind = V::Kind::Group;
        if (second)
            server.group.set(std::string(second->text), second->range);
    } else if (first->text == names::fwmark) {
        server.kind = V::Kind::Fwmark;
        const auto mark = second ? readAnyBase(second->text) : std::nullopt;
        if (mark && *mark <= 0xffffffffU)
            server.fwmark.set(static_cast<unsigned>(*mark), second->range);
    } else {
        takeServer(server.address, server.port, block.words.subspan(1));
    }
}

} // namespace

const FieldTable<VirtualServer> &virtualServerFields()
{
    static const FieldTable<V> table(names::virtualServer, allFields());
    return table;
}

VirtualServer readVirtualServer(const Statement &block)
{
    V server;
    server.range = block.line().range();
    readHeader(server, block);
    virtualServerFields().readAll(server, block);
    server.realServers.shrink_to_fit();
    return server;
}

} // namespace twinhelm::config::model
