#include "common/config/validate/check_keywords.h"

#include <algorithm>
#include <array>

#include "common/config/expand/words.h"
#include "common/config/schema/names.h"
#include "common/config/schema/schema.h"
#include "common/config/validate/check_characters.h"
#include "common/config/validate/check_entries.h"
#include "common/config/validate/check_route_entry.h"
#include "common/config/validate/check_value.h"
#include "common/config/validate/codes.h"

namespace twinhelm::config
{

namespace names = schema::names;

namespace
{

/// A file that is no configuration at all must not cost a comparison with every keyword for each of its lines.
constexpr unsigned mostComparisons = 200;

/// The blocks of VRRP, whose values are checked. The others are only recognised until the checker comes.
bool valuesAreChecked(const schema::Block &block)
{
    static constexpr std::array checked{names::globalDefs,       names::vrrpScript, names::vrrpSyncGroup,
                                        names::vrrpTrackProcess, names::trackFile,  names::vrrpTrackFile};
    return block.path.starts_with(names::vrrpInstance) ||
           std::find(checked.begin(), checked.end(), block.path) != checked.end();
}

class KeywordCheck
{
public:
    KeywordCheck(const Expanded &expanded, const StatementTree &tree, Diagnostics &diagnostics)
        : expanded_(expanded), tree_(tree), nodes_(tree.nodes()), diagnostics_(diagnostics)
    {
    }

    void run()
    {
        for (std::uint32_t at = 0; at < nodes_.size();)
            at = node(at);
    }

private:
    void report(std::string_view code, Severity severity, SourceRange range, std::string message,
                std::vector<Fix> fixes = {})
    {
        diagnostics_.push_back({std::string(code), severity, range, std::move(message), {}, {}, std::move(fixes)});
    }

    /// Checks a node; the index of the next one to look at.
    std::uint32_t node(std::uint32_t at)
    {
        const auto &node = nodes_[at];
        if (node.line == StatementNode::noLine || !node.outer)
            return node.end;
        const auto &line = expanded_.lines[node.line];
        checkCharacters(line, diagnostics_);
        words_ = tree_.words(node);
        if (node.outer->entries)
            return entry(at, line);
        const auto *keyword = node.keyword;
        if (!keyword || keyword->kind == schema::Kind::Removed) {
            unknown(*node.outer, keyword);
            return node.end;
        }
        if (!keyword->aliasOf.empty())
            oldSpelling(*keyword);
        if (!keyword->opensBlock()) {
            if (node.block) {
                report(codes::unexpectedBrace, Severity::Error, line.range(),
                       std::string(keyword->name) + " begins no block; what stands between its braces is ignored.");
            }
            if (valuesAreChecked(*node.outer))
                checkValue(*keyword, line, words_, diagnostics_);
            return node.end;
        }
        if (!schema::isNamed(*keyword, words_.size())) {
            report(codes::blockNameMissing, Severity::Error, line.range(),
                   std::string(keyword->name) + " needs a name before its {: a single word, or text in double quotes.");
            return node.end;
        }
        if (node.inner)
            return at + 1;
        list(at, *keyword, valuesAreChecked(*node.outer));
        return node.end;
    }

    /// The lines of a block that has no table of its own: names, addresses of peers, tracked things.
    void list(std::uint32_t block, const schema::Keyword &keyword, bool checked)
    {
        const bool tracks = keyword.name.starts_with(names::trackPrefix);
        if (keyword.name == names::notificationEmail && nodes_[block].end == block + 1) {
            report(codes::emptyBlock, Severity::Warning, expanded_.lines[nodes_[block].line].range(),
                   "This block names nobody to send mail to.");
        }
        for (auto at = block + 1; at < nodes_[block].end; at = nodes_[at].end) {
            if (nodes_[at].line == StatementNode::noLine)
                continue;
            const auto &line = expanded_.lines[nodes_[at].line];
            words_ = tree_.words(nodes_[at]);
            if (!checked)
                continue;
            if (nodes_[at].block)
                report(codes::unexpectedBrace, Severity::Error, line.range(), "A list holds no blocks.");
            else if (tracks)
                checkTrackEntry(words_, diagnostics_);
            else if (keyword.name == names::unicastPeer)
                checkPeerEntry(words_, diagnostics_);
        }
    }

    std::uint32_t entry(std::uint32_t at, const ExpandedLine &line)
    {
        const auto &node = nodes_[at];
        if (node.block)
            report(codes::unexpectedBrace, Severity::Error, line.range(), "A list of entries holds no blocks.");
        else if (schema::find(*node.outer, "<address>"))
            checkAddressEntry(*node.outer, words_, diagnostics_);
        else if (schema::find(*node.outer, names::nexthop))
            checkRouteEntry(*node.outer, words_, diagnostics_);
        return node.end;
    }

    void unknown(const schema::Block &block, const schema::Keyword *removed)
    {
        const auto &word = words_.front();
        std::string message = '"' + std::string(word.text) + "\" is not a keyword";
        message += block.path.empty() ? " outside any block." : " of " + std::string(block.path) + '.';
        std::vector<Fix> fixes;
        const bool compare = !removed && ++unknown_ <= mostComparisons;
        const auto replacement = removed   ? removed->aliasOf
                                 : compare ? schema::nearestKeyword(block, word.text)
                                           : std::string_view{};
        if (removed)
            message = std::string(word.text) + " is no longer known to keepalived.";
        if (!replacement.empty()) {
            message += removed ? " Use " : " Did you mean ";
            message += std::string(replacement) + (removed ? "." : "?");
            fixes.push_back(
                {"Write " + std::string(replacement), {{word.range, std::string(replacement)}}, Certainty::Guess});
        } else if (const auto homes = schema::blocksWith(word.text); !homes.empty() && !removed) {
            message += homes.front().empty() ? " It belongs outside any block."
                                             : " It belongs in " + std::string(homes.front()) + '.';
        }
        report(codes::unknownKeyword, Severity::Error, word.range, std::move(message), std::move(fixes));
    }

    void oldSpelling(const schema::Keyword &keyword)
    {
        const auto &word = words_.front();
        report(codes::oldSpelling, Severity::Hint, word.range,
               std::string(keyword.name) + " is another spelling of " + std::string(keyword.aliasOf) + '.',
               {{"Write " + std::string(keyword.aliasOf),
                 {{word.range, std::string(keyword.aliasOf)}},
                 Certainty::Guess}});
    }

    const Expanded &expanded_;
    const StatementTree &tree_;
    const std::vector<StatementNode> &nodes_;
    Diagnostics &diagnostics_;
    Words words_; ///< of the node at hand
    unsigned unknown_ = 0;
};

} // namespace

void checkKeywords(const Expanded &expanded, const StatementTree &tree, Diagnostics &diagnostics)
{
    KeywordCheck(expanded, tree, diagnostics).run();
}

} // namespace twinhelm::config
