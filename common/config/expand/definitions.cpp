#include "common/config/expand/definitions.h"

#include "common/config/syntax/lexer.h"

namespace twinhelm::config
{

void Definitions::set(std::string_view name, Definition definition)
{
    const auto found = known_.find(name);
    if (found == known_.end())
        known_.emplace(std::string(name), std::move(definition));
    else
        found->second = std::move(definition);
}

void Definitions::set(std::string_view name, std::string_view value, SourceRange range)
{
    auto found = known_.find(name);
    if (found == known_.end())
        found = known_.emplace(std::string(name), Definition{}).first;
    auto &lines = found->second.lines;
    lines.resize(1);
    lines.front().text.assign(value);
    lines.front().range = range;
}

const Definitions::Definition *Definitions::find(std::string_view name) const
{
    const auto found = known_.find(name);
    return found == known_.end() ? nullptr : &found->second;
}

std::optional<Definitions::Reference> Definitions::nextReference(std::string_view text, std::size_t from)
{
    for (auto at = text.find('$', from); at != std::string_view::npos; at = text.find('$', at + 1)) {
        auto nameAt = at + 1;
        const bool braced = nameAt < text.size() && text[nameAt] == '{';
        if (braced)
            ++nameAt;
        if (nameAt >= text.size() || !isNameStart(text[nameAt]))
            continue;
        auto end = nameAt;
        while (end < text.size() && isNameCharacter(text[end]))
            ++end;
        Reference reference{at, end - at, text.substr(nameAt, end - nameAt), {}};
        if (!braced) {
            if (end == text.size() || isBlank(text[end]) || text[end] == ',' || text[end] == ')')
                return reference;
            continue;
        }
        const auto close = text.find('}', end);
        if (close == std::string_view::npos || (close != end && !isBlank(text[end])))
            continue;
        reference.parameters = text.substr(end, close - end);
        reference.length = close + 1 - at;
        return reference;
    }
    return std::nullopt;
}

} // namespace twinhelm::config
