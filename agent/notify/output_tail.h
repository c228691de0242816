#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "agent/linux/file_descriptor.h"
#include "agent/process/fd_watch.h"

namespace twinhelm::agent
{

/// The last of what a program wrote, as one line for people. Pure.
class TailText
{
public:
    void append(std::string_view bytes);
    /// At most the last three lines that are not empty, joined by " | ", without control characters.
    [[nodiscard]] std::string text() const;

private:
    static constexpr std::size_t most = 400; ///< bytes
    std::string bytes_;
};

/// Reads what a program writes into a pipe, for as long as anybody has its other end: a program that leaves something
/// running behind must not have that killed by SIGPIPE. Threading: the io_context's thread.
class OutputPipe
{
public:
    /// Nothing when the kernel gives no pipe.
    [[nodiscard]] static std::shared_ptr<OutputPipe> open(boost::asio::io_context &io);

    /// For SpawnRequest::output; closeWriteEnd() when the program is started.
    [[nodiscard]] int writeEnd() const { return write_.get(); }
    void closeWriteEnd() { write_.reset(); }
    /// What was written until now.
    [[nodiscard]] std::string text();
    /// Everybody has closed it.
    [[nodiscard]] bool ended() const { return ended_; }

private:
    void drain();

    FileDescriptor read_;
    FileDescriptor write_;
    TailText tail_;
    std::optional<FdWatch> watch_;
    bool ended_ = false;
};

} // namespace twinhelm::agent
