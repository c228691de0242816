#include "common/config/validate/rules/rules.h"

// What keepalived resets or adds around use_vmac (vrrp_complete_instance).
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &instance : config.instances) {
        const auto misfit = [&](SourceRange range, std::string message) {
            report(diagnostics, k0245VmacMisfit, Severity::Warning, range, std::move(message));
        };
        const bool own = *instance.useVmac || *instance.useIpvlan;
        if (*instance.vmacXmitBase && !own)
            misfit(instance.vmacXmitBase.range, "vmac_xmit_base is for instances with use_vmac; it is ignored.");
        // A source address is enough for keepalived to call it unicast here.
        const bool unicast = !instance.unicastRange.empty() || instance.unicastSource.given;
        const auto where = *instance.useVmac ? instance.useVmac.range : instance.useIpvlan.range;
        if (own && unicast && !instance.interface.given)
            misfit(where, "Unicast without an interface has none to put a virtual one on; keepalived clears it.");
        else if (own && unicast && !*instance.vmacXmitBase)
            misfit(where, "Unicast with use_vmac or use_ipvlan sends from the base interface: keepalived sets "
                          "vmac_xmit_base.");
        if (own && *instance.promoteSecondaries)
            misfit(instance.promoteSecondaries.range,
                   "promote_secondaries is always set on a VMAC; the line is ignored.");
    }
}

} // namespace

const Rule k0245VmacMisfit{
    {"K0245", "VMAC setting without effect",
     "keepalived changes the setting on its own; the file says something else than what happens.",
     "Write what keepalived makes of it, or remove the line.",
     "    vmac_xmit_base\n"
     "#   ^^^^^^^^^^^^^^\n",
     "    use_vmac\n"
     "    vmac_xmit_base\n",
     Place::Instance},
    check,
    Scope::Block};

} // namespace twinhelm::config::rules
