#include "agent/checker/checker_settings.h"

#include "common/config/lower/lower_notify.h"

namespace twinhelm::agent
{

Result<CheckerSettings> readCheckerSettings(const boost::json::value &command)
{
    const auto bytes = parseConfigureCommand(command);
    if (!bytes)
        return tl::unexpected(bytes.error());
    auto loaded = loadConfiguration(*bytes);
    CheckerSettings out;
    out.balancer = config::lowerBalancer(loaded.model);
    out.fifos = config::lowerCheckerFifos(loaded.model.global);
    out.mail = std::move(loaded.settings.mail);
    out.routerId = std::move(loaded.settings.routerId);
    out.scriptUser = std::move(loaded.settings.defaultScriptUser);
    out.scriptGroup = std::move(loaded.settings.defaultScriptGroup);
    out.scriptSecurity = loaded.settings.scriptSecurity;
    return out;
}

} // namespace twinhelm::agent
