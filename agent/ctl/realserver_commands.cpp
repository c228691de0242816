#include "agent/ctl/realserver_commands.h"

#include <algorithm>

#include "agent/ctl/exit_code.h"
#include "agent/linux/child_process.h"
#include "agent/linux/real_server_state.h"
#include "common/base/joined.h"
#include "common/config/load.h"
#include "common/config/lower/lower_balancer.h"

namespace twinhelm::ctl
{

namespace
{

constexpr auto usageCode = "A0387";

/// A failure with the exit code it ends in.
struct Failure {
    Error error;
    int exit = exit_code::usage;
};
template<typename T>
using Outcome = tl::expected<T, Failure>;

tl::unexpected<Failure> refuse(std::string what, std::string mend, int exit = exit_code::usage)
{
    return tl::unexpected<Failure>(Failure{{usageCode, std::move(what), std::move(mend)}, exit});
}

Outcome<std::vector<IpAddress>> parseAll(const std::vector<std::string> &texts)
{
    std::vector<IpAddress> out;
    for (const auto &text : texts) {
        const auto address = IpAddress::parse(text);
        if (!address)
            return refuse('"' + text + "\" is not an address.", "Write 10.0.0.7 or fd00::7, without a prefix.");
        out.push_back(*address);
    }
    return out;
}

/// What an interface may be called (and a shell or unit does not misread).
bool isDeviceName(const std::string &name)
{
    constexpr std::size_t longest = 15;
    return !name.empty() && name.size() <= longest && name.front() != '-' && name.front() != '.' &&
           std::all_of(name.begin(), name.end(), [](unsigned char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                      c == '_' || c == '.';
           });
}

Outcome<std::vector<IpAddress>> ownAddresses(const RealServerWanted &wanted)
{
    if (!wanted.servers.empty())
        return parseAll(wanted.servers);
    const auto state = agent::readRealServerState();
    if (!state)
        return tl::unexpected(Failure{state.error(), exit_code::refused});
    std::vector<IpAddress> out;
    for (const auto &interface : state->interfaces) {
        for (const auto &prefix : interface.addresses)
            out.push_back(prefix.address);
    }
    return out;
}

Outcome<ipvs::RealServerSettings> fromFile(const RealServerWanted &wanted, const Streams &io)
{
    const auto own = ownAddresses(wanted);
    if (!own)
        return tl::unexpected(own.error());
    const auto loaded = config::loadFile(wanted.file, wanted.configId);
    if (!loaded)
        return tl::unexpected(Failure{loaded.error(), exit_code::unreadable});
    const auto director = config::lowerBalancer(loaded->model).ipvs;
    auto part = realServerPart(director, *own);
    for (const auto &note : part.notes)
        io.err << "note: " << note << '\n';
    if (part.settings.addresses.empty() && wanted.vips.empty()) {
        std::vector<std::string> names;
        for (const auto &address : *own)
            names.push_back(address.toString());
        return refuse("None of the " + std::to_string(director.services.size()) + " virtual servers in " + wanted.file +
                          " reaches this real server (" + joined(names, ", ") + ") by DR or TUN.",
                      "Name its address as the file has it: --server ADDRESS.", exit_code::refused);
    }
    return std::move(part.settings);
}

Outcome<ipvs::RealServerSettings> settingsOf(const RealServerWanted &wanted, const Streams &io)
{
    if (!isDeviceName(wanted.device))
        return refuse('"' + wanted.device + "\" cannot be the name of an interface.", "Write lo, or dummy0.");
    if (wanted.method != "DR" && wanted.method != "TUN")
        return refuse('"' + wanted.method + "\" is no way to a real server that needs anything.", "Write DR or TUN.");
    if (wanted.file.empty() && wanted.vips.empty())
        return refuse("Which virtual addresses?", "Name the director's configuration, or addresses with --vip.");
    ipvs::RealServerSettings out;
    if (!wanted.file.empty()) {
        auto part = fromFile(wanted, io);
        if (!part)
            return part;
        out = std::move(*part);
    }
    const auto vips = parseAll(wanted.vips);
    if (!vips)
        return tl::unexpected(vips.error());
    for (const auto &vip : *vips) {
        ipvs::ServedAddress served;
        served.address = vip;
        served.outer = vip.family();
        served.forwarding.method = wanted.method == "TUN" ? ipvs::Method::Tunnel : ipvs::Method::Direct;
        if (std::find(out.addresses.begin(), out.addresses.end(), served) == out.addresses.end())
            out.addresses.push_back(served);
    }
    out.device = wanted.device;
    return out;
}

int complain(const Failure &failure, const Streams &io)
{
    return io.complain(failure.error, failure.exit);
}

} // namespace

int realServerPlan(const RealServerWanted &wanted, const Streams &io)
{
    const auto settings = settingsOf(wanted, io);
    if (!settings)
        return complain(settings.error(), io);
    io.out << realServerScript(*settings);
    return exit_code::ok;
}

int realServerApply(const RealServerWanted &wanted, const Streams &io)
{
    const auto settings = settingsOf(wanted, io);
    if (!settings)
        return complain(settings.error(), io);
    agent::SpawnRequest request;
    request.argv = {"/bin/sh", "-c", realServerScript(*settings)};
    auto shell = agent::ChildProcess::spawn(request);
    if (!shell)
        return io.complain(shell.error(), exit_code::refused);
    const auto status = shell->wait(-1);
    if (!status || !status->success()) {
        return io.complain(
            {usageCode,
             "The script " + (status ? status->toString() : std::string("is gone")) + "; what it said is above.",
             "Run it as root; 'twinhelmctl realserver plan' prints it, 'check' says what is missing."},
            exit_code::refused);
    }
    return realServerCheck(wanted, io);
}

int realServerCheck(const RealServerWanted &wanted, const Streams &io)
{
    const auto settings = settingsOf(wanted, io);
    if (!settings)
        return complain(settings.error(), io);
    const auto state = agent::readRealServerState();
    if (!state)
        return io.complain(state.error(), exit_code::refused);
    const auto problems = realServerProblems(*settings, *state);
    for (const auto &problem : problems) {
        io.out << problem.what << " (" << (problem.mend.empty() ? "twinhelmctl realserver apply" : problem.mend)
               << ")\n";
    }
    if (problems.empty()) {
        const auto count = settings->addresses.size();
        io.out << "This host serves " << count << " virtual address" << (count == 1 ? "" : "es") << " as it should.\n";
    }
    return problems.empty() ? exit_code::ok : exit_code::refused;
}

} // namespace twinhelm::ctl
