#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <sys/types.h>

#include "agent/linux/file_descriptor.h"
#include "common/base/result.h"

namespace twinhelm::agent
{

/// What the kernel's process events connector tells (CN_PROC over netlink). Whole processes only, no threads.
struct ProcessNews {
    enum class Kind : std::uint8_t {
        Forked,  ///< `pid` is a new child of `parent`
        Changed, ///< another program or another name
        Ended,
        Lost, ///< the kernel dropped news: list everything anew
    };
    Kind kind = Kind::Changed;
    pid_t pid = 0;
    pid_t parent = 0;
    friend bool operator==(const ProcessNews &, const ProcessNews &) = default;
};

/// The news in one datagram. Pure; anything malformed is skipped.
[[nodiscard]] std::vector<ProcessNews> parseProcessNews(std::span<const std::uint8_t> datagram);

class ProcessNewsSocket
{
public:
    /// A0341: the kernel has no connector, this is not the first network namespace, or CAP_NET_ADMIN is missing.
    [[nodiscard]] static Result<ProcessNewsSocket> open();

    [[nodiscard]] int fd() const { return fd_.get(); } ///< readable when there are news
    /// What there is, without waiting.
    [[nodiscard]] std::vector<ProcessNews> read();

private:
    explicit ProcessNewsSocket(FileDescriptor fd) : fd_(std::move(fd)) {}
    FileDescriptor fd_;
};

} // namespace twinhelm::agent
