// twinhelmd: the node engine. One program, four roles; the guardian starts the other three from this very file.
#include <array>
#include <iostream>

#include <CLI/CLI.hpp>
#include <sys/prctl.h>
#include <unistd.h>

#include "agent/api/api_process.h"
#include "agent/checker/checker_process.h"
#include "agent/guardian/guardian.h"
#include "agent/linux/child_process.h"
#include "agent/linux/file_confinement.h"
#include "agent/linux/memory.h"
#include "agent/linux/privileges.h"
#include "agent/mail/mail_process.h"
#include "agent/process/listen_address.h"
#include "agent/process/log.h"
#include "agent/vrrp/sweep_process.h"
#include "agent/vrrp/vrrp_process.h"
#include "common/config/load.h"
#include "common/diagnostics/text_renderer.h"

namespace
{

using namespace twinhelm;
using namespace twinhelm::agent;

std::string shortHostName()
{
    std::array<char, 256> name{};
    ::gethostname(name.data(), name.size() - 1);
    const std::string full = name.data();
    return full.substr(0, full.find('.'));
}

/// What a child inherits from the guardian.
ChannelFd inheritedChannel()
{
    return ChannelFd(ChildProcess::inheritedFd);
}

int check(const AgentOptions &options)
{
    const auto loaded = config::loadFile(options.configPath, options.nodeId);
    if (!loaded) {
        std::cerr << loaded.error().what << ". " << loaded.error().mend << '\n';
        return exit_code::unreadable;
    }
    const auto findings = loaded->findings();
    std::cout << renderText(findings, loaded->sources);
    const bool ok = !hasErrors(findings);
    std::cout << options.configPath << " for " << options.nodeId << ": " << (ok ? "can be run" : "has errors") << '\n';
    return ok ? exit_code::ok : exit_code::badConfig;
}

int runApiRole(const AgentOptions &options)
{
    api::ApiOptions out;
    out.runtimeDir = options.runtimeDir;
    out.stateDir = options.stateDir;
    if (!options.listen.empty()) {
        const auto address = parseListenAddress(options.listen);
        if (!address) {
            log::error(address.error().what);
            return exit_code::cannotRun;
        }
        out.listen = api::ListenAddress{address->host, address->port};
    }
    return api::runApi(out, inheritedChannel());
}

/// The api process reads the journal and the identity, makes its socket, and nothing else.
Result<void> giveRightsAway(const AgentOptions &options)
{
    if (auto dropped = dropPrivileges(); !dropped)
        return dropped;
    const auto confined =
        confineFiles({{options.stateDir, "/usr", "/lib", "/lib64", "/etc/ssl", "/proc/sys/kernel/random", "/dev"},
                      {options.runtimeDir}});
    if (!confined)
        return tl::unexpected(confined.error());
    return {};
}

int runRole(const std::string &role, const AgentOptions &options)
{
    HeldSignals held;
    if (!role.empty())
        held.release(); // nobody but the guardian signals the others
    const std::string name = role.empty() ? "twinhelmd" : "twinhelmd-" + role;
    ::prctl(PR_SET_NAME, name.c_str());
    // Rights belong to threads: they go before the log starts its own.
    if (role == "trial")
        return runTrial(ChildProcess::inheritedFd);
    if (role == "mail")
        return dropPrivileges() ? runMail(inheritedChannel()) : exit_code::cannotRun;
    const auto dropped = role == "api" ? giveRightsAway(options) : Result<void>();
    log::start(role.empty() ? "guardian" : role, options.foreground ? LogTarget::StandardError : LogTarget::Journal);
    if (!dropped) {
        log::error(dropped.error().what + "; " + dropped.error().mend);
        return exit_code::cannotRun;
    }
    if (role == "vrrp")
        return runVrrp({options.runtimeDir}, inheritedChannel());
    if (role == "sweep")
        return runSweep({options.runtimeDir}, inheritedChannel());
    if (role == "checker")
        return runChecker({options.stateDir}, inheritedChannel());
    if (role == "api")
        return runApiRole(options);
    return runGuardian(options, held);
}

} // namespace

int main(int argc, char **argv)
{
    useMemorySparingly();
    AgentOptions options;
    options.nodeId = shortHostName();
    std::string role;
    bool noListen = false;
    bool onlyCheck = false;
    CLI::App app{"twinhelmd: keeps virtual addresses alive between the nodes of a pair, from keepalived.conf"};
    app.set_version_flag("--version", TWINHELM_VERSION);
    app.add_option("--config,-f", options.configPath, "configuration file")->capture_default_str();
    app.add_option("--config-id,-i", options.nodeId, "this node's name in @id lines")->capture_default_str();
    app.add_option("--runtime-dir", options.runtimeDir, "folder for the socket and what ends with a boot")
        ->capture_default_str();
    app.add_option("--state-dir", options.stateDir, "folder for the journal and the identity")->capture_default_str();
    auto *listen = app.add_option("--listen", options.listen, "HOST:PORT of the API")
                       ->capture_default_str()
                       ->check([](const std::string &text) {
                           const auto address = parseListenAddress(text);
                           return address ? std::string() : address.error().what;
                       });
    app.add_flag("--no-listen", noListen, "serve the Unix socket only")->excludes(listen);
    app.add_flag("--foreground,-n", options.foreground, "log to standard error instead of the journal");
    app.add_flag("--check,-t", onlyCheck,
                 "say what is wrong with the configuration and exit: 0 fine, 5 errors, 6 unreadable");
    app.add_option("--role", role)->group(""); // for the guardian only
    app.add_option("--succession", options.succession)->group("");
    CLI11_PARSE(app, argc, argv);
    if (noListen)
        options.listen.clear();
    if (onlyCheck)
        return check(options);
    const int code = runRole(role, options);
    log::stop();
    return code;
}
