#include "common/config/lower/lower.h"
#include "common/config/schema/names.h"
#include "common/config/validate/rules/rules.h"

// What vrrp_strict resets (language.md section 3.3; vrrp_complete_instance in keepalived).
namespace twinhelm::config::rules
{

namespace names = schema::names;

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &instance : config.instances) {
        if (!isStrict(instance, config.global))
            continue;
        const auto overridden = [&](bool conflict, SourceRange range, std::string_view keyword) {
            if (conflict) {
                report(diagnostics, k0231AgainstStrictMode, Severity::Warning, range,
                       "Strict mode resets " + std::string(keyword) + '.');
            }
        };
        overridden(instance.preemptDelay.given && *instance.preemptDelay != Duration::zero(),
                   instance.preemptDelay.range, names::preemptDelay);
        overridden(instance.downTimerAdverts.given && *instance.downTimerAdverts != 3, instance.downTimerAdverts.range,
                   names::downTimerAdverts);
        overridden(instance.announce.lowerPriorityDelay.given &&
                       *instance.announce.lowerPriorityDelay != Duration::zero(),
                   instance.announce.lowerPriorityDelay.range, names::garpLowerPrioDelay);
        overridden(instance.announce.lowerPriorityRepeat.given && *instance.announce.lowerPriorityRepeat != 0,
                   instance.announce.lowerPriorityRepeat.range, names::garpLowerPrioRepeat);
        overridden(instance.lowerPriorityNoAdvert.given && !*instance.lowerPriorityNoAdvert,
                   instance.lowerPriorityNoAdvert.range, names::lowerPrioNoAdvert);
        overridden(*instance.higherPrioritySendAdvert, instance.higherPrioritySendAdvert.range,
                   names::higherPrioSendAdvert);
        overridden(*instance.vmacXmitBase, instance.vmacXmitBase.range, names::vmacXmitBase);
        overridden(instance.vmac->address.given, instance.vmac->address.range, "the MAC address of use_vmac");
        overridden(*instance.noVirtualAddress, instance.noVirtualAddress.range, names::noVirtualIpaddress);
    }
}

} // namespace

const Rule k0231AgainstStrictMode{
    {"K0231", "Setting that strict mode resets",
     "vrrp_strict keeps to the letter of the RFC. What is written here does not hold, and the node "
     "behaves differently than its file says.",
     "Remove the setting, or vrrp_strict.",
     "    strict_mode\n"
     "    preempt_delay 60\n"
     "#                 ^^\n",
     "    preempt_delay 60\n", Place::Instance},
    check};

} // namespace twinhelm::config::rules
