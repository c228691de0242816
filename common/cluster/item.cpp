#include "common/cluster/item.h"

#include <algorithm>
#include <iterator>

namespace twinhelm::cluster
{

namespace
{

using config::SyntaxNode;
using config::SyntaxTree;
using config::TokenKind;

/// Walks a tree's nodes in document order and hands every comment to the item it belongs to.
class Collector
{
public:
    explicit Collector(const SyntaxTree &tree) : tree_(tree) {}

    Item run()
    {
        Item root;
        root.block = true;
        children(SyntaxNode::none, root);
        root.tail = linesUpTo(static_cast<std::uint32_t>(tree_.text().size()));
        return root;
    }

private:
    void children(std::uint32_t parent, Item &into)
    {
        for (const auto index : tree_.children(parent))
            into.children.push_back(item(index, into));
    }

    Item item(std::uint32_t index, const Item &parent)
    {
        const auto &node = tree_.nodes()[index];
        Item out;
        out.before = linesUpTo(node.range.begin);
        out.indent = indentAt(node.range.begin, parent);
        out.keyword = tree_.keyword(node);
        out.block = node.isBlock();
        std::uint32_t end = node.range.begin;
        for (const auto &word : tree_.words(node)) {
            if (!out.identity.empty())
                out.identity += ' ';
            out.identity += tree_.text(word.range);
            end = word.range.end;
        }
        if (const auto words = tree_.words(node); !words.empty())
            out.text = tree_.text({tree_.file(), words.front().range.begin, end});
        at_ = end;
        if (!out.block) {
            out.comment = commentBehind();
            return out;
        }
        out.comment = commentBehind(); // the brace may stand on the next line
        std::ranges::move(linesUpTo(node.open.begin), std::back_inserter(out.before));
        at_ = node.open.end;
        if (out.comment.empty())
            out.comment = commentBehind();
        children(index, out);
        if (!node.close.empty()) {
            out.tail = linesUpTo(node.close.begin);
            out.closeIndent = indentAt(node.close.begin, out);
            if (out.closeIndent.size() > out.indent.size())
                out.closeIndent = out.indent;
            at_ = node.close.end;
            out.closeComment = commentBehind();
        }
        return out;
    }

    /// The comment between here and the end of the line, if nothing else stands there.
    std::string commentBehind()
    {
        const auto text = tree_.text();
        const auto end = std::min(text.find('\n', at_), text.size());
        auto rest = text.substr(at_, end - at_);
        const auto first = rest.find_first_not_of(" \t\r");
        if (first == std::string_view::npos) {
            at_ = static_cast<std::uint32_t>(end);
            return {};
        }
        if (rest[first] != '#' && rest[first] != '!')
            return {};
        at_ = static_cast<std::uint32_t>(end);
        while (!rest.empty() && (rest.back() == '\r' || rest.back() == ' ' || rest.back() == '\t'))
            rest.remove_suffix(1);
        return std::string(rest);
    }

    /// Comment lines and empty lines between here and `end`; a brace on its own line is not one of them.
    std::vector<std::string> linesUpTo(std::uint32_t end)
    {
        std::vector<std::string> out;
        auto gap = tree_.text().substr(at_, end > at_ ? end - at_ : 0);
        bool whole = at_ == 0;
        while (!gap.empty()) {
            const auto newline = gap.find('\n');
            if (newline == std::string_view::npos)
                break;
            auto line = gap.substr(0, newline);
            gap.remove_prefix(newline + 1);
            while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t'))
                line.remove_suffix(1);
            if (whole)
                out.emplace_back(line);
            whole = true;
        }
        if (gap.find_first_of("#!") != std::string_view::npos) // a last line without its end
            out.emplace_back(gap);
        at_ = std::max(at_, end);
        return out;
    }

    std::string indentAt(std::uint32_t offset, const Item &parent) const
    {
        const auto text = tree_.text();
        auto start = offset;
        while (start > 0 && text[start - 1] != '\n')
            --start;
        const auto indent = text.substr(start, offset - start);
        if (indent.find_first_not_of(" \t") == std::string_view::npos)
            return std::string(indent);
        return parent.keyword.empty() ? std::string() : parent.indent + "    ";
    }

    const SyntaxTree &tree_;
    std::uint32_t at_ = 0; ///< everything before is accounted for
};

void collect(const Item &item, std::vector<std::string> &out)
{
    for (const auto &child : item.children) {
        out.push_back(child.block ? child.identity + " {" : child.identity);
        if (child.block) {
            collect(child, out);
            out.emplace_back("}");
        }
    }
}

} // namespace

Item itemsOf(const config::SyntaxTree &tree)
{
    return Collector(tree).run();
}

std::vector<std::string> statementsOf(const Item &root)
{
    std::vector<std::string> out;
    collect(root, out);
    return out;
}

} // namespace twinhelm::cluster
