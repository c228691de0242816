#include "common/config/syntax/node_ids.h"

#include "common/config/syntax/lexer.h"

namespace twinhelm::config
{

std::set<std::string> nodeIds(std::string_view text)
{
    std::set<std::string> ids;
    if (text.find('@') == std::string_view::npos)
        return ids;
    for (const auto &token : tokenize(text).all) {
        if (token.kind != TokenKind::Condition)
            continue;
        auto id = text.substr(token.begin + 1, token.end - token.begin - 1);
        if (id.starts_with('^'))
            id.remove_prefix(1);
        if (!id.empty())
            ids.emplace(id);
    }
    return ids;
}

} // namespace twinhelm::config
