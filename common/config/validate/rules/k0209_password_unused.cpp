#include "common/config/lower/lower.h"
#include "common/config/schema/names.h"
#include "common/config/validate/rules/rules.h"

// Version 3 has no authentication, strict mode forbids it, and one half of type and password is nothing.
namespace twinhelm::config::rules
{

namespace
{

namespace names = schema::names;

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &instance : config.instances) {
        const auto &authentication = instance.authentication;
        if (!authentication.type.given && !authentication.password.given)
            continue;
        const bool version3 = versionOf(instance, config.global) == 3;
        if (version3 || isStrict(instance, config.global)) {
            report(diagnostics, k0209PasswordUnused, Severity::Error, authentication.range,
                   version3 ? "VRRP version 3 has no password; this block is ignored."
                            : "vrrp_strict allows no password; this block is ignored.");
        } else if (*authentication.type == names::pass && !authentication.password.given) {
            report(diagnostics, k0209PasswordUnused, Severity::Warning, authentication.type.range,
                   "auth_type without auth_pass: advertisements carry no password.");
        }
    }
}

} // namespace

const Rule k0209PasswordUnused{
    {"K0209", "Authentication without effect",
     "A password that is configured but not sent gives false confidence, and a node that does send it is "
     "not understood.",
     "Remove the authentication block, or use version 2 without vrrp_strict.",
     "    version 3\n"
     "    authentication {\n"
     "#   ^^^^^^^^^^^^^^\n"
     "        auth_type PASS\n"
     "        auth_pass 1111\n"
     "    }\n",
     "    version 3\n", Place::Instance},
    check};

} // namespace twinhelm::config::rules
