#pragma once

#include <map>
#include <memory>
#include <optional>

#include <QString>

#include "common/base/result.h"
#include "gui/core/live/agent_client.h"
#include "gui/core/trust/enrolment.h"
#include "gui/core/trust/site_ca.h"

namespace twinhelm::desk
{

class Site;
struct SiteNode;

/// Who we are to the nodes of a site: its CA and our client certificate, in <config home>/trust/<site>.
/// The folder is named after the site and the place it lies in, so that two sites of one name keep apart.
/// Threading: the GUI thread; the CA it hands out is const and may be used by a worker.
class DeskIdentity
{
public:
    explicit DeskIdentity(QString configHome);

    [[nodiscard]] QString folderOf(const Site &site) const;
    /// The site's CA, made at first use.
    [[nodiscard]] Result<std::shared_ptr<const SiteCa>> authority(const Site &site);
    /// What opens an agent's door; nothing when the site has no CA yet: no node can be enrolled then.
    [[nodiscard]] std::optional<AgentCredentials> credentials(const Site &site);

private:
    QString configHome_;
    std::map<QString, std::shared_ptr<const SiteCa>> authorities_; ///< by folder
};

/// How a node is to be enrolled: the names its API is reached by, its tool and folder.
[[nodiscard]] EnrolmentRequest enrolmentOf(const SiteNode &node);

} // namespace twinhelm::desk
