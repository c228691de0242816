#include "agent/ctl/command_line.h"

#include <array>
#include <chrono>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include "agent/ctl/cluster_commands.h"
#include "agent/ctl/edit_commands.h"
#include "agent/ctl/exit_code.h"
#include "agent/ctl/identity_commands.h"
#include "agent/ctl/language_commands.h"
#include "agent/ctl/probe_command.h"
#include "agent/ctl/realserver_commands.h"
#include "agent/ctl/remote_commands.h"
#include "agent/ctl/service_commands.h"
#include "agent/ctl/simulate_commands.h"

namespace twinhelm::ctl
{

namespace
{

constexpr auto exitCodes = "Exit codes:\n"
                           "  0  done\n"
                           "  1  the agent refused, or the identity does not hold\n"
                           "  2  the command line makes no sense\n"
                           "  3  no agent answers at this socket\n"
                           "  5  the configuration has errors; reload: the old one stays in force\n"
                           "  6  a file cannot be read or written\n"
                           "check and repair have their own, see their --help\n";

/// keepalived's default for the config id: the host name's first label.
std::string shortHostName()
{
    std::array<char, 256> name{};
    ::gethostname(name.data(), name.size() - 1);
    const std::string full = name.data();
    return full.substr(0, full.find('.'));
}

WallMillis wallNow()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

/// Everything the command line can say, and the command it chose.
class CommandLine
{
public:
    explicit CommandLine(const Streams &io) : io_(io)
    {
        app_.set_version_flag("--version", std::string("twinhelmctl ") + TWINHELM_VERSION);
        app_.require_subcommand(1);
        app_.fallthrough();
        app_.footer(exitCodes);
        app_.add_option("--socket", socket_, "the agent's socket")->capture_default_str();
        app_.add_option("--state-dir", stateDir_, "the agent's state folder, for identity")->capture_default_str();
        addAgentCommands();
        services_.addTo(app_, [this](std::function<int()> run) { run_ = std::move(run); });
        addSimulate();
        addProbe();
        language_.addTo(app_, [this](std::function<int()> run) { run_ = std::move(run); });
        addClusterCommands();
        addEditCommands();
        addIdentityCommands();
        addRealServer();
    }

    int run(int argc, const char *const *argv)
    {
        try {
            app_.parse(argc, argv);
        } catch (const CLI::ParseError &error) { // also --help and --version
            return app_.exit(error, io_.out, io_.err) == 0 ? exit_code::ok : exit_code::usage;
        }
        return run_();
    }

private:
    CLI::App *add(CLI::App &parent, const std::string &name, const std::string &help, std::function<int()> run)
    {
        auto *const out = parent.add_subcommand(name, help);
        out->callback([this, run = std::move(run)] { run_ = run; });
        return out;
    }

    void addJson(CLI::App *command) { command->add_flag("--json", json_, "for programs: JSON"); }

    [[nodiscard]] ApiClient agent() const { return ApiClient(socket_); }

    void addAgentCommands()
    {
        addJson(add(app_, "status", "states of all instances, groups and scripts",
                    [this] { return status(agent(), json_, io_); }));
        auto *const events = add(app_, "events", "what happened on this node", [this] {
            events_.json = json_;
            return ctl::events(agent(), events_, io_);
        });
        addJson(events);
        events->add_flag("--follow,-f", events_.follow, "go on with what happens from now on");
        auto *const after = events->add_option("--after", events_.after, "begin after this event id");
        events->add_option("--last", events_.last, "begin so many events ago")->capture_default_str()->excludes(after);
        for (const std::string verb : {"handover", "release"}) {
            auto *const command =
                add(app_, verb,
                    verb == "handover" ? "give an instance's addresses to the peer and hold back until released"
                                       : "end the hold of a handover",
                    [this, verb] { return instanceCommand(agent(), verb, name_, json_, io_); });
            command->add_option("NAME", name_, "name of the vrrp_instance")->required();
            addJson(command);
        }
        addJson(
            add(app_, "reload", "read the configuration file again", [this] { return reload(agent(), json_, io_); }));
        auto *const plan =
            add(app_, "plan", "what a reload of a file would do to the running instances; changes nothing",
                [this] { return ctl::plan(agent(), name_, json_, io_); });
        plan->add_option("FILE", name_, "the candidate")->required();
        addJson(plan);
        auto *const upgrade =
            add(app_, "upgrade", "run another version of twinhelmd in the place of the running one; no address moves",
                [this] { return ctl::upgrade(agent(), binary_, json_, io_); });
        upgrade->add_option("--binary", binary_, "the file; else the one the running one was started from");
        addJson(upgrade);
        add(app_, "metrics", "numbers in Prometheus' text format", [this] { return metrics(agent(), io_); });
    }

