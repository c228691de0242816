#include "common/config/syntax/outliner.h"

namespace twinhelm::config
{

void Outliner::run()
{
    for (std::uint32_t number = 0; number < tree_.lineCount(); ++number)
        line(tree_.lineTokens(number));
    while (!open_.empty()) {
        auto &block = tree_.nodes_[open_.back()];
        block.end = static_cast<std::uint32_t>(tree_.nodes_.size());
        block.range.end = static_cast<std::uint32_t>(tree_.text_.size());
        open_.pop_back();
    }
}

void Outliner::line(std::span<const Token> tokens)
{
    pendingConditions_ = static_cast<std::uint32_t>(tree_.conditions_.size());
    bool inDefinition = statement_ != SyntaxNode::none; // only a definition goes on over lines
    bool continued = false;
    for (const auto &token : tokens) {
        switch (token.kind) {
        case TokenKind::Condition: addCondition(token); break;
        case TokenKind::Definition:
            inDefinition = true;
            addWord(token);
            break;
        case TokenKind::Word:
        case TokenKind::Quoted:
        case TokenKind::Directive: addWord(token); break;
        case TokenKind::OpenBrace:
        case TokenKind::CloseBrace:
            if (token.kind == TokenKind::OpenBrace)
                openBrace(token);
            else
                closeBrace(token);
            pendingConditions_ = static_cast<std::uint32_t>(tree_.conditions_.size());
            break;
        case TokenKind::DefinitionText:
            if (statement_ != SyntaxNode::none)
                addWord(token);
            continued = tree_.text_[token.end - 1] == '\\';
            break;
        case TokenKind::Blank:
        case TokenKind::LineEnd:
        case TokenKind::Invalid: break;
        case TokenKind::Comment: continued = inDefinition && tree_.text_[token.end - 1] == '\\'; break;
        }
    }
    if (!continued)
        finishStatement();
}

void Outliner::addCondition(const Token &token)
{
    SyntaxCondition condition{range(token), range(token), false};
    ++condition.id.begin;
    if (condition.id.begin < condition.id.end && tree_.text_[condition.id.begin] == '^') {
        condition.negated = true;
        ++condition.id.begin;
    }
    tree_.conditions_.push_back(condition);
}

void Outliner::addWord(const Token &token)
{
    if (statement_ == SyntaxNode::none) {
        SyntaxNode node;
        node.parent = open_.empty() ? SyntaxNode::none : open_.back();
        node.firstWord = static_cast<std::uint32_t>(tree_.words_.size());
        node.firstCondition = pendingConditions_;
        node.conditionCount = static_cast<std::uint32_t>(tree_.conditions_.size()) - pendingConditions_;
        node.range = node.conditionCount > 0 ? tree_.conditions_[pendingConditions_].range : range(token);
        statement_ = static_cast<std::uint32_t>(tree_.nodes_.size());
        node.end = statement_ + 1;
        tree_.nodes_.push_back(node);
    }
    tree_.words_.push_back({range(token), token.kind == TokenKind::Quoted});
    auto &node = tree_.nodes_[statement_];
    ++node.wordCount;
    node.range.end = token.end;
}

void Outliner::finishStatement()
{
    if (statement_ != SyntaxNode::none)
        lastStatement_ = statement_;
    statement_ = SyntaxNode::none;
}

std::string_view Outliner::firstCondition(const SyntaxNode &node) const
{
    return node.conditionCount == 0 ? std::string_view{} : tree_.text(tree_.conditions_[node.firstCondition].range);
}

bool Outliner::isAlternativeHeader(const SyntaxNode &header) const
{
    if (open_.empty() || header.conditionCount == 0)
        return false;
    const auto &block = tree_.nodes_[open_.back()];
    const auto first = open_.back() + 1;
    // Nothing but other headers may stand between the block's header and this one.
    for (auto at = first; at + 1 < tree_.nodes_.size(); ++at) {
        if (firstCondition(tree_.nodes_[at]).empty() || tree_.keyword(tree_.nodes_[at]) != tree_.keyword(block))
            return false;
    }
    return !firstCondition(block).empty() && firstCondition(block) != firstCondition(header) &&
           tree_.keyword(block) == tree_.keyword(header);
}

void Outliner::openBrace(const Token &token)
{
    if (statement_ == SyntaxNode::none) {
        // "{" on a line of its own opens the statement before it, unless that one has a block already.
        const bool free = lastStatement_ != SyntaxNode::none && lastStatement_ + 1 == tree_.nodes_.size() &&
                          !tree_.nodes_[lastStatement_].isBlock();
        if (free) {
            statement_ = lastStatement_;
        } else {
            SyntaxNode nameless;
            nameless.parent = open_.empty() ? SyntaxNode::none : open_.back();
            nameless.firstWord = static_cast<std::uint32_t>(tree_.words_.size());
            nameless.firstCondition = static_cast<std::uint32_t>(tree_.conditions_.size());
            nameless.range = range(token);
            statement_ = static_cast<std::uint32_t>(tree_.nodes_.size());
            tree_.nodes_.push_back(nameless);
        }
    }
    auto &node = tree_.nodes_[statement_];
    if (isAlternativeHeader(node)) {
        finishStatement();
        return;
    }
    node.open = range(token);
    node.range.end = token.end;
    open_.push_back(statement_);
    lastStatement_ = SyntaxNode::none;
    statement_ = SyntaxNode::none;
}

void Outliner::closeBrace(const Token &token)
{
    finishStatement();
    lastStatement_ = SyntaxNode::none;
    if (open_.empty()) {
        tree_.strayBraces_.push_back(range(token));
        return;
    }
    auto &block = tree_.nodes_[open_.back()];
    block.close = range(token);
    block.range.end = token.end;
    block.end = static_cast<std::uint32_t>(tree_.nodes_.size());
    open_.pop_back();
}

} // namespace twinhelm::config
