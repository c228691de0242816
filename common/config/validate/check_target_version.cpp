#include "common/config/validate/check_target_version.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "common/config/block_pipeline.h"
#include "common/config/validate/codes.h"
#include "common/config/validate/finding.h"
#include "common/config/validate/validate.h"

namespace twinhelm::config
{

namespace
{

std::array<unsigned, 3> numbersOf(std::string_view version)
{
    std::array<unsigned, 3> out{};
    const auto first = version.find_first_of("0123456789");
    version.remove_prefix(std::min(first, version.size()));
    for (auto &number : out) {
        const auto *const end = version.data() + version.size();
        const auto [next, error] = std::from_chars(version.data(), end, number);
        if (error != std::errc{} || next == end || *next != '.')
            break;
        version.remove_prefix(static_cast<std::size_t>(next - version.data()) + 1);
    }
    return out;
}

/// Reads from the sources of a node what they were read from.
ExpandOptions fromSources(const SourceSet &sources, const std::string &nodeId)
{
    const auto fileOf = [&sources](const std::string &path) -> std::optional<std::string> {
        for (FileIndex file = 0; file < sources.size(); ++file) {
            if (sources.path(file) == path)
                return std::string(sources.text(file));
        }
        return std::nullopt;
    };
    ExpandOptions options;
    options.nodeId = nodeId;
    options.readFile = fileOf;
    options.findFiles = [fileOf](const std::string &pattern) {
        if (fileOf(pattern))
            return std::vector<std::string>{pattern};
        auto found = findDiskFiles(pattern);
        std::erase_if(found, [&](const auto &path) { return !fileOf(path); });
        return found;
    };
    options.environment = processEnvironment;
    return options;
}

void checkBlock(const StatementTree &tree, std::string_view version, Diagnostics &diagnostics)
{
    for (const auto &node : tree.nodes()) {
        const auto *keyword = node.keyword;
        if (!keyword || keyword->since.empty() || compareVersions(keyword->since, version) <= 0)
            continue;
        diagnostics.push_back(finding(codes::tooNew, tree.words(node).front().range,
                                      std::string(keyword->name) + " came with keepalived " +
                                          std::string(keyword->since) + "; " + std::string(version) +
                                          " does not know it."));
    }
}

/// 2.4.3 reads several conditions on a line, 2.2.7 does not; what is between them is not known.
void checkConditions(const Diagnostics &reading, std::string_view version, Diagnostics &diagnostics)
{
    if (compareVersions(version, "2.2.7") > 0)
        return;
    for (const auto &one : reading) {
        if (one.code == codes::severalConditions)
            diagnostics.push_back(finding(codes::tooNew, one.range,
                                          "keepalived " + std::string(version) +
                                              " reads one condition on a line and takes this one for a keyword."));
    }
}

} // namespace

int compareVersions(std::string_view a, std::string_view b)
{
    const auto left = numbersOf(a);
    const auto right = numbersOf(b);
    return left < right ? -1 : left == right ? 0 : 1;
}

Diagnostics checkTargetVersion(const LoadedNode &node, std::string_view version)
{
    Diagnostics out;
    if (version.empty() || version.front() < '0' || version.front() > '9')
        return out;
    SourceSet sources;
    sources.add(node.sources.path(0), std::string(node.sources.text(FileIndex{0})));
    Diagnostics others; // the node has them already; K0023 is one that a version turns into an error
    BlockPipeline pipeline(sources, fromSources(node.sources, node.model.nodeId));
    pipeline.start(0, sources.text(FileIndex{0}), 0);
    while (!pipeline.atEnd()) {
        pipeline.next(others, others);
        checkBlock(pipeline.tree(), version, out);
    }
    checkConditions(others, version, out);
    arrange(out, node.model.nodeId);
    return out;
}

} // namespace twinhelm::config
