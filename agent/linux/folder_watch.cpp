#include "agent/linux/folder_watch.h"

#include <array>

#include <sys/inotify.h>
#include <unistd.h>

namespace twinhelm::agent
{

FolderWatch::FolderWatch() : fd_(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {}

int FolderWatch::addFolder(const std::string &path)
{
    return ::inotify_add_watch(fd_.get(), path.c_str(),
                               IN_CREATE | IN_DELETE | IN_MOVED_TO | IN_MOVED_FROM | IN_CLOSE_WRITE | IN_DELETE_SELF |
                                   IN_MOVE_SELF | IN_ONLYDIR);
}

int FolderWatch::addFile(const std::string &path)
{
    return ::inotify_add_watch(fd_.get(), path.c_str(), IN_CLOSE_WRITE | IN_DELETE_SELF | IN_MOVE_SELF);
}

void FolderWatch::remove(int watch)
{
    ::inotify_rm_watch(fd_.get(), watch);
}

std::vector<FolderWatch::News> FolderWatch::read()
{
    std::vector<News> out;
    alignas(inotify_event) std::array<char, 16384> buffer{};
    for (;;) {
        const auto got = ::read(fd_.get(), buffer.data(), buffer.size());
        if (got <= 0)
            return out;
        for (std::size_t at = 0; at + sizeof(inotify_event) <= static_cast<std::size_t>(got);) {
            const auto *event = reinterpret_cast<const inotify_event *>(buffer.data() + at);
            News news;
            news.watch = (event->mask & IN_Q_OVERFLOW) != 0 ? -1 : event->wd;
            if (event->len > 0)
                news.name = event->name;
            news.written = (event->mask & (IN_CLOSE_WRITE | IN_MOVED_TO)) != 0;
            news.gone = (event->mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED | IN_UNMOUNT)) != 0;
            out.push_back(std::move(news));
            at += sizeof(inotify_event) + event->len;
        }
    }
}

} // namespace twinhelm::agent
