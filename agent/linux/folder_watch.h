#pragma once

#include <string>
#include <vector>

#include "agent/linux/file_descriptor.h"

namespace twinhelm::agent
{

/// What inotify tells of folders and files. Local file systems only (inotify(7)).
class FolderWatch
{
public:
    struct News {
        int watch = -1;       ///< as add() returned it; -1: news were lost, look at everything
        std::string name;     ///< within a watched folder; empty: the watched thing itself
        bool written = false; ///< closed after writing, or moved here: its content is whole
        bool gone = false;    ///< the watch is over: what it watched was deleted, moved or unmounted
    };

    FolderWatch();
    [[nodiscard]] int fd() const { return fd_.get(); } ///< readable when there are news; -1: no inotify
    /// A folder: what is created, deleted, moved or closed after writing in it. -1 with errno when it cannot be.
    [[nodiscard]] int addFolder(const std::string &path);
    /// A file, through links.
    [[nodiscard]] int addFile(const std::string &path);
    void remove(int watch);
    [[nodiscard]] std::vector<News> read();

private:
    FileDescriptor fd_;
};

} // namespace twinhelm::agent
