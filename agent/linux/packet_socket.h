#pragma once

#include <span>
#include <string>

#include "agent/linux/announce_frames.h"
#include "agent/linux/file_descriptor.h"
#include "common/base/result.h"

namespace twinhelm::agent
{

/// Sends whole Ethernet frames; receives nothing. Needs CAP_NET_RAW. Threading: one owner.
class PacketSocket
{
public:
    [[nodiscard]] static Result<PacketSocket> open();
    /// Sends the frames, in one system call when all goes well; empty: all of them left, else what went wrong first.
    [[nodiscard]] std::string send(int interfaceIndex, std::span<const Frame> frames) const;

private:
    explicit PacketSocket(FileDescriptor fd) : fd_(std::move(fd)) {}

    FileDescriptor fd_;
};

} // namespace twinhelm::agent
