#include "agent/process/listen_address.h"

#include <charconv>

#include "common/base/ip_address.h"

namespace twinhelm::agent
{

Result<HostPort> parseListenAddress(std::string_view text)
{
    const auto refused = [&](const std::string &why) {
        return fail("A0190", "'" + std::string(text) + "' is not HOST:PORT: " + why, "write 0.0.0.0:7443 or [::]:7443");
    };
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos)
        return refused("the port is missing");
    std::string_view host = text.substr(0, colon);
    if (host.size() > 1 && host.front() == '[' && host.back() == ']')
        host = host.substr(1, host.size() - 2);
    if (!IpAddress::parse(host))
        return refused("the host must be an IPv4 address or an IPv6 address in brackets");
    const auto digits = text.substr(colon + 1);
    HostPort out;
    const auto *const end = digits.data() + digits.size();
    const auto [next, error] = std::from_chars(digits.data(), end, out.port);
    if (digits.empty() || error != std::errc{} || next != end || out.port == 0)
        return refused("the port must be 1 to 65535");
    out.host = host;
    return out;
}

} // namespace twinhelm::agent
