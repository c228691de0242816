#include "agent/vrrp/file_monitor.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <boost/asio.hpp>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "agent/linux/folder_watch.h"
#include "agent/linux/system_error.h"
#include "agent/process/fd_watch.h"
#include "common/vrrp/file_value.h"

namespace twinhelm::agent
{

namespace
{

constexpr std::chrono::seconds lookAgain{1};

std::string folderOf(const std::string &path)
{
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

} // namespace

class FileMonitor::Impl
{
public:
    Impl(boost::asio::io_context &io, Sink sink) : sink_(std::move(sink)), timer_(io)
    {
        if (watch_.fd() >= 0)
            fdWatch_.emplace(io, watch_.fd(), [this] { onNews(); });
    }

    void configure(const std::vector<vrrp::FileSettings> &files, bool create)
    {
        std::vector<Entry> entries;
        for (const auto &wanted : files) {
            const auto old = std::ranges::find_if(entries_, [&](const auto &one) { return one.settings == wanted; });
            if (old != entries_.end()) {
                entries.push_back(std::move(*old));
                continue;
            }
            entries.push_back({wanted, -1, -1, {}});
            if (wanted.firstValue && create)
                make(entries.back());
        }
        entries_ = std::move(entries);
        for (auto &entry : entries_) {
            establish(entry);
            look(entry, true);
        }
        arm();
    }

private:
    struct Entry {
        vrrp::FileSettings settings;
        int folder = -1;
        int file = -1;
        std::string trouble; ///< said last
    };

    [[nodiscard]] static std::string nameOf(const Entry &entry)
    {
        const auto &path = entry.settings.path;
        return path.substr(path.rfind('/') + 1); // npos + 1 is 0
    }

    void make(Entry &entry)
    {
        const auto &settings = entry.settings;
        const int flags = O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | (settings.overwrite ? O_TRUNC : O_EXCL);
        const FileDescriptor file(::open(settings.path.c_str(), flags, 0644));
        if (!file.valid() && errno == EEXIST)
            return;
        const auto text = std::to_string(settings.firstValue.value_or(0)) + '\n';
        if (!file.valid() || ::write(file.get(), text.data(), text.size()) < 0)
            complain(entry, "cannot write its first value into " + settings.path + ": " + errorText(errno));
    }

    /// A watch that is there already is given again by the kernel.
    void establish(Entry &entry)
    {
        entry.folder = watch_.addFolder(folderOf(entry.settings.path));
        entry.file = watch_.addFile(entry.settings.path);
    }

    void onNews()
    {
        for (const auto &news : watch_.read()) {
            for (auto &entry : entries_) {
                const bool file = news.watch == entry.file;
                const bool inFolder = news.watch == entry.folder && news.name == nameOf(entry);
                const bool folder = news.watch == entry.folder && news.name.empty();
                if (!file && !inFolder && !folder && news.watch != -1)
                    continue;
                if (!(file && news.written))
                    establish(entry);
                look(entry, news.written || !inFolder);
            }
        }
        arm();
    }

    /// An empty file that was only just made is about to be written.
    void look(Entry &entry, bool whole)
    {
        const auto &path = entry.settings.path;
        const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
        if (!file.valid()) {
            if (errno != ENOENT && errno != ENOTDIR)
                complain(entry, "cannot read " + path + ": " + errorText(errno) + "; it counts as 0");
            tell(entry, std::nullopt);
            return;
        }
        struct stat status = {};
        if (::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) {
            complain(entry, path + " is not a file; it counts as 0");
            tell(entry, std::nullopt);
            return;
        }
        std::array<char, 127> buffer{};
        const auto got = ::read(file.get(), buffer.data(), buffer.size());
        if (got == 0 && !whole)
            return;
        const auto value = vrrp::parseFileValue({buffer.data(), static_cast<std::size_t>(std::max<long>(got, 0))});
        if (!value) {
            complain(entry, "the number in " + path + " is too large; the one before stays");
            return;
        }
        entry.trouble.clear();
        tell(entry, value);
    }

    void tell(const Entry &entry, std::optional<int> value) { sink_(vrrp::FileRead{entry.settings.name, value}); }

    void complain(Entry &entry, const std::string &text)
    {
        if (std::exchange(entry.trouble, text) != text)
            sink_(vrrp::Trouble{entry.settings.name, "file_unreadable", "track_file: " + text});
    }

    void arm()
    {
        const bool complete = std::ranges::all_of(entries_, [](const Entry &one) { return one.folder >= 0; });
        if (complete) {
            timer_.cancel();
            return;
        }
        timer_.expires_after(lookAgain);
        timer_.async_wait([this](boost::system::error_code error) {
            if (error)
                return;
            for (auto &entry : entries_) {
                if (entry.folder >= 0)
                    continue;
                establish(entry);
                look(entry, true);
            }
            arm();
        });
    }

    Sink sink_;
    FolderWatch watch_;
    std::optional<FdWatch> fdWatch_;
    boost::asio::steady_timer timer_;
    std::vector<Entry> entries_;
};

FileMonitor::FileMonitor(boost::asio::io_context &io, Sink sink) : impl_(std::make_unique<Impl>(io, std::move(sink))) {}

FileMonitor::~FileMonitor() = default;

void FileMonitor::configure(const std::vector<vrrp::FileSettings> &files, bool create)
{
    impl_->configure(files, create);
}

} // namespace twinhelm::agent
