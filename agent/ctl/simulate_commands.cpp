#include "agent/ctl/simulate_commands.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "agent/ctl/exit_code.h"
#include "common/config/load.h"
#include "common/config/source/file_access.h"
#include "common/config/syntax/node_ids.h"
#include "common/diagnostics/text_renderer.h"
#include "common/simulate/duration_text.h"
#include "common/simulate/failure_report.h"
#include "common/simulate/report.h"
#include "common/simulate/scenario.h"

namespace twinhelm::ctl
{

namespace
{

constexpr auto usageCode = "A0494";

/// A failure with the exit code it ends in.
struct Failure {
    Error error;
    int exit = exit_code::usage;
};

template<typename T>
using Outcome = tl::expected<T, Failure>;

tl::unexpected<Failure> refuse(std::string what, std::string mend)
{
    return tl::unexpected<Failure>(Failure{{usageCode, std::move(what), std::move(mend)}, exit_code::usage});
}

std::string listOf(const std::set<std::string> &names)
{
    std::string out;
    for (const auto &name : names)
        out += (out.empty() ? "" : ", ") + name;
    return out;
}

/// One command line, read step by step.
class Simulation
{
public:
    Simulation(const SimulateWanted &wanted, const Streams &io) : wanted_(wanted), io_(io) {}

    Outcome<std::string> run()
    {
        if (wanted_.format != "text" && wanted_.format != "json")
            return refuse("\"" + wanted_.format + "\" is no format.", "Write --format text or --format json.");
        const auto length = simulate::parseDuration(wanted_.length);
        if (!length)
            return refuse("\"" + wanted_.length + "\" is not a duration.", "Write --for 60s, 500ms, 5m or 2h.");
        scenario_.length = *length;
        scenario_.network.seed = wanted_.seed;
        for (const auto &part : {&Simulation::loadAll, &Simulation::takeAddresses, &Simulation::takeSteps}) {
            if (const auto done = (this->*part)(); !done)
                return tl::unexpected(done.error());
        }
        const auto assumptions = simulate::setUp(scenario_.nodes).assumptions;
        if (wanted_.failures) {
            if (!wanted_.steps.empty())
                return refuse("--failures tries everything that can fail, so there are no steps to take.",
                              "Leave --at out, or --failures.");
            const auto table = simulate::failureTable(scenario_.nodes);
            return wanted_.format == "json" ? reportJson(table, assumptions) : reportText(table, assumptions);
        }
        const auto timeline = simulate::run(scenario_);
        return wanted_.format == "json" ? reportJson(timeline, assumptions) : reportText(timeline, assumptions);
    }

private:
    Outcome<void> loadAll()
    {
        const bool apart = wanted_.inputs.size() > 1 || wanted_.inputs.front().find('=') != std::string::npos;
        if (!apart)
            return loadDocument(wanted_.inputs.front());
        if (!wanted_.ids.empty())
            return refuse("--ids is for one document of several nodes.", "Leave it out: NAME=FILE says the names.");
        for (const auto &input : wanted_.inputs) {
            const auto equals = input.find('=');
            if (equals == std::string::npos || equals == 0 || equals + 1 == input.size())
                return refuse("\"" + input + "\" is not NAME=FILE.", "Write lb1=a.conf lb2=b.conf.");
            if (const auto done = load(input.substr(equals + 1), input.substr(0, equals)); !done)
                return done;
        }
        return {};
    }

    Outcome<void> loadDocument(const std::string &path)
    {
        const auto text = config::readDiskFile(path);
        const auto known = text ? config::nodeIds(*text) : std::set<std::string>();
        std::vector<std::string> ids = wanted_.ids;
        if (ids.empty())
            ids.assign(known.begin(), known.end());
        if (text && ids.empty())
            return refuse(path + " names no node, so it is not known which ones to simulate.",
                          "Say --ids lb1,lb2, or give each node its file: lb1=a.conf lb2=b.conf.");
        if (!text)
            ids = {"?"}; // loading says why
        for (const auto &id : ids) {
            if (!known.empty() && !known.contains(id))
                io_.err << "twinhelmctl: warning: no line of " << path << " is for " << id << " (it names "
                        << listOf(known) << ")\n";
            if (const auto done = load(path, id); !done)
                return done;
        }
        return {};
    }

