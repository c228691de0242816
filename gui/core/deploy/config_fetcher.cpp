#include "gui/core/deploy/config_fetcher.h"

#include "gui/core/deploy/deploy_error.h"
#include "gui/core/deploy/deploy_plan.h"
#include "gui/core/deploy/engine_commands.h"
#include "gui/core/ssh/ssh_error.h"

namespace twinhelm::desk
{

Result<FetchedConfig> fetchConfig(RemoteShell &shell, const QString &node, const QString &path)
{
    if (auto open = shell.open(); !open)
        return tl::unexpected(open.error());
    auto real = realPath(shell, path);
    if (!real)
        return tl::unexpected(real.error());
    FetchedConfig fetched;
    fetched.path = std::move(*real);
    auto bytes = shell.readFile(fetched.path);
    if (!bytes && bytes.error().code == error::noSuchFile) {
        return error::make(error::nothingToFetch,
                           Deploy::tr("%1 has no file %2, so there is nothing to import.").arg(node, path),
                           Deploy::tr("\"systemctl cat keepalived\" on the node shows which file its engine reads; "
                                      "give that one as config_path in site.toml."));
    }
    if (!bytes)
        return tl::unexpected(bytes.error());
    fetched.text = std::move(*bytes);
    fetched.sha256 = sha256Of(fetched.text);
    return fetched;
}

} // namespace twinhelm::desk
