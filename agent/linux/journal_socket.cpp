#include "agent/linux/journal_socket.h"

#include <cstdint>

#include <sys/socket.h>

#include "agent/linux/unix_datagram.h"

namespace twinhelm::agent
{

namespace
{

/// More does not fit into a datagram everywhere; a line of ours is a sentence.
constexpr std::size_t longestLine = 32U << 10U;

/// A value with a line break is preceded by its length in eight bytes, the lowest first.
void addField(std::string &out, std::string_view name, std::string_view value)
{
    out += name;
    if (value.find('\n') == std::string_view::npos) {
        (out += '=') += value;
    } else {
        out += '\n';
        for (unsigned shift = 0; shift < 64; shift += 8)
            out += static_cast<char>((std::uint64_t{value.size()} >> shift) & 0xffU);
        out += value;
    }
    out += '\n';
}

} // namespace

std::string journalEntry(int priority, std::string_view identifier, std::string_view line)
{
    std::string out;
    addField(out, "MESSAGE", line.substr(0, longestLine));
    addField(out, "PRIORITY", std::to_string(priority));
    addField(out, "SYSLOG_IDENTIFIER", identifier);
    return out;
}

JournalSocket::JournalSocket(std::string path)
    : path_(std::move(path)), fd_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0))
{
}

void JournalSocket::write(int priority, std::string_view identifier, std::string_view line) const
{
    sendDatagram(fd_.get(), path_, journalEntry(priority, identifier, line));
}

} // namespace twinhelm::agent
