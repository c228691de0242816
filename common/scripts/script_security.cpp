#include "common/scripts/script_security.h"

#include <algorithm>
#include <array>
#include <deque>
#include <string_view>

namespace twinhelm::scripts
{

namespace
{

using Kind = Verdict::Kind;
constexpr int mostLinks = 40; // as the kernel
constexpr unsigned sticky = 01000;
constexpr unsigned groupWrites = 020;
constexpr unsigned othersWrite = 02;

std::deque<std::string> partsOf(std::string_view path)
{
    std::deque<std::string> parts;
    while (!path.empty()) {
        const auto slash = std::min(path.find('/'), path.size());
        if (slash > 0)
            parts.emplace_back(path.substr(0, slash));
        path.remove_prefix(std::min(slash + 1, path.size()));
    }
    return parts;
}

bool mayExecute(const FileFacts &facts, const RunsAs &as)
{
    if (as.user == 0)
        return facts.kind == FileFacts::Kind::Folder || (facts.mode & 0111) != 0;
    if (facts.owner == as.user)
        return (facts.mode & 0100) != 0;
    if (std::ranges::find(as.groups, facts.group) != as.groups.end())
        return (facts.mode & 010) != 0;
    return (facts.mode & 01) != 0;
}

std::optional<Verdict> insecure(const std::string &path, const FileFacts &facts)
{
    const char *const kind = facts.kind == FileFacts::Kind::Folder ? "the folder " : "the file ";
    if (facts.owner != 0)
        return Verdict{Kind::Insecure, path,
                       kind + path + " belongs to user " + std::to_string(facts.owner) +
                           ", who can change what root would run",
                       "chown root " + path + ", or run the script as another user than root"};
    // A link's own permissions mean nothing.
    if (facts.kind == FileFacts::Kind::Link || (facts.kind == FileFacts::Kind::Folder && (facts.mode & sticky) != 0))
        return std::nullopt;
    if ((facts.mode & groupWrites) != 0 && facts.group != 0)
        return Verdict{Kind::Insecure, path,
                       kind + path + " may be changed by group " + std::to_string(facts.group) +
                           ", and with it what root would run",
                       "chmod g-w " + path + ", or run the script as another user than root"};
    if ((facts.mode & othersWrite) != 0)
        return Verdict{Kind::Insecure, path,
                       kind + path + " may be changed by everybody, and with it what root would run",
                       "chmod o-w " + path + ", or run the script as another user than root"};
    return std::nullopt;
}

Verdict missing(const std::string &path)
{
    return {Kind::Missing, path, "there is no " + path, "correct the path, or put the script there"};
}

} // namespace

Verdict checkScript(const std::string &path, const RunsAs &as, const FileView &files)
{
    if (path.empty() || path.front() != '/')
        return {Kind::Missing, path, "'" + path + "' is not a full path", "write it from the first / on"};
    auto parts = partsOf(path);
    std::optional<Verdict> unsafe;
    std::string at = "/";
    const auto judge = [&](const FileFacts &facts) {
        if (as.user == 0 && !unsafe)
            unsafe = insecure(at, facts);
    };
    if (const auto root = files.look(at))
        judge(*root);
    int links = 0;
    while (!parts.empty()) {
        const std::string folder = at;
        const auto part = parts.front();
        parts.pop_front();
        if (part == ".")
            continue;
        if (part == "..") {
            at.erase(std::max<std::size_t>(at.rfind('/'), 1));
            continue;
        }
        at += (at == "/" ? "" : "/") + part;
        const auto facts = files.look(at);
        if (!facts)
            return missing(at);
        judge(*facts);
        if (facts->kind == FileFacts::Kind::Link) {
            if (++links > mostLinks)
                return {Kind::Missing, at, at + " is a link that leads back to itself", "correct the link"};
            auto target = partsOf(facts->target);
            parts.insert(parts.begin(), target.begin(), target.end());
            at = facts->target.starts_with('/') ? "/" : folder;
            continue;
        }
        const bool last = parts.empty();
        if (facts->kind != (last ? FileFacts::Kind::Regular : FileFacts::Kind::Folder))
            return {Kind::Missing, at, at + (last ? " is not a file" : " is not a folder"), "correct the path"};
        if (!mayExecute(*facts, as))
            return {Kind::NotExecutable, at,
                    "user " + std::to_string(as.user) + (last ? " may not execute " : " may not enter ") + at,
                    "chmod +x " + at + ", or run the script as another user"};
    }
    return unsafe.value_or(Verdict{});
}

std::optional<std::string> findProgram(const std::string &name, const FileView &files)
{
    if (name.find('/') != std::string::npos)
        return name;
    static constexpr std::array folders{"/usr/local/sbin/", "/usr/local/bin/", "/usr/sbin/",
                                        "/usr/bin/",        "/sbin/",          "/bin/"};
    for (const char *const folder : folders) {
        if (files.look(folder + name))
            return folder + name;
    }
    return std::nullopt;
}

} // namespace twinhelm::scripts
