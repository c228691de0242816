#include "common/config/validate/rules/rules.h"

// The count in the packet is one byte (RFC 9568 section 5.2.5); keepalived moves the surplus to the excluded ones.
namespace twinhelm::config::rules
{

namespace
{

constexpr std::size_t most = 255;

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &instance : config.instances) {
        if (instance.addresses.size() <= most)
            continue;
        report(diagnostics, k0230TooManyAddresses, Severity::Error, instance.addresses[most].range,
               *instance.name + " has " + std::to_string(instance.addresses.size()) +
                   " addresses; from here on they are treated as virtual_ipaddress_excluded.");
    }
}

} // namespace

const Rule k0230TooManyAddresses{
    {"K0230", "More than 255 addresses in one instance",
     "An advertisement has room for 255 addresses. The others move along, but the nodes do not compare "
     "them.",
     "Move the surplus to virtual_ipaddress_excluded, or to another instance.",
     "vrrp_instance VI_1 {\n"
     "    interface eth0\n"
     "    virtual_router_id 51\n"
     "    virtual_ipaddress {\n"
     "        ~SEQ(i, 0, 255) 10.0.1.$i\n"
     "#                       ^^^^^^^^^\n"
     "    }\n"
     "}\n",
     "vrrp_instance VI_1 {\n"
     "    interface eth0\n"
     "    virtual_router_id 51\n"
     "    virtual_ipaddress {\n"
     "        10.0.1.0\n"
     "    }\n"
     "    virtual_ipaddress_excluded {\n"
     "        ~SEQ(i, 1, 255) 10.0.1.$i\n"
     "    }\n"
     "}\n",
     Place::File},
    check,
    Scope::Block};

} // namespace twinhelm::config::rules
