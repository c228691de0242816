// For LD_PRELOAD: a journal on a disk that stands still. Every write to a journal's segment, and every sync of
// anything, takes TH_SLOW_DISK_MS milliseconds.
#include <cstdlib>
#include <ctime>
#include <string>
#include <string_view>

#include <dlfcn.h>
#include <unistd.h>

namespace
{

void standStill()
{
    const char *milliseconds = std::getenv("TH_SLOW_DISK_MS");
    const long wait = milliseconds == nullptr ? 0 : std::atol(milliseconds);
    timespec left{wait / 1000, wait % 1000 * 1000000};
    while (nanosleep(&left, &left) != 0) {
    }
}

bool isJournal(int fd)
{
    char path[512];
    const auto size = readlink(("/proc/self/fd/" + std::to_string(fd)).c_str(), path, sizeof path);
    return size > 0 && std::string_view(path, static_cast<std::size_t>(size)).ends_with(".jsonl");
}

template<typename Function>
Function real(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" ssize_t write(int fd, const void *bytes, size_t size)
{
    static const auto next = real<ssize_t (*)(int, const void *, size_t)>("write");
    if (isJournal(fd))
        standStill();
    return next(fd, bytes, size);
}

extern "C" int fsync(int fd)
{
    static const auto next = real<int (*)(int)>("fsync");
    standStill();
    return next(fd);
}

extern "C" int fdatasync(int fd)
{
    static const auto next = real<int (*)(int)>("fdatasync");
    standStill();
    return next(fd);
}
