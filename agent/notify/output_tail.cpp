#include "agent/notify/output_tail.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace twinhelm::agent
{

void TailText::append(std::string_view bytes)
{
    bytes_ += bytes.substr(bytes.size() > most ? bytes.size() - most : 0);
    if (bytes_.size() > most)
        bytes_.erase(0, bytes_.size() - most);
}

std::string TailText::text() const
{
    constexpr std::size_t mostLines = 3;
    std::vector<std::string> lines(1);
    for (const char one : bytes_) {
        if (one == '\n')
            lines.emplace_back();
        else if (static_cast<unsigned char>(one) >= 0x20 && one != 0x7f)
            lines.back() += one;
        else if (one == '\t')
            lines.back() += ' ';
    }
    std::erase_if(lines, [](const std::string &line) { return line.find_first_not_of(' ') == std::string::npos; });
    std::string out;
    for (std::size_t i = lines.size() > mostLines ? lines.size() - mostLines : 0; i < lines.size(); ++i)
        out += (out.empty() ? "" : " | ") + lines[i];
    return out;
}

std::shared_ptr<OutputPipe> OutputPipe::open(boost::asio::io_context &io)
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return nullptr;
    auto out = std::make_shared<OutputPipe>();
    out->read_.reset(ends[0]);
    out->write_.reset(ends[1]);
    // Ours alone: programs expect their output to block.
    ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
    out->watch_.emplace(io, ends[0], [self = out.get()] { self->drain(); });
    return out;
}

std::string OutputPipe::text()
{
    drain();
    return tail_.text();
}

void OutputPipe::drain()
{
    std::array<char, 4096> buffer{};
    // Bounded: a program that writes without end must not hold up our packets.
    for (int i = 0; i < 16 && !ended_; ++i) {
        const auto got = ::read(read_.get(), buffer.data(), buffer.size());
        if (got > 0) {
            tail_.append({buffer.data(), static_cast<std::size_t>(got)});
            continue;
        }
        if (got < 0 && (errno == EAGAIN || errno == EINTR))
            return;
        ended_ = true;
        watch_.reset();
    }
}

} // namespace twinhelm::agent
