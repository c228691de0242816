#pragma once

#include "common/config/syntax/syntax_tree.h"

namespace twinhelm::config
{

/// Builds the nodes of a SyntaxTree from its tokens; used by SyntaxTree::parse only.
class Outliner
{
public:
    explicit Outliner(SyntaxTree &tree) : tree_(tree) {}

    void run();

private:
    void line(std::span<const Token> tokens);
    void addCondition(const Token &token);
    void addWord(const Token &token);
    void openBrace(const Token &token);
    void closeBrace(const Token &token);
    void finishStatement();
    [[nodiscard]] SourceRange range(const Token &token) const { return {tree_.file_, token.begin, token.end}; }
    [[nodiscard]] bool isAlternativeHeader(const SyntaxNode &header) const;
    [[nodiscard]] std::string_view firstCondition(const SyntaxNode &node) const;

    SyntaxTree &tree_;
    std::vector<std::uint32_t> open_;                ///< blocks not closed yet, outermost first
    std::uint32_t statement_ = SyntaxNode::none;     ///< being filled
    std::uint32_t lastStatement_ = SyntaxNode::none; ///< takes a brace that stands on the next line
    std::uint32_t pendingConditions_ = 0;            ///< first condition of this line
};

} // namespace twinhelm::config
