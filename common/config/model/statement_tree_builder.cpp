#include "common/config/model/statement_tree_builder.h"

#include "common/config/validate/codes.h"

namespace twinhelm::config
{

void StatementTreeBuilder::readOn()
{
    for (const auto count = static_cast<std::uint32_t>(lines_->size()); next_ < count; ++next_) {
        switch ((*lines_)[next_].kind) {
        case ExpandedLine::Kind::Text: text(next_); break;
        case ExpandedLine::Kind::Open: open(next_); break;
        case ExpandedLine::Kind::Close: close(next_); break;
        }
    }
}

StatementTree StatementTreeBuilder::finish()
{
    while (!open_.empty())
        leaveUnclosed();
    next_ = 0;
    return std::exchange(tree_, {});
}

void StatementTreeBuilder::recycle(StatementTree tree)
{
    tree_ = std::move(tree);
    tree_.nodes_.clear();
    tree_.words_.clear();
}

const schema::Block *StatementTreeBuilder::context() const
{
    static const auto *const top = schema::findBlock("");
    return open_.empty() ? top : tree_.nodes_[open_.back()].inner;
}

bool StatementTreeBuilder::nextIsOpen(std::uint32_t line) const
{
    return line + 1 < lines_->size() && (*lines_)[line + 1].kind == ExpandedLine::Kind::Open;
}

void StatementTreeBuilder::report(std::string_view code, SourceRange range, std::string message, std::vector<Fix> fixes,
                                  std::vector<Note> notes)
{
    diagnostics_->push_back(
        {std::string(code), Severity::Error, range, std::move(message), {}, std::move(notes), std::move(fixes)});
}

/// A block that only the top level knows, met inside another: the brace before it was forgotten.
bool StatementTreeBuilder::belongsToTopLevel(std::string_view keyword, std::uint32_t line) const
{
    if (open_.empty() || !nextIsOpen(line))
        return false;
    const auto *here = context();
    if (here && (here->entries || schema::find(*here, keyword)))
        return false;
    const auto *top = schema::find("", keyword);
    return top && top->opensBlock();
}

void StatementTreeBuilder::text(std::uint32_t number)
{
    const auto &line = (*lines_)[number];
    auto &words = tree_.words_;
    StatementNode node;
    node.firstWord = static_cast<std::uint32_t>(words.size());
    appendWords(line, words);
    node.wordCount = static_cast<std::uint32_t>(words.size()) - node.firstWord;
    const auto keyword = words[node.firstWord].text;
    node.outer = context();
    auto known = node.outer && !node.outer->entries ? schema::lookUp(*node.outer, keyword) : schema::Found{};
    while (!known.keyword && belongsToTopLevel(keyword, number)) {
        leaveUnclosed(&line);
        node.outer = context();
        known = node.outer && !node.outer->entries ? schema::lookUp(*node.outer, keyword) : schema::Found{};
    }
    node.line = number;
    node.keyword = known.keyword;
    node.inner = known.inner;
    node.end = static_cast<std::uint32_t>(tree_.nodes_.size()) + 1;
    tree_.nodes_.push_back(node);
    if (known.keyword && known.keyword->opensBlock() && !nextIsOpen(number)) {
        const auto range = line.range();
        report(codes::openBraceMissing, range, std::string(keyword) + " begins a block, but the { is missing.",
               {{"Insert {", {{{range.file, range.end, range.end}, " {"}}, Certainty::Certain}});
        enter();
    }
}

void StatementTreeBuilder::enter()
{
    tree_.nodes_.back().block = true;
    open_.push_back(static_cast<std::uint32_t>(tree_.nodes_.size()) - 1);
}

void StatementTreeBuilder::open(std::uint32_t number)
{
    const bool follows = number > 0 && (*lines_)[number - 1].kind == ExpandedLine::Kind::Text;
    if (!follows || tree_.nodes_.back().block) {
        report(codes::unexpectedBrace, (*lines_)[number].range(), "This { follows no keyword.");
        StatementNode nameless;
        nameless.outer = nullptr;
        tree_.nodes_.push_back(nameless);
    }
    enter();
}

void StatementTreeBuilder::close(std::uint32_t number)
{
    if (open_.empty()) {
        const auto range = (*lines_)[number].range();
        report(codes::strayBrace, range, "This } closes no block.", {{"Remove }", {{range, ""}}, Certainty::Guess}});
        return;
    }
    leave();
}

void StatementTreeBuilder::leave()
{
    tree_.nodes_[open_.back()].end = static_cast<std::uint32_t>(tree_.nodes_.size());
    open_.pop_back();
}

void StatementTreeBuilder::leaveUnclosed(const ExpandedLine *before)
{
    const auto &block = tree_.nodes_[open_.back()];
    if (block.line == StatementNode::noLine) {
        leave();
        return;
    }
    const auto &header = (*lines_)[block.line];
    std::vector<Note> notes;
    if (before)
        notes.push_back({before->range(), "The missing } most likely belongs before this line."});
    report(codes::missingBrace, header.range(), "The block " + std::string(header.text) + " is never closed.", {},
           std::move(notes));
    leave();
}

} // namespace twinhelm::config
