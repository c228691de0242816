#include "agent/guardian/digest.h"

#include "agent/checker/checker_process.h"
#include "agent/process/check_report.h"

namespace twinhelm::agent
{

Digest digest(const ConfigurationBytes &bytes)
{
    const auto loaded = loadConfiguration(bytes);
    const bool checks = needsChecker(loaded.model);
    return {hasErrors(loaded.diagnostics) && loaded.settings.instances.empty() && !checks, hasErrors(loaded.engineGaps),
            checks, loaded.settings.process, makeCheckReport(bytes, loaded)};
}

} // namespace twinhelm::agent