    Outcome<void> load(const std::string &path, const std::string &id)
    {
        if (std::ranges::find(scenario_.nodes, id, &simulate::NodeInput::id) != scenario_.nodes.end())
            return refuse("The node " + id + " is given twice.", "Give each node once.");
        const auto node = config::loadFile(path, id);
        if (!node)
            return tl::unexpected(Failure{node.error(), exit_code::unreadable});
        Diagnostics errors;
        std::ranges::copy_if(node->diagnostics, std::back_inserter(errors),
                             [](const auto &one) { return one.severity == Severity::Error; });
        if (!errors.empty()) {
            io_.err << renderText(errors, node->sources);
            return tl::unexpected(
                Failure{{usageCode, path + " has errors for " + id + ".", "Mend them: a node with them would not run."},
                        exit_code::badConfig});
        }
        scenario_.nodes.push_back({id, node->settings, {}});
        return {};
    }

    Outcome<void> takeAddresses()
    {
        for (const auto &text : wanted_.addresses) {
            const auto equals = text.find('=');
            const auto address = equals == std::string::npos ? std::nullopt : IpAddress::parse(text.substr(equals + 1));
            if (!address)
                return refuse("\"" + text + "\" is not NODE=ADDRESS.",
                              "Write --address lb1=10.0.0.5, or --address lb1:eth1=172.16.1.5.");
            const auto place = text.substr(0, equals);
            const auto colon = place.find(':');
            const auto id = place.substr(0, colon);
            const auto node = std::ranges::find(scenario_.nodes, id, &simulate::NodeInput::id);
            if (node == scenario_.nodes.end())
                return refuse("There is no node " + id + ".", "The nodes are: " + listOf(ids()) + '.');
            const auto interfaces = simulate::interfacesOf(node->settings);
            const auto interface =
                colon != std::string::npos ? place.substr(colon + 1) : interfaceOfFirst(node->settings);
            if (!interfaces.contains(interface))
                return refuse(id + " has no interface " + interface + '.', "It has: " + listOf(interfaces) + '.');
            node->addresses[interface].push_back(*address);
        }
        return {};
    }

    Outcome<void> takeSteps()
    {
        const simulate::Names names{scenario_.nodes,
                                    [](const std::string &file, const std::string &id) -> Result<vrrp::NodeSettings> {
                                        const auto node = config::loadFile(file, id);
                                        if (!node)
                                            return tl::unexpected(node.error());
                                        if (hasErrors(node->diagnostics))
                                            return fail(usageCode, file + " has errors for " + id + '.',
                                                        "twinhelmctl check " + file + " -i " + id + " lists them.");
                                        return node->settings;
                                    }};
        for (const auto &[moment, text] : wanted_.steps) {
            const auto at = simulate::parseDuration(moment);
            if (!at)
                return refuse("\"" + moment + "\" is not a moment.", "Write --at 5s \"crash lb1\".");
            auto command = simulate::parseCommand(text, names);
            if (!command)
                return tl::unexpected(Failure{command.error(), exit_code::usage});
            if (*at > scenario_.length)
                return refuse("\"" + text + "\" at " + moment + " is after the end at " + wanted_.length + '.',
                              "Simulate longer: --for " + moment + " or more.");
            scenario_.steps.push_back({*at, std::move(*command)});
        }
        return {};
    }

    [[nodiscard]] std::set<std::string> ids() const
    {
        std::set<std::string> out;
        for (const auto &one : scenario_.nodes)
            out.insert(one.id);
        return out;
    }

    static std::string interfaceOfFirst(const vrrp::NodeSettings &settings)
    {
        return settings.instances.empty() ? std::string() : settings.instances.front().interface;
    }

    const SimulateWanted &wanted_;
    const Streams &io_;
    simulate::Scenario scenario_;
};

} // namespace

int simulateNodes(const SimulateWanted &wanted, const Streams &io)
{
    const auto report = Simulation(wanted, io).run();
    if (!report)
        return io.complain(report.error().error, report.error().exit);
    io.out << *report;
    return exit_code::ok;
}

} // namespace twinhelm::ctl
