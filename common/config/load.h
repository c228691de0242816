#pragma once

#include <string>
#include <string_view>

#include "common/base/result.h"
#include "common/config/expand/built_ins.h"
#include "common/config/model/node_config.h"
#include "common/config/source/file_access.h"
#include "common/config/source/source_set.h"
#include "common/diagnostics/diagnostic.h"
#include "common/vrrp/settings.h"

namespace twinhelm::config
{

/// Everything known about one node's configuration. Always complete: what could not be understood has a
/// diagnostic and keepalived's default. Whether to run `settings` is the caller's choice; with an error in
/// `diagnostics` an engine should keep what it has.
struct LoadedNode {
    SourceSet sources;
    model::NodeConfig model;
    Diagnostics diagnostics;
    Diagnostics engineGaps; ///< right for keepalived, but not done by this version of twinhelmd (K03xx)
    vrrp::NodeSettings settings;

    /// What a person is shown: `diagnostics`, then `engineGaps`.
    [[nodiscard]] Diagnostics findings() const;
};

/// Reads `path` and what it includes. Fails (A0101) only when the main file cannot be read.
/// `nodeId` is keepalived's config id: which @id lines hold.
[[nodiscard]] Result<LoadedNode> loadFile(const std::string &path, std::string_view nodeId);

/// The same for a text in memory. `directory` is where relative includes start. Without `readFile`, files are
/// read from this machine's disk when `directory` is given; otherwise includes are not followed and get a hint.
/// With `readFile`, patterns (include *.conf) need `findFiles`; a plain name does not. `environment` answers
/// ${_ENV NAME}; without it such a reference stays as it stands.
[[nodiscard]] LoadedNode loadText(std::string_view text, std::string_view nodeId, std::string_view directory = {},
                                  FileReader readFile = nullptr, FileFinder findFiles = nullptr,
                                  Environment environment = nullptr);

} // namespace twinhelm::config
