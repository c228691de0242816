#include "common/ipvs/describe.h"

#include <array>

#include "common/base/joined.h"

namespace twinhelm::ipvs
{

namespace
{

std::string withPort(const IpAddress &address, std::uint16_t port)
{
    return (address.isV6() ? '[' + address.toString() + ']' : address.toString()) + ':' + std::to_string(port);
}

std::string verb(const AddService &)
{
    return "add service ";
}
std::string verb(const EditService &)
{
    return "change service ";
}
std::string verb(const RemoveService &)
{
    return "remove service ";
}
std::string verb(const AddDestination &)
{
    return "add destination ";
}
std::string verb(const EditDestination &)
{
    return "change destination ";
}
std::string verb(const RemoveDestination &)
{
    return "remove destination ";
}

const char *preposition(const AddDestination &)
{
    return " to ";
}
const char *preposition(const EditDestination &)
{
    return " of ";
}
const char *preposition(const RemoveDestination &)
{
    return " from ";
}

std::string tunnelText(const Forwarding &forwarding)
{
    std::string out = "TUN";
    switch (forwarding.tunnel) {
    case TunnelType::Ipip: break;
    case TunnelType::Gue: out += " by GUE at port " + std::to_string(forwarding.port); break;
    case TunnelType::Gre: out += " by GRE"; break;
    }
    switch (forwarding.checksum) {
    case TunnelChecksum::None: break;
    case TunnelChecksum::Checksum: out += " with checksums"; break;
    case TunnelChecksum::Remote: out += " with remote checksums"; break;
    }
    return out;
}

std::string methodText(const Forwarding &forwarding)
{
    switch (forwarding.method) {
    case Method::Nat: return "NAT";
    case Method::Direct: return "DR";
    case Method::Tunnel: break;
    }
    return tunnelText(forwarding);
}

} // namespace

std::string text(const ServiceKey &key)
{
    if (key.byMark)
        return "mark " + std::to_string(key.mark) + (key.family == Family::IPv6 ? " (IPv6)" : "");
    static constexpr std::array protocols{"TCP ", "UDP ", "SCTP "};
    return protocols.at(static_cast<std::size_t>(key.protocol)) + withPort(key.address, key.port);
}

std::string text(const DestinationKey &key)
{
    return withPort(key.address, key.port);
}

std::string text(const Scheduling &scheduling)
{
    std::vector<std::string> with;
    const std::array flags{scheduling.flag1, scheduling.flag2, scheduling.flag3};
    for (std::size_t i = 0; i < flags.size(); ++i) {
        if (flags.at(i))
            with.push_back("flag-" + std::to_string(i + 1));
    }
    if (scheduling.onePacket)
        with.emplace_back("one-packet scheduling");
    if (scheduling.persistenceSeconds != 0) {
        with.push_back("persistence of " + std::to_string(scheduling.persistenceSeconds) + " s by /" +
                       std::to_string(scheduling.persistenceLength));
    }
    if (!scheduling.persistenceEngine.empty())
        with.push_back("engine " + scheduling.persistenceEngine);
    return scheduling.scheduler + (with.empty() ? "" : " with " + joined(with, ", "));
}

std::string text(const DestinationValue &value)
{
    auto out = "weight " + std::to_string(value.weight) + ", " + methodText(value.forwarding);
    if (value.upperThreshold != 0 || value.lowerThreshold != 0) {
        out += ", thresholds " + std::to_string(value.lowerThreshold) + " to " + std::to_string(value.upperThreshold);
    }
    return out;
}

std::string text(const Change &change)
{
    return std::visit(
        [](const auto &one) {
            auto out = verb(one) + text(one.key);
            if constexpr (requires { one.value; })
                out += " (" + text(one.value) + ')';
            if constexpr (requires { one.service; })
                out += preposition(one) + text(one.service);
            return out;
        },
        change);
}

} // namespace twinhelm::ipvs
