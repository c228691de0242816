#include "common/ipvs/realserver.h"

#include <algorithm>

#include "common/ipvs/describe.h"
#include "common/ipvs/desired.h"

namespace twinhelm::ipvs
{

namespace
{

void addOnce(std::vector<std::string> &lines, const std::string &line)
{
    if (std::find(lines.begin(), lines.end(), line) == lines.end())
        lines.push_back(line);
}

bool servesV4(const RealServerSettings &settings)
{
    return std::any_of(settings.addresses.begin(), settings.addresses.end(),
                       [](const auto &one) { return one.address.isV4(); });
}

/// Whole: with a shorter prefix the real server would take a network for its own.
std::string wholePrefix(const IpAddress &address)
{
    return address.toString() + (address.isV4() ? "/32" : "/128");
}

/// "-" in front, as in a unit: it may fail, since it is there already.
std::vector<std::string> commandsUp(const RealServerSettings &settings)
{
    std::vector<std::string> out;
    if (servesV4(settings)) // before the first address is there
        out.push_back(std::string("sysctl -q -p ") + realServerSysctlFile);
    for (const auto &one : settings.addresses) {
        const auto device = deviceOf(settings, one);
        const bool tunnel = one.forwarding.method == Method::Tunnel;
        if (tunnel) {
            const std::string family = one.outer == Family::IPv6 ? "ip -6" : "ip";
            if (one.forwarding.tunnel == TunnelType::Gue) {
                addOnce(out, one.outer == Family::IPv6 ? "modprobe fou6" : "modprobe fou");
                addOnce(out, "-" + family + " fou add port " + std::to_string(one.forwarding.port) + " gue");
            }
            addOnce(out, "modprobe " + tunnelDevice(one).module);
            // Clients are not behind the tunnel. 2 holds whatever the value for all interfaces is: the higher counts.
            addOnce(out, "sysctl -q -w net.ipv4.conf." + device + ".rp_filter=2");
        } else if (device != "lo") {
            addOnce(out, "-ip link add " + device + " type dummy");
        }
        addOnce(out, "ip link set " + device + " up");
        // Nobody asks whether it is there, and it is not chosen as a source.
        addOnce(out, "ip address replace " + wholePrefix(one.address) + " dev " + device +
                         (one.address.isV6() ? " nodad preferred_lft 0" : ""));
    }
    return out;
}

std::vector<std::string> commandsDown(const RealServerSettings &settings)
{
    std::vector<std::string> out;
    for (const auto &one : settings.addresses)
        addOnce(out, "-ip address del " + wholePrefix(one.address) + " dev " + deviceOf(settings, one));
    return out;
}

std::string writeFile(const std::string &path, const std::string &text)
{
    return "cat >" + path + " <<'TWINHELM'\n" + text + "TWINHELM\n";
}

void note(std::vector<std::string> &notes, const std::string &text)
{
    addOnce(notes, text);
}

/// One service of the director that has this real server.
void addService(RealServerPart &part, const Service &service, const Destination &destination)
{
    if (destination.forwarding.method == Method::Nat) {
        note(part.notes, service.name + " is NAT: nothing is to be set for it here, but the way back to the clients "
                                        "must lead through the director (default route).");
        return;
    }
    for (const auto &key : keysOf(service)) {
        if (key.byMark) {
            note(part.notes, text(key) + " has no address of its own: name those that the firewall marks, with --vip.");
            continue;
        }
        if (!canServe(key, destination))
            continue;
        const ServedAddress served{key.address, valueOf(destination, 1).forwarding, destination.address.family()};
        auto &all = part.settings.addresses;
        if (std::find(all.begin(), all.end(), served) == all.end())
            all.push_back(served);
    }
}

} // namespace

RealServerPart realServerPart(const NodeSettings &director, std::span<const IpAddress> own)
{
    RealServerPart out;
    const auto isOwn = [&](const Destination &one) {
        return std::find(own.begin(), own.end(), one.address) != own.end();
    };
    for (const auto &service : director.services) {
        for (const auto &destination : service.destinations) {
            if (isOwn(destination))
                addService(out, service, destination);
        }
        if (service.sorryServer && isOwn(*service.sorryServer))
            addService(out, service, *service.sorryServer);
    }
    return out;
}

TunnelDevice tunnelDevice(const ServedAddress &address)
{
    if (address.forwarding.tunnel == TunnelType::Gre)
        return address.outer == Family::IPv4 ? TunnelDevice{"gre0", "ip_gre"} : TunnelDevice{"ip6gre0", "ip6_gre"};
    if (address.outer == Family::IPv6)
        return {"ip6tnl0", "ip6_tunnel"};
    return address.address.isV4() ? TunnelDevice{"tunl0", "ipip"} : TunnelDevice{"sit0", "sit"};
}

std::string deviceOf(const RealServerSettings &settings, const ServedAddress &address)
{
    return address.forwarding.method == Method::Tunnel ? tunnelDevice(address).name : settings.device;
}

std::string realServerSysctls(const RealServerSettings &settings)
{
    if (!servesV4(settings))
        return {};
    return "# Written by twinhelmctl realserver. The virtual addresses stand on a device without a wire:\n"
           "# no answer to ARP requests for them on any other, and none of them as the sender of our own.\n"
           "net.ipv4.conf.all.arp_ignore = 1\n"
           "net.ipv4.conf.all.arp_announce = 2\n";
}

std::string realServerUnitText(const RealServerSettings &settings)
{
    std::string out = "# Written by twinhelmctl realserver.\n"
                      "[Unit]\n"
                      "Description=Virtual addresses that this real server serves (IPVS)\n"
                      "After=systemd-sysctl.service network-pre.target\n"
                      "Before=network-online.target\n"
                      "\n"
                      "[Service]\n"
                      "Type=oneshot\n"
                      "RemainAfterExit=yes\n";
    for (const auto &command : commandsUp(settings))
        out += "ExecStart=" + command + '\n';
    for (const auto &command : commandsDown(settings))
        out += "ExecStop=" + command + '\n';
    return out + "\n[Install]\nWantedBy=multi-user.target\n";
}

std::string realServerScript(const RealServerSettings &settings)
{
    std::string out = "#!/bin/sh\n# Makes this host a real server of IPVS. Run it as root, as often as you like.\nset "
                      "-e\nmkdir -p /etc/sysctl.d /etc/systemd/system\n";
    if (const auto sysctls = realServerSysctls(settings); !sysctls.empty())
        out += writeFile(realServerSysctlFile, sysctls);
    out += writeFile(realServerUnitFile, realServerUnitText(settings));
    out += "if [ -d /run/systemd/system ]; then\n    systemctl daemon-reload\n    systemctl enable " +
           std::string(realServerUnit) + "\n    systemctl restart " + realServerUnit + "\nelse\n";
    for (const auto &command : commandsUp(settings)) {
        const bool mayFail = command.starts_with('-');
        out += "    " + command.substr(mayFail ? 1 : 0) + (mayFail ? " || true\n" : "\n");
    }
    return out + "fi\n";
}

} // namespace twinhelm::ipvs
