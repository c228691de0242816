#pragma once

#include "common/config/expand/expanded.h"
#include "common/config/model/block_reader.h"
#include "common/config/model/node_config.h"
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
[[nodiscard]] VrrpScript readVrrpScript(const Statement &block);
[[nodiscard]] VrrpSyncGroup readVrrpSyncGroup(const Statement &block);
[[nodiscard]] VrrpInstance readVrrpInstance(const Statement &block);
/// Nothing when the first word is no address.
[[nodiscard]] std::optional<VirtualAddress> readVirtualAddress(const Statement &entry);
/// garp_* and relatives; `keyword` without the prefix they have in global_defs. False for other keywords.
bool readAnnounce(Announce &announce, std::string_view keyword, const Statement &statement);

} // namespace twinhelm::config::model
