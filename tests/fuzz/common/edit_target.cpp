#include <algorithm>

#include "common/config/edit/apply_edits.h"
#include "common/config/edit/editor.h"
#include "common/config/schema/schema.h"
#include "common/config/syntax/lexer.h"
#include "tests/fuzz/common/targets.h"
#include "tests/fuzz/promise.h"

namespace twinhelm::fuzz
{

namespace
{

/// The edits that take `after` back to `before`.
std::vector<TextEdit> inverse(std::string_view before, std::vector<TextEdit> edits)
{
    std::sort(edits.begin(), edits.end(), [](const auto &a, const auto &b) { return a.range < b.range; });
    std::vector<TextEdit> out;
    std::int64_t moved = 0;
    std::uint32_t last = 0;
    for (const auto &edit : edits) {
        promise(edit.range.begin >= last && edit.range.end >= edit.range.begin && edit.range.end <= before.size(),
                "edits lie in the text and do not overlap");
        last = edit.range.end;
        const auto begin = static_cast<std::uint32_t>(edit.range.begin + moved);
        const auto size = static_cast<std::uint32_t>(edit.text.size());
        out.push_back({{0, begin, begin + size},
                       std::string(before.substr(edit.range.begin, edit.range.end - edit.range.begin))});
        moved += std::int64_t(edit.text.size()) - std::int64_t(edit.range.end - edit.range.begin);
    }
    return out;
}

std::string applied(const std::string &text, const config::Editor::Edits &edits)
{
    if (!edits)
        return text;
    auto after = config::applyEdits(text, *edits);
    promise(config::applyEdits(after, inverse(text, *edits)) == text, "undo restores every byte");
    return after;
}

/// The block or statement `index` as an editor addresses it.
config::Target targetOf(const config::SyntaxTree &tree, std::uint32_t index)
{
    config::Target target;
    target.keyword = tree.keyword(tree.nodes()[index]);
    for (auto at = tree.nodes()[index].parent; at != config::SyntaxNode::none; at = tree.nodes()[at].parent) {
        const auto words = tree.arguments(tree.nodes()[at]);
        const auto name = words.empty() ? std::string_view()
                                        : tree.text({tree.file(), words.front().range.begin, words.back().range.end});
        target.path.insert(target.path.begin(), {std::string(tree.keyword(tree.nodes()[at])), std::string(name)});
    }
    return target;
}

bool opensBlock(std::string_view keyword)
{
    const auto all = config::schema::blocks();
    return std::any_of(all.begin(), all.end(), [&](const auto &block) {
        const auto *const found = config::schema::find(block, keyword);
        return found && found->opensBlock();
    });
}

} // namespace

void editTarget(std::string_view input)
{
    // The last three bytes choose what is done to the rest.
    if (input.size() < 4)
        return;
    const auto choice = [&](std::size_t back) { return static_cast<unsigned char>(input[input.size() - back]); };
    const std::string text(input.substr(0, input.size() - 3));
    const auto tree = config::parse(text);
    if (tree.nodes().empty())
        return;
    const auto index = static_cast<std::uint32_t>((choice(3) * 256U + choice(2)) % tree.nodes().size());
    if (tree.nodes()[index].isBlock())
        return; // has no value
    const auto target = targetOf(tree, index);
    if (opensBlock(target.keyword))
        return; // one of several headers of one block, or a header without its brace
    if (!std::all_of(target.keyword.begin(), target.keyword.end(), config::isNameCharacter) || target.keyword.empty())
        return; // nobody asks for such a value
    const std::vector<std::string> nodes{"lb01", "lb02"};
    const std::string node = (choice(1) & 1U) != 0 ? "lb01" : "";
    const config::Editor editor(text, nodes);
    const auto first = editor.value(target, "lb01");
    const auto second = editor.value(target, "lb02");
    const auto set = editor.setValue(target, node, "7");
    const auto after = applied(text, set);
    const config::Editor edited(after, nodes);
    if (set && first) // for a node that does not see the block there is nothing to read
        promise(edited.value(target, "lb01") == "7", "a value that was set is read back");
    if (set && second)
        promise(edited.value(target, "lb02") == (node.empty() ? "7" : second), "the other node's value stays");
    (void)applied(after, edited.removeValue(target, node));
    (void)applied(text, editor.splitValue(target));
    (void)applied(text, editor.joinValue(target, "lb02"));
    (void)applied(text, editor.setEntries(target.path, node, {"10.0.0.3", "10.0.0.4"}));
}

} // namespace twinhelm::fuzz
