#pragma once

#include <set>
#include <string>

#include "common/config/model/node_config.h"

namespace twinhelm::lab
{

/// The interfaces a configuration names, but for lo: a machine that runs it must have them.
std::set<std::string> interfacesOf(const config::model::NodeConfig &config);

} // namespace twinhelm::lab
