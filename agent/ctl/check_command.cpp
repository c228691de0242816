#include "agent/ctl/check_command.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "agent/ctl/check_report_text.h"
#include "agent/ctl/exit_code.h"
#include "agent/ctl/text_source.h"
#include "common/cluster/check_cluster.h"
#include "common/config/validate/check_target_version.h"

namespace twinhelm::ctl
{

namespace
{

struct Input {
    std::string id;
    std::string path;
};

/// ID=FILE, unless a file of that whole name exists.
Input inputOf(const std::string &argument)
{
    const auto equals = argument.find('=');
    if (equals == std::string::npos || equals == 0 || std::filesystem::exists(argument))
        return {{}, argument};
    return {argument.substr(0, equals), argument.substr(equals + 1)};
}

Result<std::vector<Input>> inputsOf(const CheckWanted &wanted)
{
    std::vector<Input> out;
    if (!wanted.ids.empty()) {
        if (wanted.files.size() != 1)
            return fail("A0492", "--ids goes with one document.", "Give one FILE that holds all these nodes.");
        for (const auto &id : wanted.ids)
            out.push_back({id, wanted.files.front()});
    }
    for (const auto &argument : wanted.ids.empty() ? wanted.files : std::vector<std::string>{})
        out.push_back(inputOf(argument));
    std::set<std::string> seen;
    const auto stdins = std::count_if(out.begin(), out.end(), [](const auto &one) { return one.path == "-"; });
    for (const auto &one : out) {
        if (!one.id.empty() && !seen.insert(one.id).second)
            return fail("A0492", "The node " + one.id + " is given twice.", "Give each node one file.");
    }
    if (stdins > 1 && wanted.ids.empty())
        return fail("A0492", "Standard input can be read once.", "Give - for one file only.");
    return out;
}

/// Each node's own findings and, when the files are a cluster's, those between them.
Diagnostics findingsOf(const std::vector<CheckedFile> &files, bool cluster, const std::string &version)
{
    Diagnostics newer;
    for (const auto &file : files) {
        for (auto &one : config::checkTargetVersion(file.loaded, version)) {
            one.node = file.nodeId;
            newer.push_back(std::move(one));
        }
    }
    if (!cluster) {
        auto all = files.front().loaded.findings();
        std::move(newer.begin(), newer.end(), std::back_inserter(all));
        return all;
    }
    std::vector<cluster::CheckedNode> nodes;
    nodes.reserve(files.size());
    for (const auto &file : files)
        nodes.push_back({file.nodeId, &file.loaded, nullptr});
    auto all = cluster::mergeFindings(nodes);
    auto between = cluster::checkCluster(nodes);
    std::move(between.begin(), between.end(), std::back_inserter(all));
    std::move(newer.begin(), newer.end(), std::back_inserter(all));
    return all;
}

std::string verdictOf(const Findings &findings)
{
    std::string names;
    for (const auto &file : findings.files)
        names += (names.empty() ? "" : ", ") + file.name + " for " + file.nodeId;
    return names + (hasErrors(findings.all) ? ": has errors\n" : ": can be run\n");
}

void print(const Findings &findings, const CheckWanted &wanted, const Streams &io)
{
    switch (wanted.format) {
    case Format::Text: io.out << findingsText(findings, wanted.colours) << verdictOf(findings); break;
    case Format::Json: io.out << findingsJson(findings); break;
    case Format::Sarif: io.out << findingsSarif(findings); break;
    }
}

int exitCodeOf(const Diagnostics &all, bool strict)
{
    if (hasErrors(all))
        return exit_code::check::errors;
    const bool warned =
        std::any_of(all.begin(), all.end(), [](const auto &one) { return one.severity == Severity::Warning; });
    return warned && strict ? exit_code::check::warnings : exit_code::ok;
}

} // namespace

int check(const CheckWanted &wanted, const Streams &io)
{
    const auto inputs = inputsOf(wanted);
    if (!inputs)
        return io.complain(inputs.error(), exit_code::usage);
    std::vector<CheckedFile> files;
    std::string standardInput;
    for (const auto &input : *inputs) {
        auto source = input.path == "-" && !files.empty() ? Result<TextSource>(TextSource{"-", standardInput})
                                                          : readText(input.path, io);
        if (!source)
            return io.complain(source.error(), exit_code::check::unreadable);
        if (source->path == "-")
            standardInput = source->text;
        const auto id = input.id.empty() ? wanted.nodeId : input.id;
        files.push_back({source->name(), id, loadSource(*source, id)});
    }
    const bool cluster = files.size() > 1 &&
                         std::none_of(inputs->begin(), inputs->end(), [](const auto &one) { return one.id.empty(); });
    int worst = exit_code::ok;
    if (cluster || files.size() == 1) {
        const Findings findings{std::move(files), {}};
        Findings done = findings;
        done.all = findingsOf(done.files, cluster, wanted.targetVersion);
        print(done, wanted, io);
        return exitCodeOf(done.all, wanted.strict);
    }
    // Files that have nothing to do with each other.
    for (auto &file : files) {
        Findings one{{std::move(file)}, {}};
        one.all = findingsOf(one.files, false, wanted.targetVersion);
        print(one, wanted, io);
        worst = std::max(worst, exitCodeOf(one.all, wanted.strict));
    }
    return worst;
}

} // namespace twinhelm::ctl
