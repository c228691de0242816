#include "common/config/edit/definition_use.h"

#include <algorithm>

#include "common/config/expand/definitions.h"
#include "common/config/syntax/lexer.h"

namespace twinhelm::config::edit
{

std::string_view soleReference(std::string_view value)
{
    const auto reference = Definitions::nextReference(value, 0);
    if (!reference || reference->begin != 0 || reference->length != value.size() || !reference->parameters.empty())
        return {};
    return reference->name;
}

bool hasReference(std::string_view value)
{
    return Definitions::nextReference(value, 0).has_value();
}

DefinitionUse definitionUse(const EditContext &context, std::string_view name)
{
    DefinitionUse out;
    const auto &tree = context.tree();
    const auto text = tree.text();
    for (std::size_t at = text.find('$'); at != std::string_view::npos;) {
        const auto before = text.rfind('\n', at);
        const auto begin = before == std::string_view::npos ? 0 : before + 1;
        const auto end = std::min(text.find('\n', at), text.size());
        auto line = text.substr(begin, end - begin);
        line = line.substr(0, commentStart(line));
        for (std::size_t from = 0; const auto found = Definitions::nextReference(line, from);) {
            const auto place = static_cast<std::uint32_t>(begin + found->begin);
            if (found->name == name)
                out.uses.push_back({tree.file(), place, place + static_cast<std::uint32_t>(found->length)});
            from = found->begin + 1; // parameters may hold references too
        }
        at = text.find('$', end);
    }
    const auto keyword = '$' + std::string(name) + '=';
    for (std::uint32_t i = 0; i < tree.nodes().size(); ++i) {
        if (tree.keyword(tree.nodes()[i]) == keyword)
            out.definitions.push_back({i, context.audience().of(i)});
    }
    return out;
}

std::string linesOf(const EditContext &context, const std::vector<SourceRange> &ranges)
{
    constexpr std::size_t most = 8;
    std::string out = ranges.size() == 1 ? "line " : "lines ";
    for (std::size_t i = 0; i < std::min(ranges.size(), most); ++i) {
        const bool last = i + 1 == ranges.size();
        out += (i == 0 ? "" : last ? " and " : ", ") + std::to_string(context.lineOf(ranges[i].begin));
    }
    if (ranges.size() > most)
        out += " and " + std::to_string(ranges.size() - most) + " more";
    return out;
}

} // namespace twinhelm::config::edit
