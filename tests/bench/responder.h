#pragma once

#include <cstdint>

#include <sys/types.h>

namespace twinhelm::bench
{

/// A process of its own that answers every HTTP request on 127.0.0.0/8 with "200 OK" and two bytes, and closes: as
/// little work as a server can do, so that what is measured is who asks. Ends with its owner.
class Responder
{
public:
    explicit Responder(std::uint16_t port = 0); ///< 0: any
    ~Responder();
    Responder(const Responder &) = delete;
    Responder &operator=(const Responder &) = delete;

    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] pid_t process() const { return process_; }

private:
    std::uint16_t port_ = 0;
    pid_t process_ = -1;
};

} // namespace twinhelm::bench
