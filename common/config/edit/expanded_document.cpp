#include "common/config/edit/expanded_document.h"

#include <algorithm>

#include "common/config/edit/entry_words.h"
#include "common/config/edit/finder.h"
#include "common/config/edit/secrets.h"

namespace twinhelm::config::edit
{

namespace
{

using Kind = Location::Kind;

/// Characters that the expanded text holds for themselves get the backslash back that protected them.
std::string protectedText(std::string_view text)
{
    std::string out;
    bool quoted = false;
    for (const char c : text) {
        quoted = quoted != (c == '"');
        if (!quoted && (c == '#' || c == '!'))
            out += '\\';
        out += c;
    }
    return out;
}

std::string plainText(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '#' || text[i + 1] == '!'))
            continue;
        out += text[i];
    }
    return out;
}

} // namespace

ExpandedDocument::ExpandedDocument(std::string path, std::string text, ExpandOptions options)
{
    sources_.add(std::move(path), std::move(text));
    Diagnostics findings; // the caller has them from loading the text
    expanded_ = Expander(sources_, findings, std::move(options)).run();
    std::string flat;
    for (const auto &line : expanded_.lines)
        flat += protectedText(line.text) + '\n';
    flat_ = std::make_unique<EditContext>(std::move(flat), std::vector<std::string>{});
    secrets_ = secretRanges(flat_->tree());
}

std::string ExpandedDocument::outline(std::uint32_t block, const std::string &indent) const
{
    std::string out;
    const auto &tree = flat_->tree();
    for (const auto child : tree.children(block)) {
        const auto &node = tree.nodes()[child];
        const bool secret = std::any_of(secrets_.begin(), secrets_.end(), [&](const SourceRange &one) {
            return one.begin >= node.range.begin && one.end <= node.range.end && !node.isBlock();
        });
        out += indent + (secret ? std::string(tree.keyword(node)) + " ********" : plainText(flat_->words(child)));
        if (tree.nodes()[child].isBlock())
            out += " {\n" + outline(child, indent + "    ") + indent + '}';
        out += '\n';
    }
    return out;
}

Result<std::vector<std::string>> ExpandedDocument::readAll(const Path &path) const
{
    const auto place = Finder(*flat_).find(path, flat_->audience().everyone());
    if (!place)
        return tl::unexpected(place.error());
    const auto &tree = flat_->tree();
    std::vector<std::string> out;
    for (const auto &hit : place->hits) {
        switch (place->kind) {
        case Kind::Value:
        case Kind::Definition: out.push_back(plainText(flat_->arguments(hit.index))); break;
        case Kind::Entry:
            out.push_back(hit.wholeLine ? plainText(flat_->words(hit.index))
                                        : std::string(tree.text(tree.words(tree.nodes()[hit.index])[hit.word].range)));
            break;
        case Kind::Option:
            if (auto value = EntryWords(flat_->words(hit.index), *place->outer).value(*place->row))
                out.push_back(plainText(*value));
            break;
        case Kind::Block:
            if (place->row && place->row->kind == schema::Kind::ListBlock) {
                for (const auto child : tree.children(hit.index))
                    out.push_back(plainText(flat_->words(child)));
            } else {
                out.push_back(plainText(flat_->words(hit.index)) + " {\n" + outline(hit.index, "    ") + "}");
            }
            break;
        }
    }
    return out;
}

Result<std::optional<std::string>> ExpandedDocument::read(const Path &path) const
{
    const auto all = readAll(path);
    if (!all)
        return tl::unexpected(all.error());
    if (all->empty())
        return std::optional<std::string>{};
    return std::optional(all->back());
}

std::optional<ExpandedDocument::Origin> ExpandedDocument::origin(const Path &path) const
{
    const auto place = Finder(*flat_).find(path, flat_->audience().everyone());
    if (!place || place->hits.empty())
        return std::nullopt;
    const auto flatLine = flat_->lineOf(flat_->tree().nodes()[place->hits.front().index].range.begin);
    const auto range = expanded_.lines.at(flatLine - 1).range();
    const auto at = sources_.position(range.file, range.begin);
    Origin out{sources_.path(range.file), at.line, std::string(sources_.line(range.file, at.line)), range.file != 0};
    out.text.erase(0, std::min(out.text.find_first_not_of(" \t"), out.text.size()));
    return out;
}

} // namespace twinhelm::config::edit
