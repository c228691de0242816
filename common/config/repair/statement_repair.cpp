#include <algorithm>

#include "common/config/repair/page_lines.h"
#include "common/config/repair/structure_repair.h"
#include "common/config/schema/schema.h"
#include "common/config/schema/spelling.h"
#include "common/config/syntax/lexer.h"

// StructureRepair: keywords, entries and what is neither.
namespace twinhelm::config
{

using schema::Keyword;
using schema::Kind;

namespace
{

constexpr unsigned mostAccounts = 500; // in a text of nothing but misplaced words each would cost a line

const Keyword *findIn(const schema::Block *block, std::string_view word)
{
    const auto *const keyword = block && !block->entries ? schema::find(*block, word) : nullptr;
    return keyword && keyword->kind != Kind::Removed ? keyword : nullptr;
}

bool isKeywordAnywhere(std::string_view word)
{
    const auto all = schema::blocks();
    return std::any_of(all.begin(), all.end(), [&](const auto &block) { return schema::find(block, word) != nullptr; });
}

/// A misspelt keyword of this block; short words and those without _ are too near to anything.
bool isSlip(const schema::Block &block, std::string_view word)
{
    constexpr unsigned oneEdit = 2;
    if (word.size() < 6 || word.find('_') == std::string_view::npos)
        return false;
    const auto guess = schema::suggest(block, word);
    return guess.keyword && guess.block == &block && guess.steps <= oneEdit;
}

} // namespace

/// Whether a keyword of `block` stands at `at` with all the values it needs.
bool StructureRepair::startsStatement(const schema::Block *block, std::size_t at, std::size_t end) const
{
    const auto word = wordAt(at, end);
    const auto *const keyword = findIn(block, word);
    if (!keyword)
        return false;
    auto shape = StatementShape::ofKeyword(*keyword);
    auto next = afterBlanks(at + word.size(), end);
    while (!shape.complete()) {
        if (endsStatement(next, end))
            return false;
        const auto argument = wordAt(next, end);
        if (argument.empty() || !shape.take(argument))
            return false;
        next = afterBlanks(next + argument.size(), end);
    }
    return true;
}

bool StructureRepair::startsEntry(const Frame &frame, std::string_view word) const
{
    if (word.empty() || word.starts_with("//") || !frame.keyword)
        return false;
    auto shape = StatementShape::ofEntry(*frame.keyword, frame.block);
    if (shape.isFree() || !shape.take(word))
        return false;
    return shape.refersTo().empty() ? true : names_.contains({shape.refersTo(), word}) || !isKeywordAnywhere(word);
}

/// The same, with words that could be nothing else: an address, the name of something that is defined.
bool StructureRepair::isCertainEntry(const Frame &frame, std::string_view word) const
{
    if (!startsEntry(frame, word))
        return false;
    auto shape = StatementShape::ofEntry(*frame.keyword, frame.block);
    shape.take(word);
    return shape.certain() || names_.contains({shape.refersTo(), word});
}

std::size_t StructureRepair::statement(std::size_t at, std::size_t end)
{
    const auto word = wordAt(at, end);
    if (word.empty())
        return at + 1;
    if (frames_.size() > 1 && !(header_ && findIn(header_->inner, word)) && !findIn(frames_.back().block, word) &&
        beginsTopLevelBlock(text_, at)) {
        header_.reset();
        closeMissing(frames_.size() - 1, at);
    }
    if (header_)
        headerGoesOn(at, end, word);
    const auto &frame = frames_.back();
    if (frame.isList())
        return entry(at, end);
    if (!frame.block) {
        note(at, depth());
        // Not keepalived's: its words are nobody's business.
        return at + word.size();
    }
    const auto *const keyword = schema::find(*frame.block, word);
    if (!keyword)
        return unknown(at, end);
    note(at, depth());
    return known(*keyword, at, end);
}

/// A // where the statement is complete, or where no value begins with one: a comment of another language.
bool StructureRepair::slashComment(std::size_t at, std::size_t end)
{
    const auto word = wordAt(at, end);
    if (!word.starts_with("//"))
        return false;
    return out_.propose(at, end, ChangeKind::Comment, "// begins no comment in keepalived.conf; it became #.",
                        {{at, at + 2, word.size() == 2 ? "#" : "# "}});
}

/// Whether what stands at `at` can be the first word inside the block that a keyword of the innermost block opens.
bool StructureRepair::belongsInside(const Keyword &keyword, std::size_t at, std::size_t end) const
{
    Frame inside;
    inside.keyword = &keyword;
    inside.block = schema::innerBlock(*frames_.back().block, keyword.name);
    return inside.isList() ? startsEntry(inside, wordAt(at, end)) : startsStatement(inside.block, at, end);
}

std::size_t StructureRepair::known(const Keyword &keyword, std::size_t at, std::size_t end)
{
    const auto *const block = frames_.back().block;
    auto shape = StatementShape::ofKeyword(keyword);
    auto stop = at + wordAt(at, end).size();
    for (auto next = afterBlanks(stop, end); !endsStatement(next, end); next = afterBlanks(stop, end)) {
        const auto word = wordAt(next, end);
        if (word.empty())
            break;
        if (shape.complete() && slashComment(next, end)) {
            pieceEnd_ = significantEnd_ = stop;
            frames_.back().seen.insert(keyword.name);
            if (keyword.opensBlock())
                header_ = Header{&keyword, schema::innerBlock(*block, keyword.name), at, stop};
            return comment(next, end);
        }
        if ((shape.complete() || !StatementShape(shape).take(word)) && startsStatement(block, next, end)) {
            split_ = true;
            break;
        }
        if (shape.complete() && !StatementShape(shape).take(word) && isSlip(*block, word)) {
            split_ = true;
            break;
        }
        if (!shape.take(word) && keyword.opensBlock() && belongsInside(keyword, next, end))
            break; // the block's contents, without its brace
        stop = next + word.size();
    }
    frames_.back().seen.insert(keyword.name);
    if (keyword.opensBlock())
        header_ = Header{&keyword, schema::innerBlock(*block, keyword.name), at, stop};
    return stop;
}

/// A keyword that is valid only further out, where the braces ahead say that one is missing here.
bool StructureRepair::closesBefore(std::size_t at, std::size_t end)
{
    for (auto i = frames_.size() - 1; i-- > 0;) {
        if (!startsStatement(frames_[i].block, at, end))
            continue;
        const auto count = frames_.size() - 1 - i;
        if (++accounts_ > mostAccounts || int(depth()) + ledger_.openedAhead(at) < int(count))
            return false;
        closeMissing(count, at);
        return true;
    }
    return false;
}

std::size_t StructureRepair::unknown(std::size_t at, std::size_t end)
{
    const auto word = wordAt(at, end);
    if (slashComment(at, end))
        return comment(at, end);
    if (closesBefore(at, end))
        return statement(at, end);
    const auto &block = *frames_.back().block;
    const auto guess = schema::suggest(block, word);
    if (guess.keyword && guess.block == &block && guess.steps <= 2 && guess.keyword->kind != Kind::Removed &&
        !(guess.keyword->opensBlock() && word.size() < 5)) {
        const std::string meant(guess.keyword->name);
        out_.propose(at, at + word.size(), ChangeKind::Spelling, "A misspelt keyword became " + meant + '.',
                     {{at, at + word.size(), meant}});
        note(at, depth());
        return known(*guess.keyword, at, end);
    }
    note(at, depth());
    return prose(at, end);
}

/// Where the block at `at` ends when the very same block stands further up; `at` when it does not.
std::size_t StructureRepair::repeatedBlockEnd(std::size_t at) const
{
    const auto open = text_.find('{', at);
    const auto close = text_.find('}', at);
    if (close == std::string_view::npos || open > close || text_.find('{', open + 1) < close ||
        ++accounts_ > mostAccounts)
        return at;
    const auto squeezed = [&](std::size_t begin, std::size_t end) {
        std::string out;
        for (auto i = begin; i < end; ++i) {
            const bool blank = isBlank(text_[i]) || text_[i] == '\n';
            if (!blank || (!out.empty() && out.back() != ' '))
                out += blank ? ' ' : text_[i];
        }
        return out;
    };
    return squeezed(0, at).find(' ' + squeezed(at, close + 1)) != std::string::npos ? close + 1 : at;
}

/// Asks about a block that is valid elsewhere, or takes it off when it is there too.
void StructureRepair::misplaced(std::size_t at, std::size_t stop)
{
    const auto word = wordAt(at, stop);
    const auto homes = schema::blocksWith(word);
    const auto *const keyword = homes.empty() ? nullptr : schema::find(homes.front(), word);
    if (!keyword || !keyword->opensBlock())
        return;
    if (const auto end = repeatedBlockEnd(at); end > at) {
        out_.propose(at, end, ChangeKind::PageText,
                     "A second copy of " + std::string(keyword->name) + ", outside its block, was taken off.",
                     {{at, end, ""}});
        return;
    }
    out_.propose(at, stop, ChangeKind::Meaning, std::string(keyword->name) + " stands outside the block it belongs in.",
                 {}, "Is it a second copy, or does it belong in " + std::string(homes.front()) + '?');
}

/// Whether words without meaning end here. Outside of blocks a keyword alone may still be somebody's sentence.
bool StructureRepair::endsProse(const schema::Block *block, std::size_t at, std::size_t end) const
{
    const auto *const keyword = findIn(block, wordAt(at, end));
    return keyword &&
           (keyword->opensBlock() && isTopLevel() ? beginsTopLevelBlock(text_, at) : startsStatement(block, at, end));
}

/// Words that mean nothing here, up to the next that do.
std::size_t StructureRepair::prose(std::size_t at, std::size_t end)
{
    const auto *const block = frames_.back().block;
    auto stop = at;
    auto next = at;
    bool lone = false; // nothing of the schema, no brace
    for (; !endsStatement(next, end); next = afterBlanks(stop, end)) {
        const auto word = wordAt(next, end);
        if (word.empty() || (next > at && endsProse(block, next, end)))
            break;
        lone = lone || (next == at && schema::blocksWith(word).empty() && (!isKeywordAnywhere(word) || isTopLevel()));
        stop = next + word.size();
    }
    const auto behind = afterBlanks(stop, end);
    if (behind < end && (text_[behind] == '{' || text_[behind] == '}') && !isTopLevel())
        return stop;
    if (behind < end && !endsStatement(behind, end))
        split_ = true;
    if (!lone) {
        misplaced(at, stop);
        return stop;
    }
    if (behind < end && text_[behind] == '{')
        return stop;
    out_.propose(at, stop, ChangeKind::Comment, "Words that belong to no statement became a comment.", {{at, at, "# "}},
                 isTopLevel() ? "" : "Are these words a comment, or is something misspelt?");
    return stop;
}

std::size_t StructureRepair::entry(std::size_t at, std::size_t end)
{
    const auto frame = frames_.back();
    const auto first = wordAt(at, end);
    if (slashComment(at, end))
        return comment(at, end);
    if (!frame.keyword) {
        note(at, depth());
        return end;
    }
    const bool fits = startsEntry(frame, first);
    if (!fits && closesBefore(at, end))
        return statement(at, end);
    note(at, depth());
    auto shape = StatementShape::ofEntry(*frame.keyword, frame.block);
    auto stop = at;
    for (auto next = at; !endsStatement(next, end); next = afterBlanks(stop, end)) {
        const auto word = wordAt(next, end);
        if (word.empty())
            break;
        if (next > at && slashComment(next, end)) {
            pieceEnd_ = significantEnd_ = stop;
            return comment(next, end);
        }
        if (next > at && shape.complete() && !StatementShape(shape).take(word) && isCertainEntry(frame, word)) {
            split_ = true;
            break;
        }
        stop = next + word.size();
        if (next > at) {
            shape.take(word);
            continue;
        }
        auto glued = shape;
        const auto option = glued.gluedOption(word);
        const auto value = wordAt(afterBlanks(stop, end), end);
        if (option > 0 && !names_.contains({shape.refersTo(), word}) &&
            glued.take(word.substr(0, word.size() - option)) && glued.take(word.substr(word.size() - option)) &&
            !value.empty() && glued.take(value)) {
            const auto cut = next + word.size() - option;
            const bool defined = names_.contains({shape.refersTo(), word.substr(0, word.size() - option)});
            out_.propose(next, stop, ChangeKind::LineBreak, "A name and the option behind it were parted.",
                         {{cut, cut, " "}},
                         defined ? "" : "Is the end of this name an option that lost the blank in front of it?");
            shape = glued;
            stop = afterBlanks(stop, end) + value.size();
            continue;
        }
        shape.take(word);
    }
    return stop;
}

} // namespace twinhelm::config
