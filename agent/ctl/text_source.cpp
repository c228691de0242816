#include "agent/ctl/text_source.h"

#include <filesystem>
#include <iterator>

#include "agent/ctl/exit_code.h"
#include "agent/store/atomic_file.h"
#include "common/config/source/file_access.h"

namespace twinhelm::ctl
{

std::string TextSource::directory() const
{
    std::error_code error;
    const auto absolute =
        isStandard() ? std::filesystem::current_path(error) / "-" : std::filesystem::absolute(path, error);
    return error ? std::string(".") : absolute.parent_path().string();
}

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
    const bool stdinGiven = source.isStandard();
    const auto folder = stdinGiven ? std::filesystem::current_path() : std::filesystem::path(source.path).parent_path();
    // Findings name the file as it was given, so a file of another name than keepalived.conf is loaded by its path.
    if (!stdinGiven) {
        if (auto loaded = config::loadFile(source.path, nodeId))
            return std::move(*loaded);
    }
    return config::loadText(source.text, nodeId, folder.string());
}

int replaceText(const TextSource &source, const std::string &text, const Streams &io)
{
    if (source.isStandard()) {
        io.out << text;
        return exit_code::ok;
    }
    const auto written = store::replaceAtomically(source.path, text);
    return written ? exit_code::ok : io.complain(written.error(), exit_code::unreadable);
}

int deliverText(const std::string &text, const std::string &output, const Streams &io, int unreadable)
{
    if (output.empty() || output == "-") {
        io.out << text;
        return exit_code::ok;
    }
    std::error_code error;
    const auto path = std::filesystem::absolute(output);
    const auto written = std::filesystem::exists(path, error) ? store::replaceAtomically(path, text)
                                                              : store::writeAtomically(path, text, 0644);
    return written ? exit_code::ok : io.complain(written.error(), unreadable);
}

} // namespace twinhelm::ctl
