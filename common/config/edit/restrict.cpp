#include "common/config/edit/restrict.h"

#include <algorithm>

#include "common/config/edit/layout.h"
#include "common/config/syntax/lexer.h"

namespace twinhelm::config::edit
{

namespace
{

/// Who reads a line that begins with this condition.
Audience readers(const NodeAudience &nodes, std::string_view condition)
{
    if (condition.empty())
        return nodes.everyone();
    condition.remove_prefix(1);
    const bool negated = condition.starts_with('^');
    if (negated)
        condition.remove_prefix(1);
    const auto one = nodes.only(std::string(condition));
    return negated ? without(nodes.everyone(), one) : one;
}

} // namespace

Result<std::vector<TextEdit>> restrictTo(const EditContext &context, std::uint32_t block, const Audience &audience)
{
    const auto &tree = context.tree();
    const auto whole = context.lines().wholeLines(block, false);
    if (whole.empty())
        return fail("E0009", "This block shares a line with something else, and a condition counts for a line.",
                    "Put it on lines of its own first.");
    std::vector<TextEdit> out;
    const auto text = tree.text();
    for (auto at = whole.begin; at < whole.end;) {
        const auto next = static_cast<std::uint32_t>(std::min<std::size_t>(text.find('\n', at), text.size() - 1) + 1);
        const auto line = text.substr(at, next - at);
        const auto first = std::min(line.find_first_not_of(" \t\r\n"), line.size());
        const auto rest = line.substr(first);
        const bool says = !rest.empty() && rest.front() != '#' && rest.front() != '!';
        if (says) {
            const auto length = conditionLength(rest.substr(0, std::min(rest.find_first_of("\r\n"), rest.size())));
            const auto here = both(readers(context.audience(), rest.substr(0, length)), audience);
            const auto begin = at + static_cast<std::uint32_t>(first);
            if (!any(here)) {
                out.push_back({{tree.file(), at, next}, {}});
            } else {
                const auto condition = Layout(context).condition(here);
                if (!condition)
                    return tl::unexpected(condition.error());
                auto end = begin + static_cast<std::uint32_t>(length);
                while (length > 0 && end < next && isBlank(text[end]))
                    ++end;
                if (tree.text({tree.file(), begin, end}) != *condition)
                    out.push_back({{tree.file(), begin, end}, *condition});
            }
        }
        at = next;
    }
    return out;
}

} // namespace twinhelm::config::edit
