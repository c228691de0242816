#include <algorithm>

#include "common/config/repair/page_lines.h"
#include "common/config/repair/structure_repair.h"
#include "common/config/schema/schema.h"
#include "common/config/syntax/lexer.h"

// StructureRepair: comments whose line end was lost, so that statements stand in them.
namespace twinhelm::config
{

/// Where reading goes on behind the comment at `at`.
std::size_t StructureRepair::comment(std::size_t at, std::size_t end)
{
    if (!swallows(at, end))
        return pieceEnd_ = end;
    const auto stop = proseEnd(at + 1, end);
    if (stop >= end)
        return pieceEnd_ = end;
    split_ = true;
    pieceEnd_ = stop;
    while (pieceEnd_ > at && isBlank(text_[pieceEnd_ - 1]))
        --pieceEnd_;
    return stop;
}

/// Braces stand in the comment that the blocks open here need.
bool StructureRepair::swallows(std::size_t at, std::size_t end) const
{
    const auto inside = text_.substr(at, end - at);
    if (inside.find_first_of("{}") == std::string_view::npos)
        return false;
    if (isTopLevel() && split_)
        return findTopLevelBlock(text_.substr(0, end), at) != std::string_view::npos;
    const auto open = int(depth()) + ledger_.openedBelow(at);
    int change = 0;
    int least = 0;
    for (const char c : inside) {
        change += c == '{' ? 1 : c == '}' ? -1 : 0;
        least = std::min(least, change);
    }
    return open > 0 && least < 0;
}

/// The first place in a comment where a statement, an entry or a closing brace must stand; `end` when there is none.
std::size_t StructureRepair::proseEnd(std::size_t at, std::size_t end)
{
    int level = 0;
    while (at < end) {
        const char c = text_[at];
        if (c == '}' && level-- == 0)
            return at;
        if (c == '{')
            ++level;
        const bool wordBegins = !endsStatement(at, end) && !isBlank(c) && (at == 0 || isBlank(text_[at - 1]));
        if (!wordBegins) {
            ++at;
            continue;
        }
        bool certain = false;
        if (endsComment(at, end, certain)) {
            if (certain)
                return at;
            const std::string word(wordAt(at, end));
            const bool applied =
                out_.propose(at, at + word.size(), ChangeKind::LineBreak, "The comment ends in front of this word.",
                             {{at, at, ""}}, "Does a statement begin here, or is this still the comment?");
            if (applied)
                return at;
        }
        at += std::max<std::size_t>(1, wordAt(at, end).size());
    }
    return end;
}

bool StructureRepair::endsComment(std::size_t at, std::size_t end, bool &certain) const
{
    const auto &frame = frames_.back();
    if (isTopLevel()) {
        certain = true;
        return beginsTopLevelBlock(text_, at);
    }
    const auto word = wordAt(at, end);
    if (word.empty())
        return false;
    if (frame.isList() && frame.keyword) {
        auto shape = StatementShape::ofEntry(*frame.keyword, frame.block);
        if (shape.isFree() || !shape.take(word) || !shape.complete())
            return false;
        certain = shape.certain() || names_.contains({shape.refersTo(), word});
        const auto next = afterBlanks(at + word.size(), end);
        return certain && (endsStatement(next, end) || startsEntry(frame, wordAt(next, end)));
    }
    const auto *const keyword = frame.block ? schema::find(*frame.block, word) : nullptr;
    if (!keyword || (frame.seen.contains(keyword->name) && !keyword->many) || !startsStatement(frame.block, at, end))
        return false;
    auto shape = StatementShape::ofKeyword(*keyword);
    auto next = afterBlanks(at + word.size(), end);
    while (!endsStatement(next, end)) {
        const auto argument = wordAt(next, end);
        if (argument.empty() || (shape.complete() && isBounded(next, end)) || !shape.take(argument))
            break;
        next = afterBlanks(next + argument.size(), end);
    }
    if (!shape.complete() || !isBounded(next, end))
        return false;
    const bool header = keyword->opensBlock();
    if (header && (next >= end || text_[next] != '{'))
        return false;
    certain = header || shape.certain();
    return true;
}

/// A statement can end here: a brace, a comment or the next statement follows.
bool StructureRepair::isBounded(std::size_t at, std::size_t end) const
{
    return endsStatement(at, end) || startsStatement(frames_.back().block, at, end);
}

} // namespace twinhelm::config
