#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "common/wire/messages.h"

namespace twinhelm::store
{

/// Reads a journal that somebody else may be writing. Keeps nothing open and remembers nothing; each call looks at the
/// disk anew and costs at most the reading of two segments (1 MiB each). Lines that are not rows are passed over.
/// Threading: none needed. Errors: what cannot be read is absent.
class JournalReader
{
public:
    explicit JournalReader(std::filesystem::path directory) : directory_(std::move(directory)) {}

    /// Rows with an id greater than `after`, oldest first, at most `limit`.
    [[nodiscard]] std::vector<wire::Event> read(std::uint64_t after, std::size_t limit) const;
    /// Of the oldest row still kept; 0: there is none.
    [[nodiscard]] std::uint64_t firstId() const;
    /// Of the newest row; 0: there is none.
    [[nodiscard]] std::uint64_t lastId() const;
    /// The `after` with which read() gives the newest `count` rows.
    [[nodiscard]] std::uint64_t beforeLast(std::size_t count) const;

private:
    std::filesystem::path directory_;
};

} // namespace twinhelm::store
