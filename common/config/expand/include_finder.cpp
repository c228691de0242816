#include "common/config/expand/include_finder.h"

#include <algorithm>
#include <filesystem>

#include "common/config/expand/line_splitter.h"
#include "common/config/validate/codes.h"

namespace twinhelm::config
{

namespace
{

constexpr std::size_t longestPath = 4095;

/// The members of the { } that opens at `open`, and where it closes; nothing when it does not, or has one member:
/// then the shell takes the brace for a letter.
std::vector<std::string_view> membersOf(std::string_view text, std::size_t open, std::size_t &close)
{
    std::vector<std::string_view> members;
    int depth = 0;
    auto from = open + 1;
    for (close = open; close < text.size(); ++close) {
        if (text[close] == '{') {
            ++depth;
        } else if (text[close] == ',' && depth == 1) {
            members.push_back(text.substr(from, close - from));
            from = close + 1;
        } else if (text[close] == '}' && --depth == 0) {
            if (!members.empty())
                members.push_back(text.substr(from, close - from));
            return members;
        }
    }
    return {};
}

void addAlternatives(std::string_view pattern, std::vector<std::string> &out)
{
    if (out.size() >= limits::mostAlternatives)
        return;
    for (auto open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{', open + 1)) {
        std::size_t close = 0;
        const auto members = membersOf(pattern, open, close);
        for (const auto member : members) {
            addAlternatives(std::string(pattern.substr(0, open)) + std::string(member) +
                                std::string(pattern.substr(close + 1)),
                            out);
        }
        if (!members.empty())
            return;
    }
    out.emplace_back(pattern);
}

bool hasWildcard(std::string_view path)
{
    return path.find_first_of("*?[") != std::string_view::npos;
}

} // namespace

std::vector<std::string> braceAlternatives(std::string_view pattern)
{
    std::vector<std::string> out;
    addAlternatives(pattern, out);
    return out;
}

void IncludeFinder::report(bool error, const ExpandedLine &line, std::string message)
{
    context_.report(codes::includeNothing, error ? Severity::Error : Severity::Warning, line.range(),
                    std::move(message));
}

std::vector<IncludeFinder::File> IncludeFinder::find(const ExpandedLine &line)
{
    const auto directive = firstWord(line.text);
    auto target = line.text.substr(directive.size());
    target.remove_prefix(leadingBlanks(target));
    context_.stateUsed = true; // files can change what follows, and include_check how they are looked for
    if (!context_.options.readFile) {
        context_.report(codes::includeNotFollowed, Severity::Hint, line.range(),
                        std::string(target) + " is not read here; what it defines is not known.");
        return {};
    }
    if (target.size() > longestPath) {
        report(true, line, "The name of this file is longer than any name can be.");
        return {};
    }
    const auto checks = IncludeChecks::ofDirective(directive, context_.state.includeChecks);
    const auto directory = std::filesystem::path(context_.openFiles.back()).parent_path();
    const auto path = (directory / target).lexically_normal().string();
    std::vector<File> found;
    const auto alternatives = braceAlternatives(path);
    if (alternatives.size() == 1) {
        findAlternative(path, line, checks, found);
        return found;
    }
    if (alternatives.size() >= limits::mostAlternatives) {
        context_.report(codes::tooMuch, Severity::Error, line.range(),
                        "The braces of this include have more than 1000 alternatives.");
        return {};
    }
    auto each = checks;
    each.match = each.wildcard = checks.brace;
    for (const auto &alternative : alternatives)
        findAlternative(alternative, line, each, found);
    return found;
}

bool IncludeFinder::findAlternative(const std::string &path, const ExpandedLine &line, IncludeChecks checks,
                                    std::vector<File> &found)
{
    if (!hasWildcard(path))
        return read(path, line, checks, found);
    const auto &finder = context_.options.findFiles;
    const auto matches = finder ? finder(path) : std::vector<std::string>{};
    bool any = false;
    for (const auto &match : matches)
        any = read(match, line, checks, found) || any;
    if (matches.empty())
        report(checks.wildcard, line, "No file matches " + path + '.');
    return any;
}

bool IncludeFinder::read(const std::string &path, const ExpandedLine &line, IncludeChecks checks,
                         std::vector<File> &found)
{
    if (path.ends_with('/')) {
        report(checks.read, line, path + " is a directory; it is left out.");
        return false;
    }
    auto bytes = context_.options.readFile(path);
    if (bytes) {
        found.push_back({path, std::move(*bytes)});
        return true;
    }
    const auto &finder = context_.options.findFiles;
    const bool there = finder && !finder(path).empty();
    if (there) {
        report(checks.read, line,
               path + " cannot be read, is no regular file or may be executed, which keepalived does not accept for a "
                      "configuration; it is left out.");
    } else if (path.find('"') != std::string::npos) {
        report(checks.match, line, path + " does not exist: keepalived takes quotes as letters of the name.");
    } else {
        report(checks.match, line, path + " does not exist; it is left out.");
    }
    return false;
}

} // namespace twinhelm::config
