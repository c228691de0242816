#include "common/cluster/split.h"

#include "common/config/syntax/lexer.h"

namespace twinhelm::cluster
{

namespace
{

/// Does "@lb01" or "@^lb01" hold for `node`?
bool holds(std::string_view condition, std::string_view node)
{
    condition.remove_prefix(1);
    const bool negated = condition.starts_with('^');
    if (negated)
        condition.remove_prefix(1);
    return (condition == node) != negated;
}

struct Line {
    bool kept = true;
    std::string_view indent;
    std::string_view rest; ///< what stands behind the conditions
};

/// A line may carry several conditions, one behind the other.
Line applyConditions(std::string_view line, std::string_view node)
{
    std::size_t at = 0;
    const auto skipBlanks = [&] {
        while (at < line.size() && config::isBlank(line[at]))
            ++at;
    };
    skipBlanks();
    Line out{true, line.substr(0, at), line.substr(at)};
    while (const auto length = config::conditionLength(line.substr(at))) {
        if (!holds(line.substr(at, length), node))
            return {false, {}, {}};
        at += length;
        skipBlanks();
        out.rest = line.substr(at);
    }
    return out;
}

bool isContinued(std::string_view line)
{
    while (!line.empty() && config::isBlank(line.back()))
        line.remove_suffix(1);
    return line.ends_with('\\');
}

} // namespace

std::string splitFor(std::string_view text, std::string_view node)
{
    std::string out;
    out.reserve(text.size());
    bool insideDefinition = false;
    std::string_view definitionConditions; // as they stood before the definition's first line
    while (!text.empty()) {
        const auto length = std::min(text.find('\n'), text.size() - 1) + 1;
        const auto whole = text.substr(0, length);
        text.remove_prefix(length);
        const auto bare = whole.ends_with('\n') ? whole.substr(0, length - 1) : whole;
        if (insideDefinition) { // raw text until the definition ends; merge() repeats the conditions on every line
            const bool repeated = !definitionConditions.empty() && whole.starts_with(definitionConditions);
            out += whole.substr(repeated ? definitionConditions.size() : 0);
            insideDefinition = isContinued(bare);
            continue;
        }
        const auto line = applyConditions(bare, node);
        if (!line.kept)
            continue;
        if (bare.data() + line.indent.size() == line.rest.data()) {
            out += whole;
        } else {
            out += line.indent;
            out += line.rest;
            out += whole.substr(bare.size());
        }
        insideDefinition = config::definitionLength(line.rest) > 0 && isContinued(line.rest);
        definitionConditions = bare.substr(line.indent.size(), bare.size() - line.indent.size() - line.rest.size());
    }
    return out;
}

} // namespace twinhelm::cluster
