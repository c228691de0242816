#pragma once

#include <string>
#include <vector>

namespace twinhelm::lab
{

/// One vrrp_instance as text, for tests. `advert` is in seconds as keepalived.conf has it ("1", "0.1").
struct InstanceText {
    std::string name = "VI_1";
    std::string interface = "eth0";
    int virtualRouterId = 50;
    int priority = 100;
    int version = 2;
    std::string advert = "1";
    std::string password = "1111"; ///< empty: no authentication
    std::string authType = "PASS";
    std::string state = "BACKUP";
    std::vector<std::string> addresses{"10.0.0.3"};
    std::string more = {}; ///< further lines of the block

    [[nodiscard]] std::string text() const;
};

/// A whole keepalived.conf with these instances.
std::string configText(const std::string &routerId, const std::vector<InstanceText> &instances);

/// The pair of seed 000 (keepalived with nginx) and of seed 004 (hot standby), as their authors wrote them.
std::string seed000(const std::string &node); ///< lb01 or lb02
std::string seed004(const std::string &node);

} // namespace twinhelm::lab
