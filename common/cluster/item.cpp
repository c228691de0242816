#include "common/cluster/item.h"

#include <algorithm>
#include <iterator>

namespace twinhelm::cluster
{

namespace
{

using config::SyntaxNode;
using config::SyntaxTree;

/// Without the carriage returns of its line ends.
std::string withoutReturns(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r' || (i + 1 < text.size() && text[i + 1] != '\n'))
            out += text[i];
    }
    return out;
}

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
        out.indent = indentAt(node.range.begin, parent.keyword.empty() ? "" : parent.indent + "    ");
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
            out.text = withoutReturns(tree_.text({tree_.file(), words.front().range.begin, end}));
        at_ = end;
        if (!out.block) {
            if (out.text.ends_with('\\'))
                takeLastLine(out);
            if (out.text.find('\n') != std::string::npos)
                out.identity = out.text; // a definition of several lines may have comments within
            out.comment = commentBehind();
            return out;
        }
        out.open = withoutReturns(tree_.text({tree_.file(), end, node.open.end}));
        if (out.open.find_first_of("#!") != std::string::npos || out.open.find("\n\n") != std::string::npos) {
            out.open = out.text.empty() ? "{" : " {"; // what stands between goes above
            out.comment = commentBehind();
            std::ranges::move(linesUpTo(node.open.begin), std::back_inserter(out.before));
        }
        at_ = node.open.end;
        if (isBlankText(out.comment))
            out.comment = commentBehind();
        children(index, out);
        if (!node.close.empty()) {
            out.tail = linesUpTo(node.close.begin);
            out.closeIndent = indentAt(node.close.begin, out.indent);
            at_ = node.close.end;
            out.closeComment = commentBehind();
        }
        return out;
    }

    /// An empty line that ends a definition is a part of it: without it, the next line would be.
    void takeLastLine(Item &definition)
    {
        const auto text = tree_.text();
        const auto begin = text.find('\n', at_);
        if (begin == std::string_view::npos)
            return;
        const auto end = std::min(text.find('\n', begin + 1), text.size());
        if (!isBlankText(text.substr(begin + 1, end - begin - 1)))
            return;
        definition.text += '\n';
        at_ = static_cast<std::uint32_t>(end);
    }

    /// What stands between here and the end of the line, if that is only blanks and a comment.
    std::string commentBehind()
    {
        const auto text = tree_.text();
        const auto end = std::min(text.find('\n', at_), text.size());
        const auto rest = text.substr(at_, end - at_);
        const auto first = rest.find_first_not_of(" \t\r");
        if (first != std::string_view::npos && rest[first] != '#' && rest[first] != '!')
            return {};
        at_ = static_cast<std::uint32_t>(end);
        return withoutReturns(rest);
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
            const auto line = gap.substr(0, newline);
            gap.remove_prefix(newline + 1);
            if (whole)
                out.push_back(withoutReturns(line));
            whole = true;
        }
        if (gap.find_first_of("#!") != std::string_view::npos) // a last line without its end
            out.push_back(withoutReturns(gap));
        at_ = std::max(at_, end);
        return out;
    }

    /// `otherwise` when something else stands before it on its line.
    std::string indentAt(std::uint32_t offset, const std::string &otherwise) const
    {
        const auto text = tree_.text();
        auto start = offset;
        while (start > 0 && text[start - 1] != '\n')
            --start;
        const auto indent = text.substr(start, offset - start);
        return indent.find_first_not_of(" \t") == std::string_view::npos ? std::string(indent) : otherwise;
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

bool isBlankText(std::string_view text)
{
    return text.find_first_not_of(" \t\r") == std::string_view::npos;
}

std::vector<std::string> statementsOf(const Item &root)
{
    std::vector<std::string> out;
    collect(root, out);
    return out;
}

} // namespace twinhelm::cluster
