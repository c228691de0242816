#include "common/config/lower/lower.h"
#include "common/config/validate/rules/rules.h"

// Version 2 sends whole seconds up to 255, version 3 hundredths up to 40.95 s. keepalived rounds what does not fit, and
// a node that rounds differently drops the other's advertisements.
namespace twinhelm::config::rules
{

namespace
{

std::string secondsText(Duration duration)
{
    auto text = std::to_string(std::chrono::duration<double>(duration).count());
    text.erase(text.find_last_not_of('0') + 1);
    return text.ends_with('.') ? text + '0' : text;
}

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &instance : config.instances) {
        const auto version = versionOf(instance, config.global);
        const auto sent = advertIntervalOf(instance, version);
        const bool inRange = *instance.advertInterval >= std::chrono::milliseconds(10) &&
                             *instance.advertInterval <= std::chrono::seconds(255);
        if (!instance.advertInterval.given || sent == *instance.advertInterval || !inRange)
            continue;
        report(diagnostics, k0216AdvertInterval, Severity::Error, instance.advertInterval.range,
               "VRRP version " + std::to_string(version) + " cannot carry this interval; " + secondsText(sent) +
                   " s is used.");
    }
}

} // namespace

const Rule k0216AdvertInterval{
    {"K0216", "advert_int does not fit the VRRP version",
     "Version 2 knows whole seconds only, version 3 hundredths up to 40.95 s. The value is rounded.",
     "Write a value the version can carry, or set version 3 on every node.",
     "    version 2\n"
     "    advert_int 0.5\n"
     "#              ^^^\n",
     "    version 3\n"
     "    advert_int 0.5\n",
     Place::Instance},
    check};

} // namespace twinhelm::config::rules
