#include "agent/ctl/file_commands.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "agent/ctl/exit_code.h"
#include "agent/ctl/text.h"
#include "agent/store/atomic_file.h"
#include "common/cluster/merge.h"
#include "common/config/source/file_access.h"

namespace twinhelm::ctl
{

namespace
{

Error cannotRead(const std::string &path)
{
    return {"A0101", "cannot read " + path,
            "Check that the file exists, is a regular file and may be read by this user."};
}

int deliver(const std::string &text, const std::string &output, const Streams &io)
{
    if (output.empty() || output == "-") {
        io.out << text;
        return exit_code::ok;
    }
    const auto absolute = std::filesystem::absolute(output);
    if (const auto written = store::writeAtomically(absolute, text, 0644); !written)
        return io.complain(written.error(), exit_code::unreadable);
    return exit_code::ok;
}

/// Line and column of a byte, both from 1.
std::string placeIn(const std::string &text, std::uint32_t offset)
{
    const auto before = std::string_view(text).substr(0, offset);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const auto lineStart = before.rfind('\n');
    const auto column = before.size() - (lineStart == std::string_view::npos ? 0 : lineStart + 1) + 1;
    return std::to_string(line) + ':' + std::to_string(column);
}

struct Input {
    std::string path;
    cluster::NodeText node;
};

Result<std::vector<Input>> readInputs(const std::vector<std::string> &inputs)
{
    std::vector<Input> out;
    std::set<std::string> seen;
    for (const auto &input : inputs) {
        const auto equals = input.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == input.size())
            return fail("A0492", "\"" + input + "\" is not NAME=FILE.", "Write lb01=lb01.conf lb02=lb02.conf.");
        const auto name = input.substr(0, equals);
        const auto path = input.substr(equals + 1);
        if (!seen.insert(name).second)
            return fail("A0492", "The node " + name + " is given twice.", "Give each node one file.");
        auto text = config::readDiskFile(path);
        if (!text)
            return tl::unexpected(cannotRead(path));
        out.push_back({path, {name, std::move(*text)}});
    }
    return out;
}

const Input *inputOf(const std::vector<Input> &inputs, const std::string &node)
{
    const auto found =
        std::find_if(inputs.begin(), inputs.end(), [&](const Input &one) { return one.node.node == node; });
    return found == inputs.end() ? nullptr : &*found;
}

void printFindings(const cluster::Merged &merged, const std::vector<Input> &inputs, const Streams &io)
{
    for (const auto &one : merged.diagnostics) {
        const auto *const input = inputOf(inputs, one.node);
        const auto where =
            input == nullptr ? std::string("merge") : input->path + ':' + placeIn(input->node.text, one.range.begin);
        const auto *const word = one.severity == Severity::Error     ? "error"
                                 : one.severity == Severity::Warning ? "warning"
                                                                     : "hint";
        io.err << printable(where + ": " + word + ": " + one.message + " [" + one.code + ']') << '\n';
    }
}

} // namespace

int mergeFiles(const std::vector<std::string> &inputs, const std::string &output, const Streams &io)
{
    const auto read = readInputs(inputs);
    if (!read)
        return io.complain(read.error(), read.error().code == "A0101" ? exit_code::unreadable : exit_code::usage);
    std::vector<cluster::NodeText> nodes;
    for (const auto &one : *read)
        nodes.push_back(one.node);
    const auto merged = cluster::merge(nodes);
    printFindings(merged, *read, io);
    if (hasErrors(merged.diagnostics))
        return exit_code::badConfig;
    return deliver(merged.text, output, io);
}

} // namespace twinhelm::ctl
