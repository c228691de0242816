#include "common/config/load.h"

#include <filesystem>

#include "common/config/syntax/syntax_tree.h"

namespace twinhelm::config
{

namespace
{

LoadedNode load(std::string path, std::string text, std::string_view nodeId)
{
    LoadedNode node;
    node.sources.add(std::move(path), std::move(text));
    node.model.nodeId = nodeId;
    const auto tree = parse(std::string(node.sources.text(FileIndex{0})));
    for (const auto &brace : tree.strayBraces())
        node.diagnostics.push_back({"K0001", Severity::Error, brace, "This } closes no block.", {}, {}, {}});
    return node;
}

} // namespace

Result<LoadedNode> loadFile(const std::string &path, std::string_view nodeId)
{
    auto text = readDiskFile(path);
    if (!text) {
        return fail("A0101", "cannot read " + path,
                    "Check that the file exists, is a regular file and may be read by this user.");
    }
    return load(path, std::move(*text), nodeId);
}

LoadedNode loadText(std::string_view text, std::string_view nodeId, std::string_view directory, FileReader, FileFinder)
{
    const auto path = std::filesystem::path(directory) / "keepalived.conf";
    return load(path.string(), std::string(text), nodeId);
}

} // namespace twinhelm::config
