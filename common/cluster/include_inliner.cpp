#include "common/cluster/include_inliner.h"

#include <algorithm>
#include <filesystem>

#include "common/config/schema/schema.h"
#include "common/config/syntax/syntax_tree.h"

namespace twinhelm::cluster
{

namespace
{

using config::SyntaxNode;
using config::SyntaxTree;

constexpr int deepest = 16;
constexpr std::size_t mostBytes = 64U << 20U;

bool isInclude(const SyntaxTree &tree, const SyntaxNode &node)
{
    return !node.isBlock() && node.wordCount > 1 && config::schema::isIncludeKeyword(tree.keyword(node));
}

std::string identity(const SyntaxTree &tree, const SyntaxNode &node)
{
    std::string out;
    for (const auto &word : tree.words(node))
        out += (out.empty() ? "" : " ") + std::string(tree.text(word.range));
    return out;
}

} // namespace

std::multiset<std::string> includesOf(std::string_view text)
{
    std::multiset<std::string> out;
    if (text.find("include") == std::string_view::npos)
        return out;
    const auto tree = config::parse(std::string(text));
    for (const auto &node : tree.nodes()) {
        if (isInclude(tree, node))
            out.insert(identity(tree, node));
    }
    return out;
}

struct IncludeInliner::Attempt {
    std::string text;
    std::string why; ///< it cannot be done
};

bool IncludeInliner::file(Attempt &attempt, const std::string &path, int depth) const
{
    const auto bytes = readFile_ ? readFile_(path) : std::nullopt;
    if (!bytes || depth > deepest || attempt.text.size() + bytes->size() > mostBytes) {
        attempt.why = !bytes ? path + " cannot be read here" : path + " includes too much";
        return false;
    }
    if (bytes->find("${_PWD}") != std::string::npos || bytes->find("$_PWD") != std::string::npos) {
        attempt.why = path + " speaks of its own folder (${_PWD})";
        return false;
    }
    attempt.text += "# from " + path + '\n';
    const auto tree = config::parse(*bytes);
    const auto directory = std::filesystem::path(path).parent_path().string();
    std::uint32_t at = 0;
    for (const auto &node : tree.nodes()) {
        if (!isInclude(tree, node))
            continue;
        attempt.text += tree.text().substr(at, node.range.begin - at);
        if (!include(attempt, tree.value(tree.arguments(node).front()), directory, depth + 1))
            return false;
        at = node.range.end;
        if (at < tree.text().size() && tree.text()[at] == '\n')
            ++at; // the file brought its own
    }
    attempt.text += tree.text().substr(at);
    if (!attempt.text.ends_with('\n'))
        attempt.text += '\n';
    attempt.text += "# end of " + path + '\n';
    return true;
}

bool IncludeInliner::include(Attempt &attempt, std::string_view target, const std::string &directory, int depth) const
{
    const auto path = (std::filesystem::path(directory) / target).lexically_normal().string();
    if (target.find('$') != std::string_view::npos) {
        attempt.why = "its name holds a definition";
        return false;
    }
    if (target.find_first_of("*?[{") == std::string_view::npos)
        return file(attempt, path, depth);
    if (!findFiles_) {
        attempt.why = "files that match " + path + " cannot be looked for here";
        return false;
    }
    const auto found = findFiles_(path);
    return std::all_of(found.begin(), found.end(), [&](const std::string &one) { return file(attempt, one, depth); });
}

std::string IncludeInliner::inlined(std::string_view text, const std::set<std::string> &which,
                                    Diagnostics &findings) const
{
    const auto tree = config::parse(std::string(text));
    std::string out;
    std::uint32_t at = 0;
    for (const auto &node : tree.nodes()) {
        if (!isInclude(tree, node) || !which.contains(identity(tree, node)))
            continue;
        Attempt attempt;
        if (!include(attempt, tree.value(tree.arguments(node).front()), directory_, 0)) {
            findings.push_back({"C0005",
                                Severity::Warning,
                                node.range,
                                "This include is not the same on all nodes and stays as a conditional line, since " +
                                    attempt.why +
                                    ". keepalived reads such a file again in each of its processes; better have the "
                                    "same include on all nodes, or put the file's text here.",
                                {},
                                {},
                                {}});
            continue;
        }
        out += tree.text().substr(at, node.range.begin - at);
        if (!out.empty() && !out.ends_with('\n'))
            out.erase(out.find_last_not_of(" \t") + 1); // the file's own indentation counts
        out += attempt.text;
        at = node.range.end;
        if (at < tree.text().size() && tree.text()[at] == '\n')
            ++at;
    }
    out += tree.text().substr(at);
    return out;
}

} // namespace twinhelm::cluster
