#include "agent/vrrp/object_ledger.h"

#include <cerrno>
#include <fstream>
#include <optional>
#include <sstream>
#include <tuple>

#include <fcntl.h>

#include "agent/linux/system_error.h"

namespace twinhelm::agent
{

namespace
{

constexpr std::size_t rewriteAbove = std::size_t{1} << 20U;

std::optional<ObjectLedger::Kind> kindOf(char letter)
{
    using Kind = ObjectLedger::Kind;
    for (const auto kind : {Kind::Route, Kind::Rule, Kind::Link, Kind::Setting, Kind::Firewall}) {
        if (static_cast<char>(kind) == letter)
            return kind;
    }
    return std::nullopt;
}

std::string line(char verb, ObjectLedger::Kind kind, const std::string &key)
{
    return std::string{verb, ' ', static_cast<char>(kind), ' '} + key;
}

} // namespace

std::map<ObjectLedger::Kind, ObjectLedger::Entries> ObjectLedger::read(std::string_view text)
{
    std::map<Kind, Entries> out;
    std::istringstream lines{std::string(text)};
    std::string line;
    while (std::getline(lines, line)) {
        std::istringstream words(line);
        char verb = 0;
        char letter = 0;
        std::string key;
        std::string value;
        if (lines.eof() || !(words >> verb >> letter >> key)) // without its end a line was cut short
            continue;
        const auto kind = kindOf(letter);
        if (kind && verb == '+' && words.get() == ' ') {
            std::getline(words, value); // nothing: one of the node's static objects
            out[*kind].insert_or_assign(key, value);
        }
        if (kind && verb == '-')
            out[*kind].erase(key);
    }
    return out;
}

Result<ObjectLedger> ObjectLedger::open(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    ObjectLedger out(path);
    out.entries_ = read(text.str());
    if (auto written = out.rewrite(); !written)
        return tl::unexpected(written.error());
    return out;
}

void ObjectLedger::add(Kind kind, const Entries &added)
{
    std::string lines;
    for (const auto &[key, value] : added) {
        entries_[kind].insert_or_assign(key, value);
        lines += line('+', kind, key) + ' ' + value + '\n';
    }
    append(lines);
}

void ObjectLedger::remove(Kind kind, const std::vector<std::string> &keys)
{
    std::string lines;
    for (const auto &key : keys) {
        if (entries_[kind].erase(key) > 0)
            lines += line('-', kind, key) + '\n';
    }
    append(lines);
    // An instance that flaps for days must not fill the file system.
    if (size_ > rewriteAbove)
        std::ignore = rewrite();
}

/// Beside the old file, which stays whole until the new one is.
Result<void> ObjectLedger::rewrite()
{
    const std::string fresh = path_ + ".new";
    fd_.reset(::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600));
    size_ = 0;
    std::string lines;
    for (const auto &[kind, entries] : entries_) {
        for (const auto &[key, value] : entries)
            lines += line('+', kind, key) + ' ' + value + '\n';
    }
    append(lines);
    if (!fd_.valid() || size_ != lines.size() || ::rename(fresh.c_str(), path_.c_str()) != 0)
        return fail("A0370", "cannot write " + path_ + ": " + errorText(errno),
                    "without it a crash would leave routes and rules behind; give --runtime-dir a folder on tmpfs");
    return {};
}

void ObjectLedger::append(const std::string &lines)
{
    // A full file system must not stop a takeover: the objects are set, only their trace is missing.
    if (!lines.empty() && ::write(fd_.get(), lines.data(), lines.size()) == static_cast<ssize_t>(lines.size()))
        size_ += lines.size();
}

} // namespace twinhelm::agent
