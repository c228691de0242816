#include "common/diagnostics/text_renderer.h"

#include <algorithm>

#include "common/diagnostics/mask_secrets.h"

namespace twinhelm
{

namespace
{

std::string headline(SourceRange range, std::string_view kind, const std::string &message,
                     const config::SourceSet &sources)
{
    if (range.file >= sources.size())
        return std::string(kind) + ": " + message;
    const auto at = sources.position(range.file, range.begin);
    return sources.path(range.file) + ':' + std::to_string(at.line) + ':' + std::to_string(at.column) + ": " +
           std::string(kind) + ": " + message;
}

/// The source line and, below it, ^~~~ under the range. Tabs stay tabs, so that the marks stay under their text.
std::string excerpt(SourceRange range, const config::SourceSet &sources, std::size_t mostColumns)
{
    if (range.file >= sources.size())
        return {};
    const auto at = sources.position(range.file, range.begin);
    const auto whole = sources.line(range.file, at.line);
    std::size_t begin = std::min<std::size_t>(at.column - 1, whole.size());
    std::size_t length = std::min<std::size_t>(range.end - range.begin, whole.size() - begin);
    const auto shown = maskSecrets(whole, begin, length);
    std::string_view line = shown;
    if (line.size() > mostColumns) {
        const auto cut = begin > mostColumns / 2 ? begin - mostColumns / 2 : 0;
        line = line.substr(cut, mostColumns);
        begin -= cut;
        length = std::min(length, line.size() - begin);
    }
    std::string out = "    " + std::string(line) + "\n    ";
    for (const char c : line.substr(0, begin)) {
        // One mark for each character, not for each byte of UTF-8.
        if (c == '\t')
            out += '\t';
        else if ((c & 0xc0) != 0x80)
            out += ' ';
    }
    out += '^';
    const auto marked = line.substr(begin, length);
    for (std::size_t i = 1; i < marked.size(); ++i) {
        if ((marked[i] & 0xc0) != 0x80)
            out += '~';
    }
    return out + '\n';
}

std::string counted(std::ptrdiff_t number, const char *thing)
{
    return std::to_string(number) + ' ' + thing + (number == 1 ? "" : "s");
}

} // namespace

std::string_view severityName(Severity severity)
{
    switch (severity) {
    case Severity::Error: return "error";
    case Severity::Warning: return "warning";
    case Severity::Hint: return "hint";
    }
    return "?";
}

namespace
{

std::string render(const Diagnostic &diagnostic, const SourcesOf &sourcesOf, std::size_t mostColumns)
{
    const auto &sources = sourcesOf(diagnostic.node);
    auto out = headline(diagnostic.range, severityName(diagnostic.severity), diagnostic.message, sources) + " [" +
               diagnostic.code + "]\n" + excerpt(diagnostic.range, sources, mostColumns);
    for (const auto &note : diagnostic.notes) {
        const auto &place = note.node.empty() ? sources : sourcesOf(note.node);
        out += headline(note.range, "note", note.message, place) + '\n';
        // A further note about the very same words needs no second picture of them.
        if (note.range != diagnostic.range || &place != &sources)
            out += excerpt(note.range, place, mostColumns);
    }
    for (const auto &fix : diagnostic.fixes)
        out += "    mend: " + fix.title + '\n';
    return out;
}

} // namespace

std::string renderText(const Diagnostic &diagnostic, const config::SourceSet &sources, std::size_t mostColumns)
{
    const auto only = [&](const std::string &) -> const config::SourceSet & { return sources; };
    return render(diagnostic, only, mostColumns);
}

std::string renderText(const Diagnostics &diagnostics, const config::SourceSet &sources)
{
    return renderText(diagnostics, [&](const std::string &) -> const config::SourceSet & { return sources; });
}

std::string renderText(const Diagnostics &diagnostics, const SourcesOf &sourcesOf)
{
    constexpr std::size_t mostColumns = 160;
    std::string out;
    for (const auto &one : diagnostics)
        out += render(one, sourcesOf, mostColumns);
    std::string sum;
    for (const auto severity : {Severity::Error, Severity::Warning, Severity::Hint}) {
        const auto number = std::count_if(diagnostics.begin(), diagnostics.end(),
                                          [&](const auto &one) { return one.severity == severity; });
        if (number > 0)
            sum += (sum.empty() ? "" : ", ") + counted(number, std::string(severityName(severity)).c_str());
    }
    return sum.empty() ? out : out + sum + '\n';
}

} // namespace twinhelm
