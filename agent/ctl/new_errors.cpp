#include "agent/ctl/new_errors.h"

#include <deque>
#include <filesystem>
#include <map>
#include <tuple>

#include "common/cluster/check_cluster.h"
#include "common/config/load.h"
#include "common/diagnostics/text_renderer.h"

namespace twinhelm::ctl
{

namespace
{

/// A document as every node reads it, with what is wrong.
struct Read {
    std::deque<config::LoadedNode> loaded;
    std::vector<cluster::CheckedNode> nodes;
    Diagnostics errors;
};

Read read(const std::string &text, const std::vector<std::string> &nodes, const std::string &directory)
{
    Read out;
    for (const auto &node : nodes) {
        out.loaded.push_back(config::loadText(text, node, directory, config::readDiskFile, config::findDiskFiles,
                                              config::processEnvironment));
        out.nodes.push_back({node, &out.loaded.back(), nullptr});
        for (auto one : out.loaded.back().diagnostics) {
            one.node = node;
            out.errors.push_back(std::move(one));
        }
    }
    if (nodes.size() > 1) {
        for (auto &one : cluster::checkCluster(out.nodes))
            out.errors.push_back(std::move(one));
    }
    std::erase_if(out.errors, [](const Diagnostic &one) { return one.severity != Severity::Error; });
    return out;
}

} // namespace

std::string newErrors(const TextSource &document, const std::string &after, const std::vector<std::string> &nodes)
{
    const auto directory = document.directory();
    std::map<std::tuple<std::string, std::string, std::string>, int> known;
    for (const auto &one : read(document.text, nodes, directory).errors)
        ++known[{one.node, one.code, one.message}];
    const auto now = read(after, nodes, directory);
    std::string out;
    for (const auto &node : now.nodes) {
        Diagnostics fresh;
        for (const auto &one : now.errors) {
            if (one.node == node.id && --known[{one.node, one.code, one.message}] < 0)
                fresh.push_back(one);
        }
        if (!fresh.empty())
            out += (node.id.empty() ? "" : "on " + node.id + ":\n") + renderText(fresh, node.loaded->sources);
    }
    // A text is loaded under the usual name.
    const auto usual = std::filesystem::path(directory) / "keepalived.conf";
    for (auto at = out.find(usual.string()); at != std::string::npos; at = out.find(usual.string(), at + 1))
        out.replace(at, usual.string().size(), document.name());
    return out;
}

} // namespace twinhelm::ctl
