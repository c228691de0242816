#pragma once

#include <vector>

#include "common/config/model/node_config.h"
#include "common/vrrp/settings.h"

namespace twinhelm::config
{

/// What a block tracks, with the weights and senses that count: the use's own, else the definition's. What is not
/// defined is left out.
template<typename Block, typename Settings>
void lowerTracking(const Block &block, const model::NodeConfig &config, Settings &out);

[[nodiscard]] vrrp::ScriptSettings lowerScript(const model::VrrpScript &script);
[[nodiscard]] std::vector<vrrp::FileSettings> lowerFiles(const model::NodeConfig &config);
[[nodiscard]] std::vector<vrrp::ProcessSettings> lowerProcesses(const model::NodeConfig &config);
[[nodiscard]] std::vector<vrrp::LinkDelay> lowerLinkDelays(const model::NodeConfig &config);

extern template void lowerTracking(const model::VrrpInstance &, const model::NodeConfig &, vrrp::InstanceSettings &);
extern template void lowerTracking(const model::VrrpSyncGroup &, const model::NodeConfig &, vrrp::SyncGroupSettings &);

} // namespace twinhelm::config
