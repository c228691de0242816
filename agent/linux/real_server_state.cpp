#include "agent/linux/real_server_state.h"

#include <fstream>
#include <iterator>
#include <map>

#include "agent/linux/route_socket.h"
#include "agent/linux/sysctl.h"

namespace twinhelm::agent
{

namespace
{

std::optional<int> setting(const std::string &interface, const char *name)
{
    return readSysctl("ipv4/conf/" + interface + '/' + name);
}

std::optional<std::string> fileText(const char *path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

} // namespace

Result<ipvs::RealServerState> readRealServerState()
{
    auto socket = RouteSocket::open();
    if (!socket)
        return tl::unexpected(socket.error());
    const auto dump = socket->dump();
    if (!dump)
        return tl::unexpected(dump.error());
    std::map<int, ipvs::RealServerState::Interface> interfaces;
    for (const auto &change : *dump) {
        if (const auto *link = std::get_if<LinkChange>(&change)) {
            interfaces[link->index] = {link->name,
                                       link->up,
                                       {},
                                       setting(link->name, "arp_ignore"),
                                       setting(link->name, "arp_announce"),
                                       setting(link->name, "rp_filter")};
        } else if (const auto *address = std::get_if<AddressChange>(&change)) {
            if (const auto found = interfaces.find(address->interfaceIndex); found != interfaces.end())
                found->second.addresses.push_back(address->prefix);
        }
    }
    ipvs::RealServerState out;
    for (auto &[index, interface] : interfaces)
        out.interfaces.push_back(std::move(interface));
    out.arpIgnore = setting("all", "arp_ignore").value_or(0);
    out.arpAnnounce = setting("all", "arp_announce").value_or(0);
    out.rpFilter = setting("all", "rp_filter").value_or(0);
    out.sysctlFile = fileText(ipvs::realServerSysctlFile);
    out.unitFile = fileText(ipvs::realServerUnitFile);
    return out;
}

} // namespace twinhelm::agent
