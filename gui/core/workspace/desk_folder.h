#pragma once

#include <QString>

namespace twinhelm::desk
{

class Site;

/// Where the desk keeps what belongs to a site but not into its folder: the CA's key, history. Named after the site
/// and the place it lies in, so that two sites of one name keep apart. The folder is made when it is missing.
[[nodiscard]] QString deskFolderOf(const QString &configHome, const Site &site);

} // namespace twinhelm::desk
