#include "common/config/schema/names.h"
#include "common/config/validate/rules/rules.h"

// The packet has room for eight bytes (RFC 3768 section 5.3.10 leaves it at that); the rest is cut off.
namespace twinhelm::config::rules
{

namespace
{

constexpr std::size_t mostBytes = 8;

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &instance : config.instances) {
        const auto &password = instance.authentication.password;
        if (password.given && password->reveal().size() > mostBytes) {
            report(diagnostics, k0208LongPassword, Severity::Warning, password.range,
                   "Only the first 8 characters of the password count.");
        }
    }
}

} // namespace

const Rule k0208LongPassword{{"K0208", "Password longer than 8 characters",
                              "VRRP carries 8 bytes of password. Two passwords that differ later are the same to it.",
                              "Use at most 8 characters, the same on every node.",
                              "    authentication {\n"
                              "        auth_type PASS\n"
                              "        auth_pass correcthorse\n"
                              "#                 ^^^^^^^^^^^^\n"
                              "    }\n",
                              "    authentication {\n"
                              "        auth_type PASS\n"
                              "        auth_pass correcth\n"
                              "    }\n",
                              Place::Instance},
                             check};

} // namespace twinhelm::config::rules
