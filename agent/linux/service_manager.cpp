#include "agent/linux/service_manager.h"

#include <cstdlib>
#include <ctime>

#include <sys/socket.h>

#include "agent/linux/file_descriptor.h"
#include "agent/linux/unix_datagram.h"

namespace twinhelm::agent::service
{

namespace
{

void tell(const std::string &text)
{
    const char *path = std::getenv("NOTIFY_SOCKET");
    if (path == nullptr)
        return;
    const FileDescriptor socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    sendDatagram(socket.get(), path, text);
}

} // namespace

void ready(const std::string &status)
{
    tell("READY=1\nSTATUS=" + status);
}

void reloading()
{
    // Type=notify-reload wants the moment as well.
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    const long long microseconds = static_cast<long long>(now.tv_sec) * 1000000 + now.tv_nsec / 1000;
    tell("RELOADING=1\nMONOTONIC_USEC=" + std::to_string(microseconds));
}

void stopping()
{
    tell("STOPPING=1\nSTATUS=giving the virtual addresses to the peer");
}

} // namespace twinhelm::agent::service
