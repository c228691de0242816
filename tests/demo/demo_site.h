#pragma once

#include "common/base/result.h"
#include "tests/demo/demo_folders.h"
#include "tests/demo/demo_pair.h"

namespace twinhelm::demo
{

/// Makes the site a newcomer finds open: the pair imported as one cluster, both nodes enrolled over SSH.
/// Does by the desk's own classes what a person would do in its dialogs.
Result<void> prepareSite(DemoPair &pair, const DemoFolders &folders, const QString &cluster);

} // namespace twinhelm::demo
