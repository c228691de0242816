#include "common/config/write/outline_of.h"

#include <unordered_set>

#include "common/config/model/blocks.h"
#include "common/config/model/read_service.h"
#include "common/config/schema/names.h"

namespace twinhelm::config
{

namespace names = schema::names;
using namespace model;

namespace
{

/// Blocks with a name; of several with the same the first, as keepalived does.
template<typename T>
void showNamed(Outline &out, std::string_view keyword, const std::vector<T> &blocks, const FieldTable<T> &fields)
{
    std::unordered_set<std::string_view> seen;
    for (const auto &one : blocks) {
        if (!one.name.given || !seen.insert(*one.name).second)
            continue;
        auto &block = showBlock(out, keyword, {keyed(names::name, term(*one.name))});
        block.many = true;
        fields.show(one, block.items);
    }
}

void showGlobal(Outline &out, const GlobalDefs &global)
{
    Item block{.keyword = names::globalDefs, .form = Item::Form::Block};
    globalDefsFields().show(global, block.items);
    if (!block.items.empty())
        out.push_back(std::move(block));
}

void showGarpGroups(Outline &out, const std::vector<GarpGroup> &groups)
{
    for (const auto &group : groups) {
        auto &block = showBlock(out, names::garpGroup);
        block.many = true;
        garpGroupFields().show(group, block.items);
    }
}

void showGroups(Outline &out, const std::vector<VirtualServerGroup> &groups)
{
    for (const auto &group : groups) {
        auto &block = showBlock(out, names::virtualServerGroup, {keyed(names::name, term(*group.name))});
        block.many = true;
        for (const auto &entry : group.entries)
            block.items.push_back(entryOf(entry));
    }
}

std::vector<Term> headerOf(const VirtualServer &server)
{
    switch (server.kind) {
    case VirtualServer::Kind::Fwmark: return {named(names::fwmark, term(*server.fwmark))};
    case VirtualServer::Kind::Group: return {named(names::group, term(*server.group))};
    case VirtualServer::Kind::Address: break;
    }
    std::vector<Term> terms{keyed("address", term(*server.address))};
    if (server.port.given)
        terms.push_back(keyed(names::port, term(*server.port)));
    return terms;
}

bool isKnown(const VirtualServer &server)
{
    switch (server.kind) {
    case VirtualServer::Kind::Fwmark: return server.fwmark.given;
    case VirtualServer::Kind::Group: return server.group.given;
    case VirtualServer::Kind::Address: break;
    }
    return server.address.given;
}

void showVirtualServers(Outline &out, const std::vector<VirtualServer> &servers)
{
    for (const auto &server : servers) {
        if (!isKnown(server))
            continue;
        auto &block = showBlock(out, names::virtualServer, headerOf(server));
        block.many = true;
        virtualServerFields().show(server, block.items);
    }
}

void showTrackers(Outline &out, const NodeConfig &config)
{
    showNamed(out, names::vrrpScript, config.scripts, vrrpScriptFields());
    showNamed(out, names::trackFile, config.files, trackFileFields());
    showNamed(out, names::vrrpTrackProcess, config.processes, trackProcessFields());
    showNamed(out, names::bfdInstance, config.bfds, bfdInstanceFields());
}

} // namespace

Outline outlineOf(const NodeConfig &config)
{
    Outline out;
    daemonFields().show(config.daemon, out);
    showGlobal(out, config.global);
    showEntries(out, names::linkbeatInterfaces, config.linkbeatInterfaces);
    showEntries(out, names::interfaceUpDownDelays, config.interfaceDelays);
    showGarpGroups(out, config.garpGroups);
    showNamed(out, names::trackGroup, config.trackGroups, trackGroupFields());
    showEntries(out, names::staticIpaddress, config.staticAddresses);
    showEntries(out, names::staticRoutes, config.staticRoutes);
    showEntries(out, names::staticRules, config.staticRules);
    showTrackers(out, config);
    showNamed(out, names::vrrpSyncGroup, config.syncGroups, vrrpSyncGroupFields());
    showNamed(out, names::vrrpInstance, config.instances, vrrpInstanceFields());
    if (!config.ssl.empty())
        sslFields().show(config.ssl.back(), showBlock(out, names::ssl).items);
    showGroups(out, config.virtualServerGroups);
    showVirtualServers(out, config.virtualServers);
    return out;
}

} // namespace twinhelm::config
