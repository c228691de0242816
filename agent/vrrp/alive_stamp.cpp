#include "agent/vrrp/alive_stamp.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "agent/linux/file_descriptor.h"

namespace twinhelm::agent
{

namespace
{

struct Content {
    std::array<char, 64> bootId;
    std::int64_t nanoseconds; ///< CLOCK_MONOTONIC
};

Content blank(const std::string &bootId)
{
    Content out{};
    std::copy_n(bootId.begin(), std::min(bootId.size(), out.bootId.size() - 1), out.bootId.begin());
    return out;
}

} // namespace

std::optional<TimePoint> AliveStamp::read(const std::string &path, const std::string &bootId)
{
    Content content{};
    std::ifstream file(path, std::ios::binary);
    file.read(reinterpret_cast<char *>(&content), sizeof content);
    if (!file || content.bootId != blank(bootId).bootId || content.nanoseconds <= 0)
        return std::nullopt;
    return TimePoint(std::chrono::nanoseconds(content.nanoseconds));
}

AliveStamp::AliveStamp(const std::string &path, const std::string &bootId)
{
    const FileDescriptor fd(::open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    const auto content = blank(bootId);
    // Written, not only made longer: a page that a full disk has no room for would kill us when it is touched.
    if (!fd.valid() || ::write(fd.get(), &content, sizeof content) != static_cast<ssize_t>(sizeof content))
        return;
    void *memory = ::mmap(nullptr, sizeof(Content), PROT_READ | PROT_WRITE, MAP_SHARED, fd.get(), 0);
    if (memory != MAP_FAILED)
        memory_ = memory;
}

AliveStamp::~AliveStamp()
{
    if (memory_ != nullptr)
        ::munmap(memory_, sizeof(Content));
}

AliveStamp::AliveStamp(AliveStamp &&other) noexcept : memory_(std::exchange(other.memory_, nullptr)) {}

AliveStamp &AliveStamp::operator=(AliveStamp &&other) noexcept
{
    std::swap(memory_, other.memory_);
    return *this;
}

void AliveStamp::set(TimePoint now)
{
    if (memory_ == nullptr)
        return;
    const std::int64_t nanoseconds = now.time_since_epoch().count();
    std::memcpy(static_cast<std::uint8_t *>(memory_) + offsetof(Content, nanoseconds), &nanoseconds,
                sizeof nanoseconds);
}

} // namespace twinhelm::agent
