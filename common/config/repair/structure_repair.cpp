#include "common/config/repair/structure_repair.h"

#include <algorithm>

#include "common/config/repair/page_lines.h"
#include "common/config/schema/schema.h"
#include "common/config/syntax/lexer.h"

namespace twinhelm::config
{

namespace
{

std::string leadingBlanks(std::string_view line)
{
    std::size_t at = 0;
    while (at < line.size() && isBlank(line[at]) && line[at] != '\r')
        ++at;
    return std::string(line.substr(0, at));
}

} // namespace

bool StructureRepair::Frame::isList() const
{
    return (keyword && keyword->kind == schema::Kind::ListBlock) || (block && block->entries);
}

StructureRepair::StructureRepair(PatchedText &text, const schema::Block &base)
    : out_(text), text_(text.text()), ledger_(text_)
{
    Frame frame;
    frame.block = &base;
    frames_.push_back(std::move(frame));
}

void StructureRepair::run()
{
    // Where definitions and conditions hold braces, the text does not show what is open.
    if (ledger_.isOpaque())
        return;
    findNames();
    findStyle();
    for (std::size_t at = 0; at < text_.size();) {
        const auto end = std::min(text_.find('\n', at), text_.size());
        line(at, end);
        at = end + 1;
    }
    closeAtEnd();
    out_.commit();
}

void StructureRepair::findNames()
{
    const auto &top = schema::blocks().front();
    for (std::size_t at = 0; at < text_.size();) {
        if (!isNameStart(text_[at])) {
            ++at;
            continue;
        }
        auto end = at;
        while (end < text_.size() && isNameCharacter(text_[end]))
            ++end;
        const auto word = text_.substr(at, end - at);
        const auto *const keyword = schema::find(top, word);
        if (keyword && keyword->opensBlock()) {
            const auto name = afterBlanks(end, text_.size());
            names_.emplace(keyword->name, wordAt(name, text_.size()));
        }
        at = end;
    }
}

void StructureRepair::findStyle()
{
    if (text_.find("\r\n") != std::string_view::npos)
        newline_ = "\r\n";
    std::string outer;
    bool opened = false;
    for (const auto &page : pageLines(text_)) {
        const auto indent = leadingBlanks(page.text);
        if (opened && indent.size() > outer.size() && indent.starts_with(outer)) {
            unit_ = indent.substr(outer.size());
            return;
        }
        opened = page.trimmed.ends_with('{');
        outer = indent;
    }
}

bool StructureRepair::isTopLevel() const
{
    return frames_.size() == 1 && frames_.front().block->path.empty();
}

std::string StructureRepair::indentOf(std::size_t depth) const
{
    std::string out;
    for (std::size_t i = 0; i < depth; ++i)
        out += unit_;
    return out;
}

std::size_t StructureRepair::afterBlanks(std::size_t at, std::size_t end) const
{
    while (at < end && isBlank(text_[at]))
        ++at;
    return at;
}

/// The word or quoted text at `at`, with its quotes; empty when there is none.
std::string_view StructureRepair::wordAt(std::size_t at, std::size_t end) const
{
    auto stop = at;
    if (at < end && text_[at] == '"') {
        const auto close = std::min(text_.find('"', at + 1), end);
        stop = std::min(close + 1, end);
    } else {
        while (stop < end && !isBlank(text_[stop]) && text_[stop] != '\n' && text_[stop] != '"') {
            if (text_[stop] == '\\' && stop + 1 < end)
                ++stop;
            else if (text_[stop] == '$' && stop + 1 < end && text_[stop + 1] == '{' && text_.find('}', stop) < end)
                stop = text_.find('}', stop);
            else if (std::string_view("{}#!").find(text_[stop]) != std::string_view::npos)
                break;
            ++stop;
        }
    }
    return text_.substr(at, std::min(stop, end) - at);
}

bool StructureRepair::endsStatement(std::size_t at, std::size_t end) const
{
    return at >= end || std::string_view("{}#!").find(text_[at]) != std::string_view::npos;
}

void StructureRepair::line(std::size_t begin, std::size_t end)
{
    lineBegin_ = begin;
    gaps_.clear();
    split_ = false;
    auto at = afterBlanks(begin, end);
    bool conditional = false;
    while (at < end && !inDefinition_) {
        auto length = conditionLength(text_.substr(at, end - at));
        if (length == 0)
            length = directiveLength(text_.substr(at, end - at));
        if (length == 0)
            break;
        conditional = true;
        at = afterBlanks(at + length, end);
    }
    const auto rest = text_.substr(at, end - at);
    if (inDefinition_ || definitionLength(rest) > 0) {
        inDefinition_ = rest.ends_with('\\');
        return;
    }
    if (rest.find('\0') != std::string_view::npos || schema::isIncludeKeyword(wordAt(at, end)))
        return;
    pieceEnd_ = at;
    for (at = afterBlanks(at, end); at < end; at = afterBlanks(at, end)) {
        const auto next = piece(at, end);
        at = std::max(next, at + 1);
    }
    if (split_ && !conditional)
        breakLine(begin, end);
}

std::size_t StructureRepair::piece(std::size_t at, std::size_t end)
{
    switch (text_[at]) {
    case '#':
    case '!': return comment(at, end);
    case '{': open(); return pieceEnd_ = significantEnd_ = at + 1;
    case '}': close(at, end); return pieceEnd_ = significantEnd_ = at + 1;
    default: break;
    }
    const auto next = statement(at, end);
    if (next > at)
        pieceEnd_ = significantEnd_ = std::max(significantEnd_, next);
    return next;
}

/// A piece begins here; if the line is broken up, on a line of its own.
void StructureRepair::note(std::size_t at, std::size_t depth)
{
    if (afterBlanks(lineBegin_, at) < at)
        gaps_.push_back({std::min(pieceEnd_, at), at, depth});
}

void StructureRepair::open()
{
    Frame frame;
    const auto lineText = text_.substr(lineBegin_, std::min(text_.find('\n', lineBegin_), text_.size()) - lineBegin_);
    frame.line = lineBegin_;
    frame.indent = leadingBlanks(lineText);
    if (header_) {
        frame.block = header_->inner;
        frame.keyword = header_->keyword;
    }
    header_.reset();
    frames_.push_back(std::move(frame));
}

void StructureRepair::close(std::size_t at, std::size_t end)
{
    header_.reset();
    if (frames_.size() > 1) {
        frames_.pop_back();
        note(at, depth());
        return;
    }
    const bool alone = afterBlanks(lineBegin_, at) == at && afterBlanks(at + 1, end) == end;
    out_.propose(at, at + 1, ChangeKind::Brace, "A } that closes no block was taken off.",
                 {{alone ? lineBegin_ : at, alone ? std::min(end + 1, text_.size()) : at + 1, ""}},
                 "This } closes no block: is it one too many, or is the beginning of its block missing?");
}

/// Closes the innermost `count` blocks in front of the statement at `at`.
void StructureRepair::closeMissing(std::size_t count, std::size_t at)
{
    const bool firstOfLine = afterBlanks(lineBegin_, at) == at;
    Patch patch;
    if (firstOfLine) {
        const auto lineEnd = std::min(text_.find('\n', significantEnd_), text_.size());
        auto place = std::min(lineEnd, lineBegin_);
        if (place > 0 && place < text_.size() && text_[place] == '\n' && text_[place - 1] == '\r')
            --place;
        patch = {place, place, {}};
    } else {
        patch = {at, at, {}};
        split_ = true;
        note(at, depth() - 1);
    }
    for (std::size_t i = 0; i < count; ++i) {
        const auto &frame = frames_.back();
        patch.text +=
            firstOfLine ? newline_ + frame.indent + "}" : "}" + newline_ + indentOf(depth() - (i + 1 < count ? 2 : 1));
        frames_.pop_back();
    }
    out_.propose(at, at, ChangeKind::Brace,
                 count == 1
                     ? "The } that was missing in front of this statement was added."
                     : std::to_string(count) + " braces } that were missing in front of this statement were added.",
                 {std::move(patch)});
}

void StructureRepair::closeAtEnd()
{
    if (frames_.size() == 1)
        return;
    Patch patch{text_.size(), text_.size(), {}};
    const auto count = frames_.size() - 1;
    for (bool first = true; frames_.size() > 1; first = false) {
        const bool onNewLine = !text_.empty() && text_.back() == '\n';
        patch.text += (first && !onNewLine ? newline_ : "") + frames_.back().indent + "}" + newline_;
        frames_.pop_back();
    }
    out_.propose(text_.size(), text_.size(), ChangeKind::Brace,
                 count == 1 ? "The } that was missing at the end was added."
                            : std::to_string(count) + " braces } that were missing at the end were added.",
                 {std::move(patch)});
}

/// A word behind a header without its brace: whether the brace belongs in front of it. Adds it then.
bool StructureRepair::headerGoesOn(std::size_t at, std::size_t end, std::string_view word)
{
    if (!header_)
        return false;
    const auto header = *header_;
    header_.reset();
    Frame inside;
    inside.block = header.inner;
    inside.keyword = header.keyword;
    const bool fits = inside.isList() ? startsEntry(inside, word) : startsStatement(header.inner, at, end);
    const bool fitsOutside =
        frames_.back().block && !frames_.back().isList() && schema::find(*frames_.back().block, word);
    if (!fits || (inside.isList() && fitsOutside))
        return false;
    const bool applied =
        out_.propose(header.begin, header.end, ChangeKind::Brace,
                     "The { that was missing behind " + std::string(header.keyword->name) + " was added.",
                     {{header.end, header.end, " {"}},
                     fitsOutside ? "Does a block begin behind " + std::string(header.keyword->name) + "?" : "");
    if (!applied)
        return false;
    inside.indent = leadingBlanks(text_.substr(lineBegin_, at - lineBegin_));
    inside.line = lineBegin_;
    if (header.begin >= lineBegin_) {
        split_ = true;
    } else {
        const auto lineOfHeader = text_.rfind('\n', header.begin) + 1; // npos + 1 is 0
        inside.indent = leadingBlanks(text_.substr(lineOfHeader, header.begin - lineOfHeader));
    }
    frames_.push_back(std::move(inside));
    return true;
}

/// Every statement and closing brace of this line gets a line of its own.
void StructureRepair::breakLine(std::size_t begin, std::size_t end)
{
    std::vector<Patch> patches;
    for (const auto &gap : gaps_)
        patches.push_back({gap.begin, gap.end, newline_ + indentOf(gap.depth)});
    if (patches.empty())
        return;
    for (std::size_t i = 1; i < frames_.size(); ++i) {
        if (frames_[i].line == begin)
            frames_[i].indent = indentOf(i - 1);
    }
    if (end == text_.size())
        patches.push_back({end, end, newline_});
    out_.propose(begin, end, ChangeKind::LineBreak,
                 "Statements that had run together into one line stand on lines of their own.", std::move(patches));
}

} // namespace twinhelm::config
