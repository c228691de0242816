#include "agent/ctl/probed_servers.h"

#include "common/config/edit/path.h"
#include "common/config/lower/lower_probe.h"
#include "common/config/schema/names.h"
#include "common/health/names.h"

namespace twinhelm::ctl
{

namespace
{

using namespace config::model;
namespace names = config::schema::names;

constexpr auto code = "A0497";

std::string withPort(const std::string &address, unsigned port)
{
    return port == 0 ? address : address + ' ' + std::to_string(port);
}

std::string nameOf(const VirtualServer &service)
{
    switch (service.kind) {
    case VirtualServer::Kind::Fwmark: return "fwmark " + std::to_string(*service.fwmark);
    case VirtualServer::Kind::Group: return "group " + *service.group;
    case VirtualServer::Kind::Address: break;
    }
    return withPort(service.address->toString(), *service.port);
}

std::string nameOf(const VirtualServer &service, const RealServer &server)
{
    return withPort(server.address->toString(), server.port.given ? *server.port : *service.port);
}

/// The words with their address as we write it: FD00::7 is fd00::7.
std::string canonical(std::string_view words)
{
    const auto text = config::edit::plainWords(words);
    const auto blank = text.find(' ');
    const auto address = IpAddress::parse(text.substr(0, blank));
    if (!address)
        return text;
    return blank == std::string::npos ? address->toString() : address->toString() + text.substr(blank);
}

/// An address without a port is enough.
bool chosen(const config::edit::Step &step, const std::string &name, unsigned number)
{
    if (step.selectors.empty())
        return true;
    const auto &selector = step.selectors.front();
    if (selector.number != 0)
        return selector.number == number;
    const auto wanted = canonical(selector.name);
    return wanted == name || wanted == name.substr(0, name.find(' '));
}

void addProbes(std::vector<NamedProbe> &out, const NodeConfig &config, const VirtualServer &service,
               const RealServer &server)
{
    for (const auto &check : server.checks) {
        if (auto probe = config::lowerProbe(config, service, server, check)) {
            out.push_back({std::string(health::kindName(*probe)) + " of " + std::string(names::realServer) + '[' +
                               nameOf(service, server) + ']',
                           std::move(*probe)});
        }
    }
}

} // namespace

Result<std::vector<NamedProbe>> probesAt(const NodeConfig &config, std::string_view text)
{
    const auto path = config::edit::Path::parse(text);
    if (!path)
        return tl::unexpected(path.error());
    const auto &steps = path->steps;
    if (steps.size() > 2 || steps[0].keyword != names::virtualServer ||
        (steps.size() == 2 && steps[1].keyword != names::realServer))
        return fail(code, std::string(text) + " is no real server.",
                    "Write 'virtual_server[10.0.0.3 80]/real_server[10.0.0.7 80]'.");
    std::vector<NamedProbe> out;
    bool found = false;
    unsigned service = 0;
    for (const auto &one : config.virtualServers) {
        if (!chosen(steps[0], nameOf(one), ++service))
            continue;
        unsigned server = 0;
        for (const auto &real : one.realServers) {
            if (steps.size() == 2 && !chosen(steps[1], nameOf(one, real), ++server))
                continue;
            found = true;
            addProbes(out, config, one, real);
        }
    }
    if (!found)
        return fail(code, "There is no server at " + std::string(text) + '.',
                    "twinhelmctl get FILE virtual_server shows what there is.");
    if (out.empty())
        return fail(code,
                    "The servers at " + std::string(text) + " have no checks: they are always taken for healthy.");
    return out;
}

} // namespace twinhelm::ctl
