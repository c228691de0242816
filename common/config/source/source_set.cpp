#include "common/config/source/source_set.h"

#include <algorithm>

namespace twinhelm::config
{

namespace
{

std::vector<std::uint32_t> findLineStarts(std::string_view text)
{
    std::vector<std::uint32_t> starts{0};
    for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
        starts.push_back(static_cast<std::uint32_t>(at + 1));
    return starts;
}

} // namespace

FileIndex SourceSet::add(std::string path, std::string text)
{
    auto file = std::make_shared<File>();
    file->path = std::move(path);
    file->text = std::move(text);
    files_.push_back(std::move(file));
    const auto index = static_cast<FileIndex>(files_.size() - 1);
    byPath_.insert_or_assign(files_.back()->path, index);
    return index;
}

FileIndex SourceSet::addOnce(std::string path, std::string text)
{
    const auto found = byPath_.find(path);
    if (found != byPath_.end() && found->second != 0 && files_[found->second]->text == text)
        return found->second;
    return add(std::move(path), std::move(text));
}

FileIndex SourceSet::share(const SourceSet &other, FileIndex file)
{
    files_.push_back(other.files_.at(file));
    const auto index = static_cast<FileIndex>(files_.size() - 1);
    byPath_.insert_or_assign(files_.back()->path, index);
    return index;
}

const std::vector<std::uint32_t> &SourceSet::File::lines() const
{
    std::call_once(linesKnown, [this] { lineStarts = findLineStarts(text); });
    return lineStarts;
}

std::string_view SourceSet::text(SourceRange range) const
{
    if (range.file >= files_.size())
        return {};
    const std::string_view all = files_[range.file]->text;
    const auto begin = std::min<std::size_t>(range.begin, all.size());
    const auto end = std::clamp<std::size_t>(range.end, begin, all.size());
    return all.substr(begin, end - begin);
}

LineColumn SourceSet::position(FileIndex file, std::uint32_t offset) const
{
    const auto &source = *files_.at(file);
    const auto at = std::min(offset, static_cast<std::uint32_t>(source.text.size()));
    const auto &starts = source.lines();
    const auto next = std::upper_bound(starts.begin(), starts.end(), at);
    const auto line = static_cast<std::uint32_t>(next - starts.begin());
    return {line, at - starts[line - 1] + 1};
}

std::string_view SourceSet::line(FileIndex file, std::uint32_t line) const
{
    const auto &source = *files_.at(file);
    const auto &starts = source.lines();
    if (line == 0 || line > starts.size())
        return {};
    const auto begin = starts[line - 1];
    auto end = line < starts.size() ? starts[line] - 1 : source.text.size();
    if (end > begin && source.text[end - 1] == '\r')
        --end;
    return std::string_view(source.text).substr(begin, end - begin);
}

bool SourceSet::contains(std::string_view path) const
{
    return byPath_.contains(path);
}

} // namespace twinhelm::config
