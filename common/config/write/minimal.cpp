#include "common/config/write/minimal.h"

#include "common/config/expand/comment.h"

namespace twinhelm::config
{

std::string minimalText(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto end = text.find('\n');
        auto line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        const bool carriage = line.ends_with('\r');
        if (carriage)
            line.remove_suffix(1);
        const auto content = uncomment(line);
        // A backslash at the end continues a definition, also from inside of a comment.
        const bool empty = content.begin >= content.end;
        const bool inDefinition = out.ends_with("\\\n") || out.ends_with("\\\r\n");
        const bool mark = content.continued && (empty ? inDefinition : line[content.end - 1] != '\\');
        if (empty && !mark)
            continue;
        out += line.substr(0, content.end);
        if (mark)
            out += '\\';
        out += carriage ? "\r\n" : "\n";
    }
    return out;
}

} // namespace twinhelm::config
