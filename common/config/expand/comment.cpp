#include "common/config/expand/comment.h"

#include <algorithm>

#include "common/config/syntax/lexer.h"

namespace twinhelm::config
{

namespace
{

/// A backslash at the end that no other one protects.
bool endsInBackslash(std::string_view text)
{
    const auto last = text.find_last_not_of('\\');
    const auto backslashes = text.size() - (last == std::string_view::npos ? 0 : last + 1);
    return backslashes % 2 == 1;
}

} // namespace

Uncommented uncomment(std::string_view line)
{
    const auto whole = line.size();
    while (!line.empty() && isBlank(line.back())) // a backslash is the last one in front of blanks, too
        line.remove_suffix(1);
    Uncommented out;
    out.end = line.size();
    for (auto at = line.find_first_of("#!\"\\"); at != std::string_view::npos; at = line.find_first_of("#!\"\\", at)) {
        const char c = line[at];
        if (c == '"') {
            out.quoteOpen = !out.quoteOpen;
            if (out.quoteOpen)
                out.quote = at;
        } else if (c == '\\' && at + 1 < line.size()) {
            const char next = line[at + 1];
            if (!out.quoteOpen && (next == '#' || next == '!'))
                out.escapes.push_back(at);
            ++at;
        } else if (c == '\\') {
            out.continued = true;
        } else if (!out.quoteOpen && (c == '#' || c == '!')) {
            out.end = at;
            out.hasComment = true;
            out.continued = line.size() == whole && endsInBackslash(line.substr(at));
            break;
        }
        ++at;
    }
    while (out.begin < out.end && isBlank(line[out.begin]))
        ++out.begin;
    const auto trim = [&](std::size_t &end) {
        while (end > out.begin && isBlank(line[end - 1]))
            --end;
    };
    trim(out.end);
    if (out.continued) {
        out.backslash = line.size() - 1;
        out.lastWord = std::min(out.end, out.backslash);
        trim(out.lastWord);
        out.sticks = line.size() == whole && out.lastWord < out.backslash;
    }
    return out;
}

} // namespace twinhelm::config
