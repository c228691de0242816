#include "agent/ctl/document_file.h"

#include <filesystem>
#include <iterator>

#include "agent/ctl/exit_code.h"
#include "agent/store/atomic_file.h"
#include "common/config/source/file_access.h"

namespace twinhelm::ctl
{

std::string DocumentFile::directory() const
{
    std::error_code error;
    const auto absolute =
        isStandard() ? std::filesystem::current_path(error) / "-" : std::filesystem::absolute(path, error);
    return error ? std::string(".") : absolute.parent_path().string();
}

Result<DocumentFile> readDocument(const std::string &path, const Streams &io)
{
    if (path == "-")
        return DocumentFile{path, {std::istreambuf_iterator<char>(io.in), std::istreambuf_iterator<char>()}};
    auto text = config::readDiskFile(path);
    if (!text)
        return fail("A0101", "cannot read " + path,
                    "Check that the file exists, is a regular file and may be read by this user.");
    return DocumentFile{path, std::move(*text)};
}

int replaceDocument(const DocumentFile &document, const std::string &text, const Streams &io)
{
    if (document.isStandard()) {
        io.out << text;
        return exit_code::ok;
    }
    const auto written = store::replaceAtomically(document.path, text);
    return written ? exit_code::ok : io.complain(written.error(), exit_code::unreadable);
}

int deliverText(const std::string &text, const std::string &output, const Streams &io)
{
    if (output.empty() || output == "-") {
        io.out << text;
        return exit_code::ok;
    }
    std::error_code error;
    const auto path = std::filesystem::absolute(output);
    const auto written = std::filesystem::exists(path, error) ? store::replaceAtomically(path, text)
                                                              : store::writeAtomically(path, text, 0644);
    return written ? exit_code::ok : io.complain(written.error(), exit_code::unreadable);
}

} // namespace twinhelm::ctl
