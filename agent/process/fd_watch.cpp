#include "agent/process/fd_watch.h"

#include <boost/asio.hpp>

namespace twinhelm::agent
{

class FdWatch::Impl : public std::enable_shared_from_this<Impl>
{
public:
    Impl(boost::asio::io_context &io, int fd, std::function<void()> onReadable)
        : descriptor_(io, fd), onReadable_(std::move(onReadable))
    {
    }

    void wait()
    {
        descriptor_.async_wait(boost::asio::posix::stream_descriptor::wait_read,
                               [self = shared_from_this()](boost::system::error_code error) {
                                   if (error || self->stopped_)
                                       return;
                                   self->onReadable_();
                                   if (!self->stopped_)
                                       self->wait();
                               });
    }

    void stop()
    {
        stopped_ = true;
        descriptor_.release();
    }

private:
    boost::asio::posix::stream_descriptor descriptor_;
    std::function<void()> onReadable_;
    bool stopped_ = false;
};

FdWatch::FdWatch(boost::asio::io_context &io, int fd, std::function<void()> onReadable)
    : impl_(std::make_shared<Impl>(io, fd, std::move(onReadable)))
{
    impl_->wait();
}

FdWatch::~FdWatch()
{
    if (impl_)
        impl_->stop();
}

} // namespace twinhelm::agent
