#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/wire/messages.h"

namespace twinhelm::store
{

struct JournalOptions {
    std::filesystem::path directory;        ///< made when missing, mode 0750
    std::string bootId;                     ///< of this boot of the machine
    std::uint64_t segmentBytes = 1U << 20U; ///< a segment that reached this size gets no more rows
    unsigned segments = 64;                 ///< the newest ones are kept; with the defaults about 200,000 events
    unsigned rowsPerSync = 64;              ///< fdatasync after so many rows at the latest
};

/// The node's events on disk: append-only files of one JSON event per line, `events-<first id>.jsonl`.
///
/// Durability: append() returns after write(2), so a killed process loses nothing. fdatasync runs every
/// `rowsPerSync` rows and in sync(), which the owner calls once a second and at its end: a machine that loses power
/// loses at most the last second. So that no id is ever given twice, the ids leap by 1,000 when the journal
/// is opened in another boot than the one that wrote the last row.
/// A torn last line (power loss in the middle of a write) is cut off when the journal is opened and told by `notes()`.
/// Threading: one owner, the guardian. Others read with JournalReader, also while rows are appended.
/// Errors: A0480 directory or file cannot be opened, A0481 a row cannot be written (the file is as before).
class Journal
{
public:
    [[nodiscard]] static Result<Journal> open(JournalOptions options);
    ~Journal();
    Journal(Journal &&) noexcept;
    Journal &operator=(Journal &&) noexcept;

    /// Stores the event under the next id, whatever its `id` says, and returns that id.
    [[nodiscard]] Result<std::uint64_t> append(wire::Event event);
    /// Rows with an id greater than `after`, oldest first, at most `limit`.
    [[nodiscard]] std::vector<wire::Event> read(std::uint64_t after, std::size_t limit) const;
    /// Id of the newest row ever stored; 0 when there was none.
    [[nodiscard]] std::uint64_t lastId() const;
    /// Rows written since the last one go to the disk's platter now.
    void sync();
    /// What was found and mended when it was opened, one sentence each; usually empty.
    [[nodiscard]] const std::vector<std::string> &notes() const;

private:
    class Impl;
    explicit Journal(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace twinhelm::store
