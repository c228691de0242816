#include "common/ipvs/realserver_check.h"

#include <algorithm>

namespace twinhelm::ipvs
{

namespace
{

using Interface = RealServerState::Interface;

class Checking
{
public:
    Checking(const RealServerSettings &settings, const RealServerState &state) : settings_(settings), state_(state) {}

    std::vector<RealServerProblem> run()
    {
        for (const auto &one : settings_.addresses)
            checkAddress(one);
        checkArp();
        checkBoot();
        return std::move(problems_);
    }

private:
    void add(std::string what, std::string mend = {})
    {
        RealServerProblem problem{std::move(what), std::move(mend)};
        if (std::find(problems_.begin(), problems_.end(), problem) == problems_.end())
            problems_.push_back(std::move(problem));
    }

    [[nodiscard]] const Interface *find(const std::string &name) const
    {
        const auto found = std::find_if(state_.interfaces.begin(), state_.interfaces.end(),
                                        [&](const auto &one) { return one.name == name; });
        return found == state_.interfaces.end() ? nullptr : &*found;
    }

    /// Whether its neighbours can ask for addresses there.
    [[nodiscard]] bool hasWire(const std::string &name) const
    {
        return name != "lo" && name != settings_.device &&
               std::none_of(settings_.addresses.begin(), settings_.addresses.end(),
                            [&](const auto &one) { return deviceOf(settings_, one) == name; });
    }

    void checkAddress(const ServedAddress &served)
    {
        const auto device = deviceOf(settings_, served);
        const auto *home = find(device);
        if (home == nullptr) {
            const bool tunnel = served.forwarding.method == Method::Tunnel;
            add("there is no interface " + device +
                (tunnel ? ": the module " + tunnelDevice(served).module + " is not loaded" : std::string()));
        } else if (!home->up) {
            add(device + " is down: packets for " + served.address.toString() + " are dropped");
        }
        checkPlaces(served, device);
        if (served.forwarding.method == Method::Tunnel && served.address.isV4() && home != nullptr)
            checkReversePath(*home);
    }

    void checkPlaces(const ServedAddress &served, const std::string &device)
    {
        const auto address = served.address.toString();
        bool there = false;
        for (const auto &interface : state_.interfaces) {
            for (const auto &prefix : interface.addresses) {
                if (prefix.address != served.address)
                    continue;
                const auto stands = address + " stands on " + interface.name;
                if (hasWire(interface.name)) {
                    add(stands + ", where it answers the clients' ARP in the director's place",
                        "ip address del " + prefix.toString() + " dev " + interface.name);
                    continue;
                }
                there = there || interface.name == device;
                const int whole = address.find(':') == std::string::npos ? 32 : 128;
                if (prefix.length != whole) {
                    add(stands + " as /" + std::to_string(prefix.length) +
                            ": the whole network is taken for this host's own",
                        "ip address del " + prefix.toString() + " dev " + interface.name);
                }
            }
        }
        if (!there)
            add(address + " is not on " + device + ": packets that the director sends here are dropped");
    }

    void checkReversePath(const Interface &tunnel)
    {
        if (std::max(state_.rpFilter, tunnel.rpFilter.value_or(0)) == 1) {
            add("rp_filter is 1 on " + tunnel.name + ": packets of clients are dropped, who are not behind the tunnel",
                "sysctl -w net.ipv4.conf." + tunnel.name + ".rp_filter=2");
        }
    }

    void checkArp()
    {
        const bool v4 = std::any_of(settings_.addresses.begin(), settings_.addresses.end(),
                                    [](const auto &one) { return one.address.isV4(); });
        if (!v4)
            return;
        for (const auto &interface : state_.interfaces) {
            const bool idle = !interface.up && interface.addresses.empty(); // what modules make and nobody uses
            if (!hasWire(interface.name) || !interface.arpIgnore || idle)
                continue;
            const int ignore = std::max(state_.arpIgnore, *interface.arpIgnore);
            // 1: addresses of this interface only; 2: and of its network; 8: none at all (ip-sysctl, kernel).
            if (ignore != 1 && ignore != 2 && ignore != 8) {
                // The higher of both counts, so a value that is too high must go where it stands.
                const auto where = *interface.arpIgnore > 2 ? interface.name : std::string("all");
                add("arp_ignore is " + std::to_string(ignore) + " on " + interface.name +
                        ": this host answers ARP for the virtual addresses, and takes their traffic from the director",
                    "sysctl -w net.ipv4.conf." + where + ".arp_ignore=1");
            }
            const int announce = std::max(state_.arpAnnounce, interface.arpAnnounce.value_or(0));
            if (announce != 2) {
                add("arp_announce is " + std::to_string(announce) + " on " + interface.name +
                        ": this host's own ARP requests may name a virtual address as their sender",
                    "sysctl -w net.ipv4.conf.all.arp_announce=2");
            }
        }
    }

    void checkBoot()
    {
        const auto check = [&](const char *path, const std::optional<std::string> &is, const std::string &must) {
            if (must.empty())
                return;
            if (!is)
                add(std::string(path) + " is missing: all this is lost at the next boot");
            else if (*is != must)
                add(std::string(path) + " says something else: the next boot makes it different");
        };
        if (settings_.addresses.empty())
            return;
        check(realServerSysctlFile, state_.sysctlFile, realServerSysctls(settings_));
        check(realServerUnitFile, state_.unitFile, realServerUnitText(settings_));
    }

    const RealServerSettings &settings_;
    const RealServerState &state_;
    std::vector<RealServerProblem> problems_;
};

} // namespace

std::vector<RealServerProblem> realServerProblems(const RealServerSettings &settings, const RealServerState &state)
{
    return Checking(settings, state).run();
}

} // namespace twinhelm::ipvs
