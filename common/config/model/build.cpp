#include "common/config/model/build.h"

#include <unordered_map>

#include "common/config/model/blocks.h"
#include "common/config/schema/names.h"

namespace twinhelm::config::model
{

namespace names = schema::names;

namespace
{

using Reader = void (*)(NodeConfig &, const Statement &);

template<auto List, auto Read>
void readOne(NodeConfig &config, const Statement &block)
{
    (config.*List).push_back(Read(block));
}

template<auto List, auto Read>
void readEntries(NodeConfig &config, const Statement &block)
{
    forEachStatement(block.expanded, block.tree, block.index, [&](const Statement &entry) {
        if (auto read = Read(entry))
            (config.*List).push_back(std::move(*read));
    });
}

const std::unordered_map<std::string_view, Reader> &blockReaders()
{
    using C = NodeConfig;
    static const std::unordered_map<std::string_view, Reader> readers{
        {names::globalDefs, [](C &config, const Statement &block) { readGlobalDefs(config.global, block); }},
        {names::trackGroup, readOne<&C::trackGroups, readTrackGroup>},
        {names::staticIpaddress, readEntries<&C::staticAddresses, readVirtualAddress>},
        {names::staticRoutes, readEntries<&C::staticRoutes, readRoute>},
        {names::staticRules, readEntries<&C::staticRules, readRoutingRule>},
        {names::linkbeatInterfaces, readEntries<&C::linkbeatInterfaces, readLinkbeatInterface>},
        {names::interfaceUpDownDelays, readEntries<&C::interfaceDelays, readInterfaceDelay>},
        {names::garpGroup, readOne<&C::garpGroups, readGarpGroup>},
        {names::vrrpScript, readOne<&C::scripts, readVrrpScript>},
        {names::trackFile, readOne<&C::files, readTrackFile>},
        {names::vrrpTrackFile, readOne<&C::files, readTrackFile>},
        {names::vrrpTrackProcess, readOne<&C::processes, readTrackProcess>},
        {names::bfdInstance, readOne<&C::bfds, readBfdInstance>},
        {names::vrrpSyncGroup, readOne<&C::syncGroups, readVrrpSyncGroup>},
        {names::vrrpInstance, readOne<&C::instances, readVrrpInstance>},
        {names::ssl, readOne<&C::ssl, readSsl>},
        {names::virtualServerGroup, readOne<&C::virtualServerGroups, readVirtualServerGroup>},
        {names::virtualServer, readOne<&C::virtualServers, readVirtualServer>},
    };
    return readers;
}

} // namespace

NodeConfig build(const Expanded &expanded, const StatementTree &tree, std::string_view nodeId)
{
    NodeConfig config;
    config.nodeId = nodeId;
    read(config, expanded, tree);
    return config;
}

void read(NodeConfig &config, const Expanded &expanded, const StatementTree &tree)
{
    forEachStatement(expanded, tree, noBlock, [&](const Statement &statement) {
        const auto *known = statement.known();
        if (!known)
            return;
        if (!tree.nodes()[statement.index].block) {
            daemonFields().read(config.daemon, statement);
            return;
        }
        const auto reader = blockReaders().find(statement.keyword());
        if (reader != blockReaders().end() && schema::isNamed(*known, statement.words.size()))
            reader->second(config, statement);
    });
}

} // namespace twinhelm::config::model
