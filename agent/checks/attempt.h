#pragma once

#include <cstddef>
#include <string>

namespace twinhelm::checks
{

/// What came of trying to read or write without waiting.
struct Attempt {
    enum class Status {
        Done,
        WantRead,
        WantWrite,
        Closed, ///< the other end says nothing more
        Reset,  ///< the connection is gone; `error`
        Failed, ///< TLS; `text`
    };
    Status status = Status::Done;
    std::size_t size = 0; ///< bytes read or written
    int error = 0;        ///< errno
    std::string text{};
};

} // namespace twinhelm::checks
