#pragma once

#include <functional>
#include <memory>

namespace boost::asio
{
class io_context;
}

namespace twinhelm::agent
{

/// Calls back each time a descriptor is readable (a pidfd: when the process has ended), until destroyed.
/// Does not own the descriptor, which must outlive it. Threading: on the io_context's thread.
/// The callback may destroy the watch.
class FdWatch
{
public:
    FdWatch(boost::asio::io_context &io, int fd, std::function<void()> onReadable);
    ~FdWatch();
    FdWatch(FdWatch &&) noexcept = default;
    FdWatch &operator=(FdWatch &&) noexcept = delete;

private:
    class Impl;
    std::shared_ptr<Impl> impl_;
};

} // namespace twinhelm::agent
