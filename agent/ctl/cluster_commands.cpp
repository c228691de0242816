#include "agent/ctl/cluster_commands.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "agent/ctl/exit_code.h"
#include "agent/ctl/text.h"
#include "agent/ctl/text_source.h"
#include "common/cluster/merge.h"
#include "common/cluster/split.h"
#include "common/config/source/file_access.h"
#include "common/config/source/source_set.h"
#include "common/config/syntax/node_ids.h"
#include "common/diagnostics/text_renderer.h"

namespace twinhelm::ctl
{

namespace
{

struct Input {
    std::string path;
    cluster::NodeText node;
};

Result<std::vector<Input>> readInputs(const std::vector<std::string> &inputs, const Streams &io)
{
    std::vector<Input> out;
    std::set<std::string> seen;
    for (const auto &input : inputs) {
        const auto equals = input.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == input.size())
            return fail("A0492", "\"" + input + "\" is not ID=FILE.", "Write lb01=lb01.conf lb02=lb02.conf.");
        const auto name = input.substr(0, equals);
        if (!seen.insert(name).second)
            return fail("A0492", "The node " + name + " is given twice.", "Give each node one file.");
        auto document = readText(input.substr(equals + 1), io);
        if (!document)
            return tl::unexpected(document.error());
        out.push_back(
            {document->name(),
             {name, std::move(document->text), config::readDiskFile, config::findDiskFiles, document->directory()}});
    }
    return out;
}

void printFindings(const cluster::Merged &merged, const std::vector<Input> &inputs, const Streams &io)
{
    for (const auto &one : merged.diagnostics) {
        const auto input =
            std::find_if(inputs.begin(), inputs.end(), [&](const Input &each) { return each.node.node == one.node; });
        auto where = std::string("merge");
        if (input != inputs.end()) {
            where = input->path;
            if (!one.range.empty()) {
                config::SourceSet sources;
                const auto at = sources.position(sources.add(input->path, input->node.text), one.range.begin);
                where += ':' + std::to_string(at.line) + ':' + std::to_string(at.column);
            }
        }
        io.err << printable(where + ": " + std::string(severityName(one.severity)) + ": " + one.message + " [" +
                            one.code + ']')
               << '\n';
    }
}

std::string listOf(const std::set<std::string> &names)
{
    std::string out;
    for (const auto &name : names)
        out += (out.empty() ? "" : ", ") + name;
    return out;
}

/// An id becomes a file's name, so it must not lead out of the folder.
bool isFileName(const std::string &id)
{
    return !id.empty() && id.front() != '.' && id.find_first_of("/\\") == std::string::npos;
}

} // namespace

int mergeFiles(const std::vector<std::string> &inputs, const std::string &output, const Streams &io)
{
    const auto read = readInputs(inputs, io);
    if (!read)
        return io.complain(read.error(), read.error().code == "A0101" ? exit_code::unreadable : exit_code::usage);
    std::vector<cluster::NodeText> nodes;
    for (const auto &one : *read)
        nodes.push_back(one.node);
    const auto merged = cluster::merge(nodes);
    printFindings(merged, *read, io);
    if (hasErrors(merged.diagnostics))
        return exit_code::badConfig;
    return deliverText(merged.text, output, io);
}

int splitFile(const SplitWanted &wanted, const Streams &io)
{
    if (wanted.node.empty() && !wanted.all)
        return io.complain({"A0492", "split needs to know for which node.", "Add --config-id ID, or --all -o DIR."},
                           exit_code::usage);
    const auto document = readText(wanted.file, io);
    if (!document)
        return io.complain(document.error(), exit_code::unreadable);
    const auto known = config::nodeIds(document->text);
    if (!wanted.all) {
        if (!known.empty() && !known.contains(wanted.node))
            io.err << "twinhelmctl: warning: no line of " << document->name() << " is for " << wanted.node
                   << " (it names " << listOf(known) << "); writing what all nodes share\n";
        return deliverText(cluster::splitFor(document->text, wanted.node), wanted.output, io);
    }
    if (known.empty())
        return io.complain({"A0494", document->name() + " names no node, so there is nothing to split.",
                            "Every node reads this file as it stands."},
                           exit_code::refused);
    std::error_code error;
    std::filesystem::create_directories(wanted.output, error);
    if (error)
        return io.complain({"A0469", wanted.output + " cannot be made: " + error.message() + '.',
                            "Name a folder that this user may write to."},
                           exit_code::unreadable);
    for (const auto &node : known) {
        if (!isFileName(node))
            return io.complain({"A0494", node + " cannot be the name of a file.", "Split for it with --config-id."},
                               exit_code::refused);
        const auto path = std::filesystem::path(wanted.output) / (node + ".conf");
        if (const auto code = deliverText(cluster::splitFor(document->text, node), path.string(), io);
            code != exit_code::ok)
            return code;
        io.err << "twinhelmctl: " << path.string() << " written\n";
    }
    return exit_code::ok;
}

} // namespace twinhelm::ctl
