#include "agent/ctl/text_source.h"

#include <filesystem>
#include <iterator>

#include "agent/ctl/exit_code.h"
#include "agent/store/atomic_file.h"
#include "common/config/source/file_access.h"

namespace twinhelm::ctl
{

Result<TextSource> readText(const std::string &path, const Streams &io)
{
    if (path == "-")
        return TextSource{path, {std::istreambuf_iterator<char>(io.in), {}}};
    auto text = config::readDiskFile(path);
    if (!text) {
        return fail("A0101", "cannot read " + path,
                    "Check that the file exists, is a regular file and may be read by this user.");
    }
    return TextSource{path, std::move(*text)};
}

config::LoadedNode loadSource(const TextSource &source, const std::string &nodeId)
{
    const bool stdinGiven = source.path == "-";
    const auto folder = stdinGiven ? std::filesystem::current_path() : std::filesystem::path(source.path).parent_path();
    // Findings name the file as it was given, so a file of another name than keepalived.conf is loaded by its path.
    if (!stdinGiven) {
        if (auto loaded = config::loadFile(source.path, nodeId))
            return std::move(*loaded);
    }
    return config::loadText(source.text, nodeId, folder.string());
}

int deliverText(const std::string &text, const std::string &output, int unreadable, const Streams &io)
{
    if (output.empty() || output == "-") {
        io.out << text;
        return exit_code::ok;
    }
    if (const auto written = store::writeAtomically(std::filesystem::absolute(output), text, 0644); !written)
        return io.complain(written.error(), unreadable);
    return exit_code::ok;
}

} // namespace twinhelm::ctl
