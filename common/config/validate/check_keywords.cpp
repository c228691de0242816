#include "common/config/validate/check_keywords.h"

#include <algorithm>
#include <array>

#include "common/config/schema/names.h"
#include "common/config/schema/schema.h"
#include "common/config/schema/spelling.h"
#include "common/config/validate/check_characters.h"
#include "common/config/validate/check_entries.h"
#include "common/config/validate/check_value.h"
#include "common/config/validate/check_words.h"
#include "common/config/validate/codes.h"
#include "common/config/validate/finding.h"

namespace twinhelm::config
{

namespace names = schema::names;

namespace
{

class KeywordCheck
{
public:
    KeywordCheck(const Expanded &expanded, const StatementTree &tree, Diagnostics &diagnostics, unsigned &unknown)
        : expanded_(expanded), tree_(tree), nodes_(tree.nodes()), diagnostics_(diagnostics), unknown_(unknown)
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

    [[nodiscard]] const ExpandedLine &lineOf(std::uint32_t at) const { return expanded_.lines[nodes_[at].line]; }

    /// Checks a node; the index of the next one to look at.
    std::uint32_t node(std::uint32_t at)
    {
        const auto &node = nodes_[at];
        if (node.line == StatementNode::noLine || !node.outer)
            return node.end;
        const auto &line = lineOf(at);
        checkCharacters(line, diagnostics_);
        words_ = tree_.words(node);
        if (node.outer->entries) {
            entry(node, line);
            return node.end;
        }
        const auto *keyword = node.keyword;
        if (!keyword || keyword->kind == schema::Kind::Removed) {
            unknown(*node.outer, keyword);
            return node.end;
        }
        standing(*keyword);
        if (!keyword->opensBlock()) {
            if (node.block) {
                // keepalived drops the { and takes what follows for lines of the block around it.
                const bool inside = !node.outer->path.empty();
                report(codes::unexpectedBrace, Severity::Error, line.range(),
                       std::string(keyword->name) + " begins no block; what stands between its braces is ignored." +
                           (inside ? " keepalived takes its } for the end of " + std::string(node.outer->path) +
                                         " and does not know what follows."
                                   : std::string()));
            }
            checkValue(*keyword, line, words_, diagnostics_);
            return node.end;
        }
        if (!header(*keyword, line))
            return node.end;
        if (!node.inner) {
            list(at, *keyword);
            return node.end;
        }
        required(at);
        repeated(at);
        return at + 1;
    }

    /// The words between a block's keyword and its brace; false: keepalived does not read the block.
    bool header(const schema::Keyword &keyword, const ExpandedLine &line)
    {
        if (!schema::isNamed(keyword, words_.size())) {
            report(codes::blockNameMissing, Severity::Error, line.range(),
                   std::string(keyword.name) + " needs a name before its {: a single word, or text in double quotes.");
            return false;
        }
        // The lines of a list take Keyword::more, not its header.
        const bool named = keyword.kind == schema::Kind::Block;
        const std::size_t nameless = keyword.arguments.starts_with("NAME") ? 2 : 1;
        const auto next = named ? checkWords(keyword.more, words_, 1, diagnostics_) : nameless;
        reportExtraWords(words_, next, Severity::Warning, diagnostics_);
        return true;
    }

    /// What its block is useless without. Some have rules that say more (K0204, K0205, K0213).
    void required(std::uint32_t at)
    {
        static constexpr std::array ruled{names::vrrpInstance, names::vrrpScript, names::vrrpSyncGroup};
        const auto &node = nodes_[at];
        if (node.inner->entries || std::find(ruled.begin(), ruled.end(), node.inner->path) != ruled.end())
            return;
        for (const auto &keyword : node.inner->keywords) {
            if (!keyword.required || holds(at, keyword))
                continue;
            report(codes::missingPart, Severity::Error, lineOf(at).range(),
                   std::string(words_.front().text) + " has no " + std::string(keyword.name) +
                       "; keepalived ignores the block.");
        }
    }

    /// A second command for one event is K0220.
    void repeated(std::uint32_t block)
    {
        seen_.clear();
        for (auto at = block + 1; at < nodes_[block].end; at = nodes_[at].end) {
            const auto *keyword = nodes_[at].keyword;
            if (!keyword || keyword->many || keyword->kind == schema::Kind::Flag ||
                keyword->kind == schema::Kind::Command || keyword->kind == schema::Kind::Removed)
                continue;
            const auto first = std::find_if(seen_.begin(), seen_.end(),
                                            [&](const auto &one) { return nodes_[one].keyword == keyword; });
            if (first == seen_.end()) {
                seen_.push_back(at);
                continue;
            }
            // keepalived does not read a second list of members: it goes on behind its {.
            const bool list = keyword->name == names::group;
            report(codes::repeated, list ? Severity::Error : Severity::Warning, tree_.words(nodes_[at]).front().range,
                   std::string(keyword->name) + " stands in this block already" +
                       (list ? "; keepalived takes the } of this one for the end of the block around it." : "."));
            diagnostics_.back().notes.push_back({tree_.words(nodes_[*first]).front().range, "It stands here first."});
        }
    }