    void addClusterCommands()
    {
        auto *const merge = add(app_, "merge", "one document out of the files of several nodes",
                                [this] { return mergeFiles(inputs_, output_, io_); });
        merge->add_option("ID=FILE", inputs_, "node id and its file")->required();
        merge->add_option("--output,-o", output_, "write there instead of to standard output");
        auto *const split = add(app_, "split", "the nodes' own files out of one document", [this] {
            split_.output = output_;
            return splitFile(split_, io_);
        });
        split->add_option("FILE", split_.file, "the document")->required();
        auto *const one = split->add_option("--config-id,-i", split_.node, "the file of the node with this id");
        auto *const all = split->add_flag("--all", split_.all, "every node's, as ID.conf in the folder DIR");
        auto *const output = split->add_option("--output,-o", output_, "file, or with --all folder DIR, to write");
        one->excludes(all);
        all->needs(output);
    }

    CLI::App *addEdit(const std::string &name, const std::string &help, int (*run)(const EditWanted &, const Streams &))
    {
        auto *const out = add(app_, name, help, [this, run] { return run(edit_, io_); });
        out->add_option("FILE", edit_.file, "configuration or cluster document, - for standard input")->required();
        out->add_option("PATH", edit_.path, "such as 'vrrp_instance[VI_1]/priority'")->required();
        if (name == "set" || name == "unset" || name == "add")
            out->add_option("--node", edit_.node, "for the node with this id only");
        out->add_option("--nodes", edit_.nodes, "ids of the cluster's nodes, when FILE does not name them all")
            ->delimiter(',')
            ->allow_extra_args(false);
        out->add_flag("--force", edit_.force, "write even what makes new errors");
        out->add_flag("--dry-run", edit_.dryRun, "print the change as a diff and write nothing");
        return out;
    }

    void addEditCommands()
    {
        auto *const get =
            add(app_, "get", "what holds at a path of a configuration file", [this] { return getValue(get_, io_); });
        get->add_option("FILE", get_.file, "configuration or cluster document, - for standard input")->required();
        get->add_option("PATH", get_.path, "such as 'vrrp_instance[VI_1]/priority'")->required();
        get->add_option("--node", get_.node, "for the node with this id");
        get->add_option_function<std::string>(
               "--format", [this](const std::string &format) { get_.json = format == "json"; }, "text or json")
            ->check(CLI::IsMember({"text", "json"}));
        auto *const set = addEdit("set", "change a value or an entry", setValue);
        set->add_option("VALUE", edit_.words, "its words; none for a bare flag");
        set->add_flag("--in-place", edit_.inPlace, "write the value where a definition's name stands now");
        addEdit("unset", "take a value, entry or block away", unsetValue);
        addEdit("add", "add a block, with statements in it, or an entry", addThing)
            ->add_option("STATEMENT", edit_.words, "what a block has in it, or an entry's further words");
        addEdit("rename", "give a block another name, everywhere", renameThing)
            ->add_option("NAME", edit_.words, "the new name")
            ->required();
        auto *const move = addEdit("move", "move a block or entry", moveThing);
        auto *const side = move->add_option_group("where")->require_option(1);
        for (const std::string where : {"before", "behind", "into"}) {
            side->add_option_function<std::string>(
                "--" + where,
                [this, where](const std::string &path) {
                    edit_.side = where;
                    edit_.words = {path};
                },
                where == "into" ? "the end of the block at this path" : "what stands at this path");
        }
    }

    void addSimulate()
    {
        auto *const command = add(app_, "simulate", "what the nodes of a cluster would do, in virtual time",
                                  [this] { return simulateNodes(simulate_, io_); });
        command->add_option("FILE", simulate_.inputs, "the nodes' document, or NAME=FILE for each node")->required();
        command
            ->add_option("--ids", simulate_.ids, "the nodes to simulate: lb1,lb2 (default: those the document names)")
            ->delimiter(',')
            ->allow_extra_args(false);
        command->add_option("--for", simulate_.length, "how long: 60s, 5m, 2h")->capture_default_str();
        command
            ->add_option("--at", simulate_.steps,
                         "moment and step: --at 5s \"crash lb1\". Steps: start|stop|crash NODE, reload NODE FILE, "
                         "script NODE NAME ok|fail|timeout, link NODE INTERFACE up|down, partition A B or A->B, "
                         "heal [A B], loss 20% [A->B], delay 5ms [A->B], handover|release NODE INSTANCE. "
                         "A node whose first step is a start is down before")
            ->allow_extra_args(false);
        command->add_option("--address", simulate_.addresses, "a node's address: lb1=10.0.0.5 or lb1:eth1=172.16.1.5")
            ->allow_extra_args(false);
        command->add_flag("--failures", simulate_.failures,
                          "instead of a story: what becomes of each address if a node, a link, a check or the network "
                          "between the nodes fails, and when that is mended");
        command->add_option("--seed", simulate_.seed, "which packets a loss takes")->capture_default_str();
        command->add_option("--format", simulate_.format, "text or json")->capture_default_str();
    }

