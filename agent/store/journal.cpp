#include "agent/store/journal.h"

#include <cerrno>
#include <system_error>
#include <tuple>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "agent/store/journal_reader.h"
#include "agent/store/journal_segments.h"
#include "agent/store/posix_write.h"
#include "common/wire/json.h"

namespace twinhelm::store
{

namespace
{

/// More than can be lost unsynced in a power cut.
constexpr std::uint64_t leapAfterBoot = 1000;

} // namespace

class Journal::Impl
{
public:
    explicit Impl(JournalOptions options) : options_(std::move(options)) {}
    ~Impl()
    {
        sync();
        closeSegment();
    }
    Impl(const Impl &) = delete;
    Impl &operator=(const Impl &) = delete;

    Result<void> open();
    Result<std::uint64_t> append(wire::Event event);
    void sync();

    JournalOptions options_;
    std::uint64_t lastId_ = 0;
    std::vector<std::string> notes_;

private:
    void recover(const Segment &newest);
    Result<void> openSegment(std::uint64_t firstId);
    void closeSegment();
    void dropOldSegments();

    std::uint64_t nextId_ = 1;
    int fd_ = -1;
    std::uint64_t bytes_ = 0; ///< of the open segment
    unsigned unsynced_ = 0;
};

Result<void> Journal::Impl::open()
{
    std::error_code error;
    std::filesystem::create_directories(options_.directory, error);
    if (error)
        return fail("A0480",
                    "The journal's folder " + options_.directory.string() + " cannot be made: " + error.message() + '.',
                    "Check --state-dir: it must be on a disk with room and writable by twinhelmd.");
    ::chmod(options_.directory.c_str(), 0750);
    const auto segments = listSegments(options_.directory);
    if (segments.empty())
        return openSegment(nextId_);
    recover(segments.back());
    return openSegment(segments.back().firstId);
}

/// Finds where the ids go on, and cuts off what a power cut left of a last row.
void Journal::Impl::recover(const Segment &newest)
{
    const auto bytes = readWhole(newest.path);
    std::string_view rest = bytes;
    lastId_ = newest.firstId - 1;
    std::string bootId;
    while (const auto line = takeLine(rest)) {
        const auto event = wire::parseEvent(*line);
        if (!event || event->id <= lastId_)
            continue;
        lastId_ = event->id;
        bootId = event->bootId;
    }
    if (!rest.empty()) {
        notes_.push_back(
            "The last row of " + newest.path.string() + " was torn (" + std::to_string(rest.size()) +
            " bytes without an end, as after a power cut); it was cut off, the journal goes on after event " +
            std::to_string(lastId_) + '.');
        std::error_code ignored;
        std::filesystem::resize_file(newest.path, bytes.size() - rest.size(), ignored);
    }
    const bool sameBoot = lastId_ == 0 || bootId == options_.bootId;
    nextId_ = lastId_ + 1 + (sameBoot ? 0 : leapAfterBoot);
}

Result<void> Journal::Impl::openSegment(std::uint64_t firstId)
{
    const auto path = segmentPath(options_.directory, firstId);
    const int fd = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0640);
    if (fd < 0)
        return fail("A0480", "The journal " + path.string() + " cannot be opened: " + systemReason(errno) + '.',
                    "Check owner and mode of the state folder, and that its disk has room.");
    closeSegment();
    fd_ = fd;
    std::error_code ignored;
    const auto size = std::filesystem::file_size(path, ignored);
    bytes_ = ignored ? 0 : size;
    return {};
}

void Journal::Impl::closeSegment()
{
    if (fd_ >= 0)
        ::close(std::exchange(fd_, -1));
}

void Journal::Impl::dropOldSegments()
{
    const auto segments = listSegments(options_.directory);
    std::error_code ignored;
    for (std::size_t i = 0; i + options_.segments < segments.size(); ++i)
        std::filesystem::remove(segments[i].path, ignored);
}

Result<std::uint64_t> Journal::Impl::append(wire::Event event)
{
    if (bytes_ >= options_.segmentBytes) {
        sync();
        if (auto opened = openSegment(nextId_); !opened)
            return tl::unexpected(opened.error());
        dropOldSegments();
    }
    event.id = nextId_;
    const auto line = wire::toJson(event) + '\n';
    if (!writeAll(fd_, line)) {
        const auto why = systemReason(errno);
        // Half a row would make the next one unreadable. When even this fails, readers pass over the broken line.
        if (::ftruncate(fd_, static_cast<off_t>(bytes_)) != 0)
            std::ignore = writeAll(fd_, "\n");
        return fail("A0481", "Event " + std::to_string(event.id) + " could not be written to the journal: " + why + '.',
                    "Make room on the disk of the state folder; VRRP goes on without the journal.");
    }
    bytes_ += line.size();
    lastId_ = nextId_++;
    if (++unsynced_ >= options_.rowsPerSync)
        sync();
    return lastId_;
}

void Journal::Impl::sync()
{
    if (unsynced_ == 0)
        return;
    ::fdatasync(fd_);
    unsynced_ = 0;
}

Journal::Journal(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Journal::~Journal() = default;
Journal::Journal(Journal &&) noexcept = default;
Journal &Journal::operator=(Journal &&) noexcept = default;

Result<Journal> Journal::open(JournalOptions options)
{
    auto impl = std::make_unique<Impl>(std::move(options));
    if (auto opened = impl->open(); !opened)
        return tl::unexpected(opened.error());
    return Journal(std::move(impl));
}

Result<std::uint64_t> Journal::append(wire::Event event)
{
    return impl_->append(std::move(event));
}

std::vector<wire::Event> Journal::read(std::uint64_t after, std::size_t limit) const
{
    return JournalReader(impl_->options_.directory).read(after, limit);
}

std::uint64_t Journal::lastId() const
{
    return impl_->lastId_;
}

void Journal::sync()
{
    impl_->sync();
}

const std::vector<std::string> &Journal::notes() const
{
    return impl_->notes_;
}

} // namespace twinhelm::store
