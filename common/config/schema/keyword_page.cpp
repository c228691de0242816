#include "common/config/schema/keyword_page.h"

#include <algorithm>

#include "common/config/schema/help.h"
#include "common/config/schema/keyword_facts.h"
#include "common/config/schema/schema.h"

namespace twinhelm::config::schema
{

namespace
{

constexpr std::size_t columns = 100;

std::string fullName(const Block &block, const Keyword &keyword)
{
    return std::string(block.path) + (block.path.empty() ? "" : "/") + std::string(keyword.name);
}

std::string usage(const Keyword &keyword)
{
    return std::string(keyword.name) + (keyword.arguments.empty() ? "" : " ") + std::string(keyword.arguments);
}

/// Markdown takes these for markup.
std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (std::string_view("|<>*_[]").find(c) != std::string_view::npos)
            out += '\\';
        out += c;
    }
    return out;
}

std::string wrapped(std::string_view text, std::size_t indent)
{
    std::string out;
    auto column = indent;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        if (column > indent && column + 1 + end > columns) {
            out += '\n' + std::string(indent, ' ');
            column = indent;
        } else if (column > indent) {
            out += ' ';
            ++column;
        }
        out += text.substr(0, end);
        column += end;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

std::string plainPage(const Block &block, const Keyword &keyword)
{
    constexpr std::size_t indent = 2;
    constexpr std::size_t labelWidth = 18;
    std::string page = fullName(block, keyword) + "\n\n  " + usage(keyword) + "\n\n";
    page += std::string(indent, ' ') + wrapped(paragraph(keyword), indent) + "\n\n";
    for (const auto &[label, text] : keywordFacts(keyword)) {
        const auto gap = labelWidth - std::min(labelWidth - 1, indent + label.size());
        page +=
            std::string(indent, ' ') + std::string(label) + std::string(gap, ' ') + wrapped(text, labelWidth) + '\n';
    }
    return page;
}

std::string markdownSection(const Keyword &keyword)
{
    std::string page = "## " + escaped(keyword.name) + "\n\n    " + usage(keyword) + "\n\n";
    page += escaped(paragraph(keyword)) + "\n\n| | |\n|---|---|\n";
    for (const auto &[label, text] : keywordFacts(keyword))
        page += "| " + std::string(label) + " | " + escaped(text) + " |\n";
    return page;
}

const std::vector<const Block *> &allPages()
{
    static const auto pages = [] {
        std::vector<const Block *> all;
        for (const auto &block : blocks())
            all.push_back(&block);
        all.push_back(&preprocessor());
        return all;
    }();
    return pages;
}

/// Blocks that share a table share a file, named after the first of them that is inside another.
const Block &leader(const Block &block)
{
    const auto isInside = [](const Block *one) { return one->path.find('/') != std::string_view::npos; };
    const Block *first = nullptr;
    for (const auto *other : allPages()) {
        if (other->keywords.data() == block.keywords.data() && (!first || (!isInside(first) && isInside(other))))
            first = other;
    }
    return *first;
}

std::string fileName(const Block &block)
{
    if (block.path.empty())
        return "top-level.md";
    if (&block == &preprocessor())
        return "preprocessor.md";
    std::string name(leader(block).path);
    std::replace(name.begin(), name.end(), '/', '.');
    return name + ".md";
}

/// The row that opens the block; nullptr for the top level.
const Keyword *opener(const Block &block)
{
    if (block.path.empty() || &block == &preprocessor())
        return nullptr;
    const auto slash = block.path.rfind('/');
    const bool inside = slash != std::string_view::npos;
    return find(inside ? block.path.substr(0, slash) : std::string_view{}, block.path.substr(inside ? slash + 1 : 0));
}

std::string titleOf(const Block &block)
{
    if (&block == &preprocessor())
        return "Before any keyword";
    return block.path.empty() ? std::string("Outside any block") : std::string(block.path);
}

std::string filePage(const Block &block)
{
    std::string page = "# " + escaped(titleOf(block)) + "\n\n";
    for (const auto &other : blocks()) {
        if (&other != &block && other.keywords.data() == block.keywords.data())
            page += "The same holds in `" + std::string(other.path) + "`.\n\n";
    }
    if (const auto *row = opener(block))
        page += escaped(paragraph(*row)) + "\n\n";
    if (block.entries)
        page += "Each line is an entry; these are the words it is made of.\n\n";
    page += "| keyword | in short |\n|---|---|\n";
    for (const auto &keyword : block.keywords)
        page += "| " + escaped(keyword.name) + " | " + escaped(keyword.help) + " |\n";
    for (const auto &keyword : block.keywords)
        page += '\n' + markdownSection(keyword);
    return page;
}

std::string indexPage()
{
    std::string page = "# The keywords of keepalived.conf\n\n"
                       "Written by the program `keyword_docs` from the table that also drives checks, forms and "
                       "completion; `twinhelmctl keyword NAME` shows the same. Do not edit these files: change "
                       "`common/config/schema` and build the target `refresh_keyword_docs`.\n\n"
                       "| block | keywords | what it is |\n|---|---|---|\n";
    for (const auto *one : allPages()) {
        const auto &block = *one;
        const auto *row = opener(block);
        page += "| [" + escaped(titleOf(block)) + "](" + fileName(block) + ") | " +
                std::to_string(block.keywords.size()) + " | " +
                escaped(row                  ? row->help
                        : block.path.empty() ? "The blocks, and what stands beside them."
                                             : "Includes, conditions, definitions and repetitions.") +
                " |\n";
    }
    return page;
}

} // namespace

std::string keywordPage(const Block &block, const Keyword &keyword, PageFormat format)
{
    return format == PageFormat::Plain ? plainPage(block, keyword)
                                       : "# " + escaped(titleOf(block)) + "\n\n" + markdownSection(keyword);
}

std::vector<Place> places(std::string_view name)
{
    std::vector<Place> found;
    for (const auto *block : allPages()) {
        for (const auto &keyword : block->keywords) {
            const auto full = fullName(*block, keyword);
            if (full == name)
                return {{block, &keyword}};
            if (full.size() > name.size() && full.ends_with(name) && full[full.size() - name.size() - 1] == '/')
                found.push_back({block, &keyword});
        }
    }
    return found;
}

std::vector<DocFile> keywordDocs()
{
    std::vector<DocFile> files{{"README.md", indexPage()}};
    for (const auto *block : allPages()) {
        if (&leader(*block) == block)
            files.push_back({fileName(*block), filePage(*block)});
    }
    return files;
}

} // namespace twinhelm::config::schema
