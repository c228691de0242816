#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>
#include <system_error>

#include "tests/lab/holder.h"

namespace fs = std::filesystem;

namespace twinhelm::lab
{

namespace
{

/// Folders that take new files of the host's own, and show the machine's beside them.
constexpr std::array<std::string_view, 6> openFolders{"/", "/etc", "/etc/nginx", "/var", "/var/lib", "/var/log"};
/// Folders that begin empty, whether the machine has them or not.
constexpr std::array<std::string_view, 12> emptyFolders{
    "/run",           "/etc/keepalived",   "/etc/twinhelm",
    "/etc/ssh",       "/etc/nginx/conf.d", "/etc/nginx/sites-enabled",
    "/var/lib/nginx", "/var/log/nginx",    "/var/lib/twinhelm",
    "/etc/frr",       "/var/log/frr",      "/var/tmp"};

bool contains(const auto &folders, const fs::path &path)
{
    return std::find(folders.begin(), folders.end(), path.string()) != folders.end();
}

void mountOrThrow(const char *source, const fs::path &target, const char *type, unsigned long flags, const char *data)
{
    if (mount(source, target.c_str(), type, flags, data) != 0)
        throw std::system_error(errno, std::generic_category(), "mount of " + target.string());
}

class FileView
{
public:
    FileView(fs::path root, bool ownRun) : root_(std::move(root)), ownRun_(ownRun) {}

    void fill(const fs::path &folder)
    {
        for (const auto &entry : fs::directory_iterator(folder))
            show(entry);
    }

    void makeEmptyFolders()
    {
        for (const auto folder : emptyFolders) {
            if (ownRun_ || folder != "/run")
                fs::create_directories(inside(folder));
        }
    }

private:
    [[nodiscard]] fs::path inside(const fs::path &path) const { return root_ / path.relative_path(); }

    void show(const fs::directory_entry &entry)
    {
        const auto &path = entry.path();
        const auto target = inside(path);
        if (entry.is_symlink()) {
            fs::create_symlink(fs::read_symlink(path), target);
        } else if (entry.is_directory()) {
            makeLike(path, target);
            if (contains(openFolders, path))
                fill(path);
            else if (path != "/proc" && path != "/sys" && !isEmptyHere(path))
                mountOrThrow(path.c_str(), target, nullptr, MS_BIND | MS_REC, nullptr);
        } else if (entry.is_regular_file()) {
            std::ofstream create(target);
            mountOrThrow(path.c_str(), target, nullptr, MS_BIND, nullptr);
        }
    }

    [[nodiscard]] bool isEmptyHere(const fs::path &path) const
    {
        return contains(emptyFolders, path) && (ownRun_ || path != "/run");
    }

    static void makeLike(const fs::path &model, const fs::path &folder)
    {
        fs::create_directory(folder, model);
        struct stat info = {};
        if (stat(model.c_str(), &info) != 0 || chown(folder.c_str(), info.st_uid, info.st_gid) != 0)
            throw std::system_error(errno, std::generic_category(), "owner of " + folder.string());
    }

    fs::path root_;
    bool ownRun_;
};

} // namespace

void enterOwnFiles(const fs::path &root, bool ownRun)
{
    umask(022);
    mountOrThrow("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
    fs::create_directories(root);
    mountOrThrow("lab", root, "tmpfs", 0, "mode=0755");
    // Else the bind of /tmp would show the new root inside itself.
    mountOrThrow("none", root, nullptr, MS_UNBINDABLE, nullptr);
    FileView view(root, ownRun);
    view.fill("/");
    view.makeEmptyFolders();
    mountOrThrow("none", root, nullptr, MS_PRIVATE, nullptr);
    fs::current_path(root);
    if (syscall(SYS_pivot_root, ".", ".") != 0)
        throw std::system_error(errno, std::generic_category(), "pivot_root");
    if (umount2(".", MNT_DETACH) != 0)
        throw std::system_error(errno, std::generic_category(), "umount of the old root");
    fs::current_path("/");
    mountOrThrow("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, nullptr);
    mountOrThrow("sysfs", "/sys", "sysfs", MS_NOSUID | MS_NODEV | MS_NOEXEC, nullptr);
}

} // namespace twinhelm::lab
