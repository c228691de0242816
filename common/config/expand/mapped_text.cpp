#include "common/config/expand/mapped_text.h"

#include <algorithm>

namespace twinhelm::config
{

MappedText::MappedText(std::string_view text, FileIndex file, std::uint32_t begin) : text_(text)
{
    pieces_.push_back({0, {file, begin, begin + static_cast<std::uint32_t>(text.size())}, {}, true});
}

MappedText::MappedText(std::string_view text, SourceRange use, SourceRange definition) : text_(text)
{
    pieces_.push_back({0, use, definition, false});
}

std::size_t MappedText::pieceAt(std::size_t offset) const
{
    const auto next = std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                                       [](std::size_t at, const Piece &piece) { return at < piece.begin; });
    return static_cast<std::size_t>(next - pieces_.begin()) - 1;
}

SourceRange MappedText::range(std::size_t from, std::size_t to) const
{
    if (pieces_.empty())
        return {};
    const auto &first = pieces_[pieceAt(from)];
    const auto &last = pieces_[pieceAt(to > from ? to - 1 : from)];
    SourceRange out = first.use;
    if (first.verbatim)
        out.begin = std::min(out.begin + static_cast<std::uint32_t>(from) - first.begin, first.use.end);
    // A value of several files or places keeps the first one.
    if (last.use.file == out.file && last.use.end >= out.begin) {
        out.end = last.use.end;
        if (last.verbatim)
            out.end = std::min(last.use.begin + static_cast<std::uint32_t>(to) - last.begin, last.use.end);
        out.end = std::max(out.end, out.begin);
    }
    return out;
}

SourceRange MappedText::definition(std::size_t from, std::size_t to) const
{
    if (pieces_.empty())
        return {};
    for (auto at = pieceAt(from); at < pieces_.size() && (pieces_[at].begin < to || pieces_[at].begin == from); ++at) {
        if (!pieces_[at].definition.empty())
            return pieces_[at].definition;
    }
    return {};
}

std::size_t MappedText::splitAt(std::size_t offset)
{
    if (offset >= text_.size())
        return pieces_.size();
    const auto at = pieceAt(offset);
    if (pieces_[at].begin == offset)
        return at;
    auto right = pieces_[at];
    if (right.verbatim)
        right.use.begin += static_cast<std::uint32_t>(offset) - right.begin;
    right.begin = static_cast<std::uint32_t>(offset);
    if (right.verbatim)
        pieces_[at].use.end = right.use.begin;
    pieces_.insert(pieces_.begin() + static_cast<std::ptrdiff_t>(at) + 1, right);
    return at + 1;
}

void MappedText::replace(std::size_t from, std::size_t length, std::string_view value, SourceRange definition)
{
    const auto use = range(from, from + length);
    const auto first = splitAt(from);
    const auto last = splitAt(from + length);
    const auto at = pieces_.begin() + static_cast<std::ptrdiff_t>(first);
    pieces_.erase(at, pieces_.begin() + static_cast<std::ptrdiff_t>(last));
    for (auto i = first; i < pieces_.size(); ++i)
        pieces_[i].begin = static_cast<std::uint32_t>(pieces_[i].begin + value.size() - length);
    if (!value.empty() || pieces_.empty()) {
        pieces_.insert(pieces_.begin() + static_cast<std::ptrdiff_t>(first),
                       Piece{static_cast<std::uint32_t>(from), use, definition, false});
    }
    text_.replace(from, length, value);
}

void MappedText::erase(std::size_t from, std::size_t length)
{
    if (length > 0)
        replace(from, length, {}, {});
}

void MappedText::truncate(std::size_t length)
{
    if (length < text_.size())
        erase(length, text_.size() - length);
}

MappedText MappedText::sub(std::size_t from) const
{
    auto out = *this;
    out.erase(0, from);
    return out;
}

} // namespace twinhelm::config