    [[nodiscard]] bool holds(std::uint32_t block, const schema::Keyword &wanted) const
    {
        for (auto at = block + 1; at < nodes_[block].end; at = nodes_[at].end) {
            const auto *keyword = nodes_[at].keyword;
            if (keyword == &wanted || (keyword && keyword->aliasOf == wanted.name))
                return true;
        }
        return false;
    }

    /// The lines of a block that has no table of its own: names, addresses of peers, tracked things.
    void list(std::uint32_t block, const schema::Keyword &keyword)
    {
        if (nodes_[block].end == block + 1 && nodes_[block].block)
            emptyList(block, keyword);
        for (auto at = block + 1; at < nodes_[block].end; at = nodes_[at].end) {
            if (nodes_[at].line == StatementNode::noLine)
                continue;
            checkCharacters(lineOf(at), diagnostics_);
            if (nodes_[at].block)
                report(codes::unexpectedBrace, Severity::Error, lineOf(at).range(), "A list holds no blocks.");
            else
                checkListEntry(keyword, tree_.words(nodes_[at]), diagnostics_);
        }
    }

    void emptyList(std::uint32_t block, const schema::Keyword &keyword)
    {
        // Peers and members have rules of their own.
        if (keyword.name == names::unicastPeer || keyword.name == names::group)
            return;
        const bool mail = keyword.name == names::notificationEmail;
        report(codes::emptyBlock, mail ? Severity::Warning : Severity::Hint, lineOf(block).range(),
               mail ? "This block names nobody to send mail to." : "This block is empty.");
    }

    void entry(const StatementNode &node, const ExpandedLine &line)
    {
        if (node.block)
            report(codes::unexpectedBrace, Severity::Error, line.range(), "A list of entries holds no blocks.");
        else if (const auto *plain = schema::find(*node.outer, "<entry>"))
            checkListEntry(*plain, words_, diagnostics_);
        else if (schema::find(*node.outer, "<address>"))
            checkAddressEntry(*node.outer, words_, diagnostics_);
        else if (schema::find(*node.outer, names::nexthop))
            checkRouteEntry(*node.outer, words_, diagnostics_);
        else
            checkRuleEntry(*node.outer, words_, diagnostics_);
    }

    void unknown(const schema::Block &block, const schema::Keyword *removed)
    {
        const auto &word = words_.front();
        if (removed) {
            const auto better = removed->aliasOf.empty() ? removed->replacedBy : removed->aliasOf;
            report(codes::unknownKeyword, Severity::Error, word.range,
                   std::string(word.text) +
                       (removed->since.empty() ? " was never known to keepalived here, though it is often written."
                                               : " is no longer known to keepalived.") +
                       (better.empty() ? "" : " Use " + std::string(better) + '.'),
                   better.empty() || better.find('/') != std::string_view::npos ? std::vector<Fix>{} : write(better));
            return;
        }
        std::string message = quoted(word.text) + " is not a keyword";
        message += block.path.empty() ? " outside any block." : " of " + std::string(block.path) + '.';
        const auto guess = ++unknown_ <= mostComparedWords ? schema::suggest(block, word.text) : schema::Suggestion{};
        std::vector<Fix> fixes;
        if (guess.keyword && guess.block == &block) {
            message += " Did you mean " + std::string(guess.keyword->name) + '?';
            fixes = write(guess.keyword->name);
        } else if (guess.keyword) {
            const auto home =
                guess.block->path.empty() ? std::string("outside any block") : "in " + std::string(guess.block->path);
            message += guess.steps == 0
                           ? " It belongs " + home + '.'
                           : " Did you mean " + std::string(guess.keyword->name) + ", which belongs " + home + '?';
        }
        report(codes::unknownKeyword, Severity::Error, word.range, std::move(message), std::move(fixes));
    }

    [[nodiscard]] std::vector<Fix> write(std::string_view keyword, Certainty certainty = Certainty::Guess) const
    {
        const auto &word = words_.front();
        return {{"Write " + std::string(keyword), {{word.range, std::string(keyword)}}, certainty}};
    }

    void standing(const schema::Keyword &keyword)
    {
        const auto &word = words_.front();
        if (keyword.standing == schema::Standing::Ignored) {
            report(codes::withoutEffect, Severity::Hint, word.range,
                   "keepalived reads " + std::string(keyword.name) + " and does nothing with it.");
        } else if (keyword.standing == schema::Standing::Deprecated) {
            const auto better = keyword.aliasOf.empty() ? keyword.replacedBy : keyword.aliasOf;
            report(codes::oldSpelling, Severity::Warning, word.range,
                   std::string(keyword.name) + " is deprecated; keepalived asks for " + std::string(better) + '.',
                   keyword.aliasOf.empty()
                       ? std::vector<Fix>{}
                       : write(better, word.definition.empty() ? Certainty::Certain : Certainty::Guess));
        }
    }

    const Expanded &expanded_;
    const StatementTree &tree_;
    const std::vector<StatementNode> &nodes_;
    Diagnostics &diagnostics_;
    Words words_;                     ///< of the node at hand
    std::vector<std::uint32_t> seen_; ///< nodes of keywords that may stand once
    unsigned &unknown_;
};

} // namespace

void checkKeywords(const Expanded &expanded, const StatementTree &tree, Diagnostics &diagnostics,
                   unsigned &unknownWords)
{
    KeywordCheck(expanded, tree, diagnostics, unknownWords).run();
}

} // namespace twinhelm::config
