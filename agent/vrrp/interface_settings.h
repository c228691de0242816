#pragma once

#include <map>
#include <string>

#include "agent/vrrp/object_ledger.h"

namespace twinhelm::agent
{

/// Kernel settings of interfaces that virtual links need (sysctl net.*.conf.*). What they were before is in the
/// ledger, so that they are put back also by the successor of a killed process.
class InterfaceSettings
{
public:
    using Wanted = std::map<std::string, int>; ///< path below net/ -> value

    explicit InterfaceSettings(ObjectLedger &ledger) : ledger_(ledger) {}

    /// Sets what is wanted and puts back what was wanted before and is no more. Lines about what could not be set.
    std::string apply(const Wanted &wanted);
    void restore() { (void)apply({}); }

private:
    ObjectLedger &ledger_;
};

} // namespace twinhelm::agent
