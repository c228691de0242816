#include "agent/vrrp/address_ledger.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <sstream>
#include <tuple>

#include <fcntl.h>

#include "agent/linux/system_error.h"

namespace twinhelm::agent
{

namespace
{

constexpr const char *noPeer = "-";
constexpr std::size_t rewriteAbove = std::size_t{256} << 10U;

std::optional<HeldAddress> parse(std::istringstream &words)
{
    HeldAddress out;
    std::string prefix;
    std::string peer;
    if (!(words >> out.interface >> prefix >> peer))
        return std::nullopt;
    if (words.get() == ' ')
        std::getline(words, out.instance); // nothing: one of the node's static addresses
    const auto parsed = Prefix::parse(prefix);
    if (!parsed)
        return std::nullopt;
    out.address.prefix = *parsed;
    if (peer != noPeer) {
        out.address.peer = Prefix::parse(peer);
        if (!out.address.peer)
            return std::nullopt;
    }
    return out;
}

bool sameAddress(const HeldAddress &a, const HeldAddress &b)
{
    return a.interface == b.interface && a.address.prefix == b.address.prefix && a.address.peer == b.address.peer;
}

} // namespace

std::vector<HeldAddress> AddressLedger::leftovers(std::string_view text)
{
    std::vector<HeldAddress> out;
    std::istringstream lines{std::string(text)};
    std::string line;
    while (std::getline(lines, line)) {
        std::istringstream words(line);
        std::string verb;
        words >> verb;
        const auto held = parse(words);
        if (!held || lines.eof()) // without its end a line was cut short
            continue;
        std::erase_if(out, [&](const HeldAddress &one) { return sameAddress(one, *held); });
        if (verb == "add")
            out.push_back(*held);
    }
    return out;
}

std::vector<HeldAddress> AddressLedger::readLeftovers(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return leftovers(text.str());
}

Result<AddressLedger> AddressLedger::begin(const std::string &path)
{
    AddressLedger out(path);
    if (auto written = out.rewrite(); !written)
        return tl::unexpected(written.error());
    return out;
}

void AddressLedger::added(const std::vector<HeldAddress> &addresses)
{
    for (const auto &one : addresses)
        held_.insert(keyOf(one));
    append("add", addresses);
}

void AddressLedger::removed(const std::vector<HeldAddress> &addresses)
{
    for (const auto &one : addresses)
        held_.erase(keyOf(one));
    append("del", addresses);
    // An instance that flaps for days must not fill the file system.
    if (size_ > rewriteAbove && held_.empty())
        std::ignore = rewrite();
}

Result<void> AddressLedger::rewrite()
{
    fd_.reset(::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600));
    size_ = 0;
    if (!fd_.valid())
        return fail("A0370", "cannot write " + path_ + ": " + errorText(errno),
                    "without it a crash would leave virtual addresses behind; give --runtime-dir a folder on tmpfs");
    return {};
}

void AddressLedger::append(std::string_view verb, const std::vector<HeldAddress> &addresses)
{
    std::string lines;
    for (const auto &one : addresses) {
        lines += verb;
        lines += ' ' + one.interface + ' ' + one.address.prefix.toString() + ' ';
        lines += one.address.peer ? one.address.peer->toString() : noPeer;
        lines += ' ' + one.instance + '\n';
    }
    // A full file system must not stop a takeover: the addresses move, only their trace is missing.
    if (!lines.empty() && ::write(fd_.get(), lines.data(), lines.size()) > 0)
        size_ += lines.size();
}

} // namespace twinhelm::agent
