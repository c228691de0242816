#include "agent/linux/netlink_peer.h"

#include <fstream>

namespace twinhelm::agent
{

std::string removerText(const char *message, std::uint32_t port)
{
    if (port == 0)
        return std::string("the kernel itself (") + message + ": its link or its network went away)";
    std::string name;
    std::ifstream comm("/proc/" + std::to_string(port) + "/comm");
    std::getline(comm, name); // most tools are gone by now
    return "netlink port " + std::to_string(port) + " (" + message + (name.empty() ? "" : ", " + name) + ')';
}

} // namespace twinhelm::agent
