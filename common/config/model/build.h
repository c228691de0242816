#pragma once

#include <optional>

#include "common/config/expand/expanded.h"
#include "common/config/model/block_reader.h"
#include "common/config/model/node_config.h"
#include "common/config/model/outline.h"
#include "common/config/model/statement_tree.h"

namespace twinhelm::config::model
{

/// The typed model of an expanded text. Silent: what is wrong is reported by checkKeywords() and the rules.
/// Adds what stands in `expanded` to `config`. Top-level blocks may be read one after the other, each from an
/// expansion of its own, with the result of reading them at once.
void read(NodeConfig &config, const Expanded &expanded, const StatementTree &tree);

[[nodiscard]] NodeConfig build(const Expanded &expanded, const StatementTree &tree, std::string_view nodeId);

// One for each block, in a file of its own.
void readGlobalDefs(GlobalDefs &global, const Statement &block);
[[nodiscard]] TrackGroup readTrackGroup(const Statement &block);
[[nodiscard]] GarpGroup readGarpGroup(const Statement &block);
[[nodiscard]] VrrpScript readVrrpScript(const Statement &block);
[[nodiscard]] TrackFile readTrackFile(const Statement &block);
[[nodiscard]] TrackProcess readTrackProcess(const Statement &block);
[[nodiscard]] BfdInstance readBfdInstance(const Statement &block);
[[nodiscard]] VrrpSyncGroup readVrrpSyncGroup(const Statement &block);
[[nodiscard]] VrrpInstance readVrrpInstance(const Statement &block);
[[nodiscard]] Ssl readSsl(const Statement &block);
[[nodiscard]] VirtualServerGroup readVirtualServerGroup(const Statement &block);
[[nodiscard]] VirtualServer readVirtualServer(const Statement &block);

// One for each kind of entry; nothing when it is none.
[[nodiscard]] std::optional<VirtualAddress> readVirtualAddress(const Statement &entry);
[[nodiscard]] std::optional<Route> readRoute(const Statement &entry);
[[nodiscard]] std::optional<RoutingRule> readRoutingRule(const Statement &entry);
[[nodiscard]] std::optional<InterfaceDelay> readInterfaceDelay(const Statement &entry);
[[nodiscard]] std::optional<LinkbeatInterface> readLinkbeatInterface(const Statement &entry);

void readVmac(VrrpInstance &instance, const Statement &statement);
void showVmac(const VrrpInstance &instance, std::string_view keyword, Outline &out);
void readIpvlan(VrrpInstance &instance, const Statement &statement);
void showIpvlan(const VrrpInstance &instance, std::string_view keyword, Outline &out);

} // namespace twinhelm::config::model
