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
    file->lineStarts = findLineStarts(file->text);
    files_.push_back(std::move(file));
    return static_cast<FileIndex>(files_.size() - 1);
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
    const auto next = std::upper_bound(source.lineStarts.begin(), source.lineStarts.end(), at);
    const auto line = static_cast<std::uint32_t>(next - source.lineStarts.begin());
    return {line, at - source.lineStarts[line - 1] + 1};
}

std::string_view SourceSet::line(FileIndex file, std::uint32_t line) const
{
    const auto &source = *files_.at(file);
    if (line == 0 || line > source.lineStarts.size())
        return {};
    const auto begin = source.lineStarts[line - 1];
    auto end = line < source.lineStarts.size() ? source.lineStarts[line] - 1 : source.text.size();
    if (end > begin && source.text[end - 1] == '\r')
        --end;
    return std::string_view(source.text).substr(begin, end - begin);
}

bool SourceSet::contains(std::string_view path) const
{
    return std::any_of(files_.begin(), files_.end(), [&](const auto &file) { return file->path == path; });
}

} // namespace twinhelm::config
