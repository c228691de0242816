#include "agent/vrrp/interface_settings.h"

#include <cstdlib>

#include "agent/linux/sysctl.h"

namespace twinhelm::agent
{

std::string InterfaceSettings::apply(const Wanted &wanted)
{
    constexpr auto kind = ObjectLedger::Kind::Setting;
    std::vector<std::string> done;
    for (const auto &[path, before] : ledger_.entries(kind)) {
        if (wanted.contains(path))
            continue;
        (void)writeSysctl(path, std::atoi(before.c_str())); // the interface may be gone
        done.push_back(path);
    }
    ledger_.remove(kind, done);
    std::string errors;
    for (const auto &[path, value] : wanted) {
        const auto now = readSysctl(path);
        if (!now || now == value)
            continue;
        if (!ledger_.entries(kind).contains(path))
            ledger_.add(kind, {{path, std::to_string(*now)}});
        if (const auto error = writeSysctl(path, value); !error.empty())
            errors += (errors.empty() ? "" : "; ") + error;
    }
    return errors;
}

} // namespace twinhelm::agent