    void addProbe()
    {
        auto *const command = add(app_, "probe", "run a health check now, from here, and print what happens", [this] {
            probe_.json = json_;
            return ctl::probe(probe_, io_);
        });
        command
            ->add_option("WHAT", probe_.words,
                         "tcp|http|https|smtp|dns|udp|ping ADDRESS [PORT], or FILE "
                         "'virtual_server[10.0.0.3 80]/real_server[10.0.0.7 80]' for the checks of a configuration")
            ->required()
            ->expected(2, 3);
        addJson(command);
        command->add_option("--config-id,-i", probe_.node, "FILE as the node with this id reads it");
        command->add_option("--timeout", probe_.timeout, "for the connection and each answer")->capture_default_str();
        command->add_option("--bindto", probe_.bindAddress, "from this address");
        command->add_option("--bind-if", probe_.bindInterface, "through this interface");
        command->add_option("--fwmark", probe_.fwmark, "with this mark");
        command->add_option("--path", probe_.path, "HTTP: what to get")->capture_default_str();
        command->add_option("--host", probe_.host, "HTTP: the virtual host");
        command->add_option("--code", probe_.codes, "HTTP: status codes that pass: 200-299,404");
        command->add_option("--digest", probe_.digest, "HTTP: MD5 of the page");
        command->add_option("--regex", probe_.regex, "HTTP: what the page must match");
        command->add_option("--http-version", probe_.version, "HTTP")->check(CLI::IsMember({"1.0", "1.1"}));
        command->add_option("--sni", probe_.serverName, "TLS: the name to ask for; default: the virtual host");
        command->add_flag("--verify", probe_.verify, "TLS: the certificate must be vouched for");
        command->add_option("--name", probe_.name, "DNS: the domain to ask for")->capture_default_str();
        command->add_option("--type", probe_.type, "DNS: the record type")->capture_default_str();
        command->add_option("--helo", probe_.helo, "SMTP: our name");
        command->add_option("--payload", probe_.payload, "UDP: what to send");
        command->add_option("--reply", probe_.reply, "UDP: how the reply must begin");
        command->add_flag("--require-reply", probe_.requireReply, "UDP: any reply must come");
    }

    void addIdentityCommands()
    {
        auto *const identity = app_.add_subcommand("identity", "this node's certificate for the API");
        identity->require_subcommand(1);
        auto *const csr = add(*identity, "csr", "make the key when it is missing and print a signing request",
                              [this] { return identityRequest(stateDir_, nodeId_, alternatives_, io_); });
        csr->add_option("--name", nodeId_, "the node's name")->capture_default_str();
        csr->add_option("--san", alternatives_, "further host names and addresses the desk may use");
        addJson(add(*identity, "install", "read node and CA certificate (PEM) from standard input and use them",
                    [this] { return identityInstall(stateDir_, wallNow(), json_, io_); }));
        addJson(add(*identity, "show", "who this node is",
                    [this] { return identityShow(stateDir_, wallNow(), json_, io_); }));
    }

    void addRealServer()
    {
        auto *const all =
            app_.add_subcommand("realserver", "the other end of DR and TUN: a real server's own settings");
        all->require_subcommand(1);
        const auto addVerb = [&](const char *name, const char *help,
                                 int (*run)(const RealServerWanted &, const Streams &)) {
            auto *const verb = add(*all, name, help, [this, run] {
                realServer_.configId = nodeId_;
                return run(realServer_, io_);
            });
            verb->add_option("FILE", realServer_.file, "the director's configuration");
            verb->add_option("--server", realServer_.servers, "the real server's address there (default: this host's)")
                ->allow_extra_args(false);
            verb->add_option("--config-id,-i", nodeId_, "the director whose part of the file it is")
                ->capture_default_str();
            verb->add_option("--vip", realServer_.vips, "a virtual address besides those of FILE")
                ->allow_extra_args(false);
            verb->add_option("--method", realServer_.method, "how packets for --vip come: DR or TUN")
                ->capture_default_str();
            verb->add_option("--device", realServer_.device,
                             "where addresses of DR stand: lo, or a dummy device to be made")
                ->capture_default_str();
        };
        addVerb("plan", "print the script that makes a host a real server, for `ssh HOST sh`", realServerPlan);
        addVerb("apply", "run that script here, and check", realServerApply);
        addVerb("check", "say what is wrong with this host as a real server, a line each", realServerCheck);
    }

    Streams io_;
    CLI::App app_{"twinhelmctl: asks and commands the twinhelmd of this node, and works on configuration files",
                  "twinhelmctl"};
    std::function<int()> run_;
    std::string socket_ = "/run/twinhelm/api.sock";
    std::string stateDir_ = "/var/lib/twinhelm";
    std::string name_;
    std::string binary_;
    std::string nodeId_ = shortHostName();
    std::string output_;
    std::vector<std::string> inputs_;
    std::vector<std::string> alternatives_;
    EventsWanted events_;
    RealServerWanted realServer_;
    SimulateWanted simulate_;
    LanguageCommands language_{io_, nodeId_};
    ServiceCommands services_{io_, socket_};
    SplitWanted split_;
    GetWanted get_;
    EditWanted edit_;
    ProbeWanted probe_;
    bool json_ = false;
};

} // namespace

int runCtl(int argc, const char *const *argv, const Streams &io)
{
    return CommandLine(io).run(argc, argv);
}

} // namespace twinhelm::ctl
