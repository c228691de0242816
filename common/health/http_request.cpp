#include "common/health/http_request.h"

#include "common/health/words.h"

namespace twinhelm::health
{

namespace
{

/// Nothing in a configuration may add lines to a request.
std::string oneLine(const std::string &text)
{
    std::string out;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f)
            out += c;
    }
    return out;
}

} // namespace

std::string httpRequest(const HttpProbe &probe, const Url &url, const Endpoint &endpoint)
{
    std::string out = "GET " + oneLine(url.path) + " HTTP/1." + std::to_string(probe.minorVersion) + "\r\n";
    out += "User-Agent: KeepAliveClient\r\n";
    if (probe.closeHeader || probe.minorVersion >= 1)
        out += "Connection: close\r\n";
    out += "Host: " + (url.virtualHost.empty() ? toString(endpoint) : oneLine(url.virtualHost)) + "\r\n\r\n";
    return out;
}

std::string serverName(const HttpProbe &probe, const Url &url)
{
    if (!probe.sni)
        return {};
    std::string name = probe.sniName.empty() ? url.virtualHost : probe.sniName;
    if (const auto colon = name.rfind(':'); colon != std::string::npos && name.find(':') == colon)
        name.erase(colon); // a virtual host may name its port
    return IpAddress::parse(name) || name.starts_with('[') ? std::string() : oneLine(name);
}

} // namespace twinhelm::health
