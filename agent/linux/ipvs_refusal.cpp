#include "agent/linux/ipvs_refusal.h"

#include <cerrno>

#include "agent/linux/system_error.h"
#include "common/ipvs/describe.h"

namespace twinhelm::agent
{

namespace
{

constexpr auto asRoot = "this needs CAP_NET_ADMIN in the network namespace; start it as root";
constexpr auto readAgain = "somebody else changes the table, too (ipvsadm, another balancer program): it is read again";

/// What those that name a scheduler may lack.
std::string schedulerMend(const ipvs::Scheduling &value)
{
    auto out = "look whether 'modprobe ip_vs_" + value.scheduler + "' works";
    if (!value.persistenceEngine.empty())
        out += ", and 'modprobe ip_vs_pe_" + value.persistenceEngine + "'";
    return out + "; or choose another lb_algo";
}

std::string invalidDestination(const ipvs::ServiceKey &service, const ipvs::DestinationKey &key,
                               const ipvs::DestinationValue &value)
{
    if (service.family != key.address.family()) {
        return "a real server of the other address family is reached by TUN only, and not while a sync daemon runs";
    }
    if (value.forwarding.method == ipvs::Method::Tunnel && value.forwarding.tunnel == ipvs::TunnelType::Gue &&
        value.forwarding.port == 0)
        return "give the GUE tunnel a port";
    return "look whether the address is one host's, neither multicast nor broadcast";
}

std::string mendOf(const ipvs::Change &change, int error)
{
    switch (error) {
    case EPERM: return asRoot;
    case EEXIST:
    case ESRCH: return readAgain;
    case ENOMEM:
    case ENOBUFS: return "the kernel is short of memory; it is tried again";
    case EAFNOSUPPORT: return "the kernel has no IPv6 (ipv6.disable=1, or the module ipv6 is not loaded)";
    case ERANGE: return "weights are 0 or more, and uthreshold is not below lthreshold";
    default: break;
    }
    if (const auto *add = std::get_if<ipvs::AddService>(&change))
        return error == ENOENT ? schedulerMend(add->value)
                               : "look at persistence_granularity and the scheduler's flags";
    if (const auto *edit = std::get_if<ipvs::EditService>(&change))
        return error == ENOENT ? schedulerMend(edit->value)
                               : "look at persistence_granularity and the scheduler's flags";
    if (error == ENOENT)
        return readAgain;
    if (const auto *add = std::get_if<ipvs::AddDestination>(&change))
        return invalidDestination(add->service, add->key, add->value);
    if (const auto *edit = std::get_if<ipvs::EditDestination>(&change))
        return invalidDestination(edit->service, edit->key, edit->value);
    return "dmesg may say more";
}

} // namespace

tl::unexpected<Error> noIpvs(const std::string &why)
{
    return fail("A0380", "this kernel has no IPVS" + (why.empty() ? std::string() : " (" + why + ')'),
                "virtual servers need the module ip_vs: 'modprobe ip_vs', from the package of the running kernel "
                "(linux-modules or kernel-modules-extra); in a container, on its host. VRRP and checks go on without");
}

Error refusal(const ipvs::Change &change, int error)
{
    return {"A0382", "the kernel refuses to " + text(change) + ": " + errorText(error), mendOf(change, error)};
}

tl::unexpected<Error> settingRefused(const std::string &what, int error)
{
    return fail("A0383", what + ": " + errorText(error),
                error == EPERM ? asRoot : "look whether the values are in the kernel's range, and into dmesg");
}

Error syncRefusal(const ipvs::SyncChange &change, int error)
{
    const auto role = [](ipvs::SyncRole one) { return one == ipvs::SyncRole::Master ? "master" : "backup"; };
    const auto *start = std::get_if<ipvs::StartSync>(&change);
    if (start == nullptr) {
        const auto &stop = std::get<ipvs::StopSync>(change);
        return {"A0384", "the " + std::string(role(stop.role)) + " sync daemon does not stop: " + errorText(error),
                error == EPERM ? asRoot : readAgain};
    }
    std::string mend = "look at the line lvs_sync_daemon";
    switch (error) {
    case EPERM: mend = asRoot; break;
    case ENODEV: mend = "there is no such interface; create it, or correct lvs_sync_daemon"; break;
    case EEXIST:
        mend = "one runs already, started by somebody else: 'ipvsadm --stop-daemon " + std::string(role(start->role)) +
               "'";
        break;
    case EINVAL:
        mend = "lvs_sync_daemon: the group must be a multicast address; and no real server may be of another address "
               "family than its virtual server";
        break;
    default: break;
    }
    return {"A0384",
            "the " + std::string(role(start->role)) + " sync daemon does not start on " + start->daemon.interface +
                ": " + errorText(error),
            std::move(mend)};
}

} // namespace twinhelm::agent
