#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "common/base/time.h"

namespace twinhelm::agent
{

/// A note in the runtime folder of when the engine last did its work on time. It stays behind when the process is
/// killed, and tells its successor whether a peer can have taken over meanwhile.
///
/// Cost: a store into mapped memory. Threading: one owner. Errors: where it cannot be written, a successor adopts
/// nothing.
class AliveStamp
{
public:
    /// What a predecessor in this boot of the machine has left; nothing when there was none.
    [[nodiscard]] static std::optional<TimePoint> read(const std::string &path, const std::string &bootId);

    AliveStamp() = default;
    AliveStamp(const std::string &path, const std::string &bootId);
    ~AliveStamp();
    AliveStamp(AliveStamp &&other) noexcept;
    AliveStamp &operator=(AliveStamp &&other) noexcept;

    void set(TimePoint now);

private:
    void *memory_ = nullptr;
};

} // namespace twinhelm::agent
