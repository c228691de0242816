#include "agent/process/configuration_message.h"

#include <filesystem>
#include <tuple>

#include <boost/json.hpp>

#include "agent/process/commands.h"

namespace twinhelm::agent
{

namespace
{

namespace json = boost::json;

std::string directoryOf(const std::string &path)
{
    const auto parent = std::filesystem::path(path).parent_path();
    return parent.empty() ? std::string(".") : parent.string();
}

std::string text(const json::value &value)
{
    const json::string &string = value.as_string();
    return {string.data(), string.size()};
}

} // namespace

Result<ConfigurationBytes> readConfiguration(const std::string &path, const std::string &nodeId)
{
    auto main = config::readDiskFile(path);
    if (!main)
        return fail("A0101", "cannot read " + path,
                    "check that the file exists, is a regular file and may be read by this user");
    return readIncludes(std::move(*main), path, nodeId);
}

ConfigurationBytes readIncludes(std::string text, const std::string &path, const std::string &nodeId)
{
    ConfigurationBytes out;
    out.path = path;
    out.nodeId = nodeId;
    out.text = std::move(text);
    // Parsing is what finds the includes.
    std::ignore = config::loadText(
        out.text, nodeId, directoryOf(path),
        [&out](const std::string &file) {
            auto bytes = config::readDiskFile(file);
            if (bytes)
                out.files[file] = *bytes;
            return bytes;
        },
        [&out](const std::string &pattern) { return out.patterns[pattern] = config::findDiskFiles(pattern); },
        config::processEnvironment);
    return out;
}

config::LoadedNode loadConfiguration(const ConfigurationBytes &bytes)
{
    return config::loadText(
        bytes.text, bytes.nodeId, directoryOf(bytes.path),
        [&bytes](const std::string &file) {
            const auto found = bytes.files.find(file);
            return found == bytes.files.end() ? std::nullopt : std::optional(found->second);
        },
        [&bytes](const std::string &pattern) {
            const auto found = bytes.patterns.find(pattern);
            return found == bytes.patterns.end() ? std::vector<std::string>() : found->second;
        },
        config::processEnvironment);
}

json::value makeConfigureCommand(const ConfigurationBytes &bytes, bool adopt)
{
    json::object files;
    for (const auto &[path, content] : bytes.files)
        files[path] = content;
    json::object patterns;
    for (const auto &[pattern, paths] : bytes.patterns)
        patterns[pattern] = json::array(paths.begin(), paths.end());
    return json::object{{"command", command::configure},
                        {"path", bytes.path},
                        {"node", bytes.nodeId},
                        {"text", bytes.text},
                        {"files", std::move(files)},
                        {"patterns", std::move(patterns)},
                        {"adopt", adopt}};
}

bool adoptIn(const json::value &body)
{
    const json::object *object = body.if_object();
    const json::value *adopt = object == nullptr ? nullptr : object->if_contains("adopt");
    return adopt != nullptr && adopt->is_bool() && adopt->get_bool();
}

Result<ConfigurationBytes> parseConfigureCommand(const json::value &body)
{
    try {
        const json::object &object = body.as_object();
        ConfigurationBytes out;
        out.path = text(object.at("path"));
        out.nodeId = text(object.at("node"));
        out.text = text(object.at("text"));
        for (const auto &entry : object.at("files").as_object())
            out.files.emplace(entry.key(), text(entry.value()));
        for (const auto &entry : object.at("patterns").as_object()) {
            auto &paths = out.patterns[entry.key()];
            for (const auto &path : entry.value().as_array())
                paths.push_back(text(path));
        }
        return out;
    } catch (const std::exception &error) { // Boost.JSON's accessors and at() throw
        return fail("A0184", std::string("a configure command makes no sense: ") + error.what(), "restart twinhelmd");
    }
}

} // namespace twinhelm::agent
