#pragma once

#include <string>
#include <string_view>

#include "agent/linux/file_descriptor.h"

namespace twinhelm::agent
{

/// The system's journal, by its own protocol (systemd.io/JOURNAL_NATIVE_PROTOCOL): a datagram for each line. libsystemd
/// would bring half a megabyte of libraries into each process for it.
/// Threading: write() from any thread. Errors: none; a line that the journal does not take is lost, as are all where
/// there is none.
class JournalSocket
{
public:
    explicit JournalSocket(std::string path = "/run/systemd/journal/socket");

    /// `priority`: of syslog, 0 to 7.
    void write(int priority, std::string_view identifier, std::string_view line) const;

private:
    std::string path_;
    FileDescriptor fd_;
};

/// Fields of one entry as they go into the datagram. Pure.
[[nodiscard]] std::string journalEntry(int priority, std::string_view identifier, std::string_view line);

} // namespace twinhelm::agent
