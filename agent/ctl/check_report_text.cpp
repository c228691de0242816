#include "agent/ctl/check_report_text.h"

#include <algorithm>

#include "agent/ctl/text.h"
#include "common/wire/json.h"

namespace twinhelm::ctl
{

namespace
{

constexpr auto plain = "\x1b[0m";

const char *colourOf(std::string_view line)
{
    if (line.find(": error: ") != std::string_view::npos)
        return "\x1b[1;31m";
    if (line.find(": warning: ") != std::string_view::npos)
        return "\x1b[1;33m";
    return line.find(": hint: ") != std::string_view::npos ? "\x1b[1;36m" : nullptr;
}

/// A line that begins with the path a text was loaded by, with the name it was given by.
std::string named(const Findings &findings, std::string line)
{
    for (const auto &file : findings.files) {
        const auto path = file.loaded.sources.path(0) + ':';
        if (line.starts_with(path))
            return file.name + ':' + line.substr(path.size());
    }
    return line;
}

} // namespace

const CheckedFile &Findings::fileOf(const Diagnostic &one) const
{
    const auto found =
        std::find_if(files.begin(), files.end(), [&](const auto &file) { return file.nodeId == one.node; });
    return found == files.end() ? files.front() : *found;
}

std::string Findings::nameOf(const Diagnostic &one) const
{
    const auto &file = fileOf(one);
    const bool included = one.range.file != 0 && one.range.file < file.loaded.sources.size();
    return included ? file.loaded.sources.path(one.range.file) : file.name;
}

std::string findingsText(const Findings &findings, bool colours)
{
    const auto sourcesOf = [&](const std::string &node) -> const config::SourceSet & {
        Diagnostic place;
        place.node = node;
        return findings.fileOf(place).loaded.sources;
    };
    const auto text = renderText(findings.all, sourcesOf);
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        auto line = named(findings, text.substr(at, end - at));
        std::replace(line.begin(), line.end(), '\t', ' ');
        line = printable(std::move(line));
        const auto *const colour = colours && !line.starts_with(' ') ? colourOf(line) : nullptr;
        out += colour ? colour + line + plain : line;
        out += '\n';
        at = end + 1;
    }
    return out;
}

std::string findingsJson(const Findings &findings)
{
    wire::CheckReport report;
    report.ok = !hasErrors(findings.all);
    report.node = findings.files.size() == 1 ? findings.files.front().nodeId : std::string();
    for (const auto &one : findings.all) {
        const auto &file = findings.fileOf(one);
        LineColumn place;
        if (one.range.file < file.loaded.sources.size())
            place = file.loaded.sources.position(one.range.file, one.range.begin);
        report.diagnostics.push_back({one.code, std::string(severityName(one.severity)), findings.nameOf(one),
                                      place.line, place.column, one.message, one.node});
    }
    return wire::toJson(report) + '\n';
}

} // namespace twinhelm::ctl
