#include "common/config/model/statement_tree.h"

#include <algorithm>
#include <string>

#include "common/config/validate/codes.h"

namespace twinhelm::config
{

class StatementTreeBuilder
{
public:
    StatementTreeBuilder(const Expanded &expanded, Diagnostics &diagnostics, StatementTree &tree)
        : lines_(expanded.lines), diagnostics_(diagnostics), nodes_(tree.nodes_), words_(tree.words_)
    {
    }

    void run()
    {
        nodes_.reserve(lines_.size());
        for (std::uint32_t i = 0; i < lines_.size(); ++i) {
            switch (lines_[i].kind) {
            case ExpandedLine::Kind::Text: text(i); break;
            case ExpandedLine::Kind::Open: open(i); break;
            case ExpandedLine::Kind::Close: close(i); break;
            }
        }
        while (!open_.empty())
            leaveUnclosed();
    }

private:
    [[nodiscard]] const schema::Block *context() const
    {
        return open_.empty() ? schema::findBlock("") : nodes_[open_.back()].inner;
    }

    [[nodiscard]] bool nextIsOpen(std::uint32_t line) const
    {
        return line + 1 < lines_.size() && lines_[line + 1].kind == ExpandedLine::Kind::Open;
    }

    void report(std::string_view code, SourceRange range, std::string message, std::vector<Fix> fixes = {},
                std::vector<Note> notes = {})
    {
        diagnostics_.push_back(
            {std::string(code), Severity::Error, range, std::move(message), {}, std::move(notes), std::move(fixes)});
    }

    /// A block that only the top level knows, met inside another: the brace before it was forgotten.
    [[nodiscard]] bool belongsToTopLevel(std::string_view keyword, std::uint32_t line) const
    {
        if (open_.empty() || !nextIsOpen(line))
            return false;
        const auto *top = schema::find("", keyword);
        const auto *here = context();
        return top && top->opensBlock() && (!here || (!here->entries && !schema::find(*here, keyword)));
    }

    void text(std::uint32_t number)
    {
        const auto &line = lines_[number];
        StatementNode node;
        node.firstWord = static_cast<std::uint32_t>(words_.size());
        appendWords(line, words_);
        node.wordCount = static_cast<std::uint32_t>(words_.size()) - node.firstWord;
        const auto keyword = words_[node.firstWord].text;
        while (belongsToTopLevel(keyword, number))
            leaveUnclosed(&line);
        node.line = number;
        node.outer = context();
        const auto *known = node.outer && !node.outer->entries ? schema::find(*node.outer, keyword) : nullptr;
        node.keyword = known;
        if (known)
            node.inner = schema::innerBlock(*node.outer, keyword);
        node.end = static_cast<std::uint32_t>(nodes_.size()) + 1;
        nodes_.push_back(node);
        if (known && known->opensBlock() && !nextIsOpen(number)) {
            const auto range = line.range();
            report(codes::openBraceMissing, range, std::string(keyword) + " begins a block, but the { is missing.",
                   {{"Insert {", {{{range.file, range.end, range.end}, " {"}}, Certainty::Certain}});
            enter();
        }
    }

    void enter()
    {
        nodes_.back().block = true;
        open_.push_back(static_cast<std::uint32_t>(nodes_.size()) - 1);
    }

    void open(std::uint32_t number)
    {
        const bool follows = number > 0 && lines_[number - 1].kind == ExpandedLine::Kind::Text;
        if (!follows || nodes_.back().block) {
            report(codes::unexpectedBrace, lines_[number].range(), "This { follows no keyword.");
            StatementNode nameless;
            nameless.outer = nullptr;
            nodes_.push_back(nameless);
        }
        enter();
    }

    void close(std::uint32_t number)
    {
        if (open_.empty()) {
            const auto range = lines_[number].range();
            report(codes::strayBrace, range, "This } closes no block.",
                   {{"Remove }", {{range, ""}}, Certainty::Guess}});
            return;
        }
        leave();
    }

    void leave()
    {
        nodes_[open_.back()].end = static_cast<std::uint32_t>(nodes_.size());
        open_.pop_back();
    }

    void leaveUnclosed(const ExpandedLine *before = nullptr)
    {
        const auto &block = nodes_[open_.back()];
        if (block.line == StatementNode::noLine) {
            leave();
            return;
        }
        const auto &header = lines_[block.line];
        std::vector<Note> notes;
        if (before)
            notes.push_back({before->range(), "The missing } most likely belongs before this line."});
        report(codes::missingBrace, header.range(), "The block " + std::string(header.text) + " is never closed.", {},
               std::move(notes));
        leave();
    }

    const std::vector<ExpandedLine> &lines_;
    Diagnostics &diagnostics_;
    std::vector<StatementNode> &nodes_;
    std::vector<Word> &words_;
    std::vector<std::uint32_t> open_;
};

StatementTree StatementTree::build(const Expanded &expanded, Diagnostics &diagnostics)
{
    StatementTree tree;
    StatementTreeBuilder(expanded, diagnostics, tree).run();
    return tree;
}

} // namespace twinhelm::config
