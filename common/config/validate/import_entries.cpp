#include "common/config/import/import_result.h"
#include "common/config/validate/entries.h"

namespace twinhelm::config
{

namespace
{

constexpr CatalogueEntry importing[] = {
    {importcodes::notUnderstood, "A line that was not understood",
     "The line of the ipvsadm or ldirectord text is left out of the configuration, and with it what it was for.",
     "Compare the line with the program's manual, or add what it means by hand.", "", "", Place::File},
    {importcodes::notCarriedOver, "Something keepalived has nothing like",
     "The other program does it, keepalived does not; the service works without.",
     "Decide whether it is needed, and if so what takes its place: a script, a firewall rule, another checker.", "", "",
     Place::File},
    {importcodes::unchecked, "Servers that nobody checks",
     "The rules of the kernel say where packets go and nothing about health. A server that dies keeps getting its "
     "share.",
     "Add a checker to each real server: TCP_CHECK at least.", "", "", Place::File},
    {importcodes::differs, "Carried over, but it works in another way",
     "keepalived has a setting for it that is not quite the same.",
     "Read what the finding says, and try the case it is about.", "", "", Place::File},
};

} // namespace

std::span<const CatalogueEntry> importEntries()
{
    return importing;
}

} // namespace twinhelm::config
