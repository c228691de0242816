#include "common/config/model/build.h"

#include "common/config/schema/names.h"

namespace twinhelm::config::model
{

namespace names = schema::names;

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
        const auto keyword = statement.keyword();
        const auto *known = statement.known();
        const bool named = !known || schema::isNamed(*known, statement.words.size());
        if (!tree.nodes()[statement.index].block || !named)
            return;
        if (keyword == names::globalDefs) {
            readGlobalDefs(config.global, statement);
        } else if (keyword == names::vrrpScript) {
            config.scripts.push_back(readVrrpScript(statement));
        } else if (keyword == names::vrrpSyncGroup) {
            config.syncGroups.push_back(readVrrpSyncGroup(statement));
        } else if (keyword == names::vrrpInstance) {
            config.instances.push_back(readVrrpInstance(statement));
        } else {
            OtherBlock other{statement.line().range(), std::string(keyword), {}};
            for (std::size_t i = 1; i < statement.words.size(); ++i)
                other.name.emplace_back(statement.words[i].text);
            config.others.push_back(std::move(other));
        }
    });
}

} // namespace twinhelm::config::model
