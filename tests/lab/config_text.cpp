#include "tests/lab/config_text.h"

namespace twinhelm::lab
{

std::string InstanceText::text() const
{
    std::string text = "vrrp_instance " + name + " {\n    state " + state + "\n    interface " + interface +
                       "\n    virtual_router_id " + std::to_string(virtualRouterId) + "\n    priority " +
                       std::to_string(priority) + "\n    advert_int " + advert + "\n    version " +
                       std::to_string(version) + "\n";
    if (!password.empty())
        text += "    authentication {\n        auth_type " + authType + "\n        auth_pass " + password + "\n    }\n";
    text += "    virtual_ipaddress {\n";
    for (const auto &address : addresses)
        text += "        " + address + "\n";
    return text + "    }\n" + more + "}\n";
}

std::string configText(const std::string &routerId, const std::vector<InstanceText> &instances)
{
    std::string text = "global_defs {\n    router_id " + routerId + "\n}\n";
    for (const auto &instance : instances)
        text += instance.text();
    return text;
}

std::string seed000(const std::string &node)
{
    const bool first = node == "lb01";
    return "global_defs {\n    router_id " + node +
           "\n}\nvrrp_instance VI_1 {\n"
           "    state " +
           (first ? "MASTER" : "BACKUP") + "\n    interface eth0\n    virtual_router_id 50\n    priority " +
           (first ? "150" : "100") +
           "\n    advert_int 1\n    authentication {\n        auth_type PASS\n        auth_pass 1111\n    }\n"
           "    virtual_ipaddress {\n        10.0.0.3\n    }\n}\n";
}

std::string seed004(const std::string &node)
{
    const bool first = node == "lb01";
    return std::string("global_defs {\n   notification_email {\n     root@localhost.localdomain\n   }\n"
                       "   notification_email_from root  root@localhost.localdomain\n"
                       "   smtp_server 127.0.0.1\n   smtp_connect_timeout 30\n   router_id HA_TEST_R") +
           (first ? "1" : "2") + "\n}\n\nvrrp_instance VI_1 {\n    state " + (first ? "MASTER" : "BACKUP") +
           "\n    interface ens33\n    virtual_router_id 1\n    priority " + (first ? "100" : "99") +
           "\n    advert_int 1\n    authentication {\n        auth_type PASS\n        auth_pass 1111\n    }\n"
           "    virtual_ipaddress {\n        192.168.1.254\n    }\n}\n";
}

} // namespace twinhelm::lab
