#include "common/config/load.h"

#include <filesystem>

#include "common/config/block_pipeline.h"
#include "common/config/lower/lower.h"
#include "common/config/model/build.h"
#include "common/config/validate/check_engine_support.h"
#include "common/config/validate/validate.h"

namespace twinhelm::config
{

namespace
{

LoadedNode load(std::string path, std::string text, ExpandOptions options)
{
    LoadedNode node;
    const auto nodeId = options.nodeId;
    node.sources.add(std::move(path), std::move(text));
    node.model.nodeId = nodeId;
    BlockPipeline pipeline(node.sources, std::move(options));
    pipeline.start(0, node.sources.text(0), 0);
    while (!pipeline.atEnd()) {
        pipeline.next(node.diagnostics, node.engineGaps);
        model::read(node.model, pipeline.expanded(), pipeline.tree());
    }
    checkRules(rules::Scope::Block, node.model, node.diagnostics);
    checkRules(rules::Scope::Node, node.model, node.diagnostics);
    arrange(node.diagnostics, nodeId);
    keepFirstOfEach(node.engineGaps);
    checkRefusals(node.model, node.engineGaps);
    node.settings = lower(node.model);
    return node;
}

} // namespace

Diagnostics LoadedNode::findings() const
{
    auto all = diagnostics;
    all.insert(all.end(), engineGaps.begin(), engineGaps.end());
    return all;
}

Result<LoadedNode> loadFile(const std::string &path, std::string_view nodeId)
{
    auto text = readDiskFile(path);
    if (!text) {
        return fail("A0101", "cannot read " + path,
                    "Check that the file exists, is a regular file and may be read by this user.");
    }
    ExpandOptions options;
    options.nodeId = nodeId;
    options.readFile = readDiskFile;
    options.findFiles = findDiskFiles;
    options.environment = processEnvironment;
    return load(path, std::move(*text), std::move(options));
}

LoadedNode loadText(std::string_view text, std::string_view nodeId, std::string_view directory, FileReader readFile,
                    FileFinder findFiles, Environment environment)
{
    ExpandOptions options;
    options.nodeId = nodeId;
    options.readFile = std::move(readFile);
    options.findFiles = std::move(findFiles);
    options.environment = std::move(environment);
    if (!options.readFile && !directory.empty()) {
        options.readFile = readDiskFile;
        options.findFiles = findDiskFiles;
    }
    const auto path = std::filesystem::path(directory) / "keepalived.conf";
    return load(path.string(), std::string(text), std::move(options));
}

} // namespace twinhelm::config
