#include "common/cluster/split.h"

#include <algorithm>

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

std::size_t skipBlanks(std::string_view line, std::size_t at)
{
    while (at < line.size() && config::isBlank(line[at]))
        ++at;
    return at;
}

struct Line {
    bool kept = true;
    std::string_view indent;
    std::string_view rest; ///< what stands behind the conditions
};

/// A line may carry several conditions, one behind the other.
Line applyConditions(std::string_view line, std::string_view node)
{
    auto at = skipBlanks(line, 0);
    Line out{true, line.substr(0, at), line.substr(at)};
    while (const auto length = config::conditionLength(line.substr(at))) {
        if (!holds(line.substr(at, length), node))
            return {false, {}, {}};
        at = skipBlanks(line, at + length);
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

/// Adds a line; behind a brace it begins anew, and may have conditions there too.
void append(std::string &out, std::string_view line, std::string_view node)
{
    const auto end = config::commentStart(line);
    bool quoted = false;
    std::size_t from = 0;
    for (std::size_t at = 0; at < end; ++at) {
        quoted = quoted != (line[at] == '"');
        const auto reference = line.substr(at).starts_with("${") ? line.find('}', at) : std::string_view::npos;
        if (reference != std::string_view::npos) {
            at = reference;
            continue;
        }
        if (quoted || (line[at] != '{' && line[at] != '}'))
            continue;
        const auto next = skipBlanks(line, at + 1);
        if (next >= end || line[next] != '@')
            continue;
        const auto behind = applyConditions(line.substr(next), node);
        out += line.substr(from, next - from);
        if (!behind.kept)
            return;
        from = line.size() - behind.rest.size();
        at = from - 1;
    }
    out += line.substr(from);
}

/// Collects the lines that stay. Where lines were taken out, an empty line that set them apart goes as well: between
/// two empty lines, before a closing brace, and at the end.
class Output
{
public:
    explicit Output(std::size_t size) { text_.reserve(size); }

    /// Whether the line, given with its end, is to be written to text().
    bool begin(std::string_view line)
    {
        const auto first = line.find_first_not_of(" \t\r\n");
        const bool empty = first == std::string_view::npos;
        if (empty && dropped_ && afterEmpty_)
            return false;
        if (!empty && line[first] == '}')
            closeGap();
        lastLine_ = text_.size();
        afterEmpty_ = empty;
        dropped_ = false;
        return true;
    }
    void drop() { dropped_ = true; }
    std::string finish()
    {
        closeGap();
        return std::move(text_);
    }
    [[nodiscard]] std::string &text() { return text_; }

private:
    void closeGap()
    {
        if (dropped_ && afterEmpty_)
            text_.resize(lastLine_);
    }

    std::string text_;
    std::size_t lastLine_ = 0; ///< where the last line written begins
    bool dropped_ = false;     ///< the line before was taken out
    bool afterEmpty_ = true;   ///< the last line written is empty, or there is none
};

} // namespace

std::string splitFor(std::string_view text, std::string_view node)
{
    Output out(text.size());
    bool insideDefinition = false;
    std::string_view definitionConditions; // as they stood before the definition's first line
    while (!text.empty()) {
        const auto length = std::min(text.find('\n'), text.size() - 1) + 1;
        const auto whole = text.substr(0, length);
        text.remove_prefix(length);
        const auto bare = whole.ends_with('\n') ? whole.substr(0, length - 1) : whole;
        if (insideDefinition) { // raw text until the definition ends; merge() repeats the conditions on every line
            const bool repeated = !definitionConditions.empty() && whole.starts_with(definitionConditions);
            out.text() += whole.substr(repeated ? definitionConditions.size() : 0);
            insideDefinition = isContinued(bare);
            continue;
        }
        const auto line = applyConditions(bare, node);
        if (!line.kept) {
            out.drop();
            continue;
        }
        if (!out.begin(whole))
            continue;
        out.text() += line.indent;
        const bool definition = config::definitionLength(line.rest) > 0;
        if (definition || bare.find('@') == std::string_view::npos)
            out.text() += line.rest;
        else
            append(out.text(), line.rest, node);
        out.text() += whole.substr(bare.size());
        insideDefinition = definition && isContinued(line.rest);
        definitionConditions = bare.substr(line.indent.size(), bare.size() - line.indent.size() - line.rest.size());
    }
    return out.finish();
}

} // namespace twinhelm::cluster
