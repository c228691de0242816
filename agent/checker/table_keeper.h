#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>

#include "agent/checker/ports.h"
#include "common/base/time.h"

namespace twinhelm::agent
{

/// Keeps the kernel's table as the balancer wants it: only differences are written. After a failure, and once a minute,
/// the table is read again and mended, for others may write into it, too. Services of others are left alone.
/// Without IPVS it only remembers what is wanted, until there is some.
/// Threading: one owner. Time is an argument.
class TableKeeper
{
public:
    static constexpr std::chrono::seconds lookEach{60};
    static constexpr std::chrono::seconds firstRetry{1};

    /// What does not work, or works again; each thing is told once.
    struct News {
        std::string cause; ///< no_ipvs, ipvs, refused, mended, unreadable
        std::string severity;
        std::string text;
    };
    using OnNews = std::function<void(const News &)>;

    explicit TableKeeper(OnNews onNews) : onNews_(std::move(onNews)) {}

    /// There is IPVS, from now on: brings it up to what is wanted. `port` outlives this, or until detach().
    void attach(TimePoint now, TablePort &port);
    /// There is none; `why` in words.
    void detach(const Error &why);
    [[nodiscard]] bool attached() const { return port_ != nullptr; }
    [[nodiscard]] const std::string &missing() const { return missing_; }

    /// What a predecessor left; nothing: it cannot be read.
    [[nodiscard]] std::optional<ipvs::Table> found();
    void program(TimePoint now, const health::Program &program);
    /// Reads the table and mends it; call when nextLook() has come.
    void look(TimePoint now);
    [[nodiscard]] std::optional<TimePoint> nextLook() const { return nextLook_; }
    /// Whether the kernel has all that is wanted, as far as is known.
    [[nodiscard]] bool complete() const { return attached() && !failing_; }
    /// Differences that somebody else made, and which were mended.
    [[nodiscard]] std::uint64_t mended() const { return mended_; }
    [[nodiscard]] std::uint64_t failures() const { return failures_; }

private:
    /// What went wrong, in words; empty: nothing.
    [[nodiscard]] std::string carryOut(const std::vector<ipvs::Change> &changes);
    void failed(TimePoint now, const std::string &text);
    void worked();

    OnNews onNews_;
    TablePort *port_ = nullptr;
    std::string missing_;
    ipvs::Table wanted_;
    ipvs::Table known_; ///< of our services: what the kernel has
    ipvs::Ownership ours_;
    std::optional<TimePoint> nextLook_;
    Duration retry_ = firstRetry;
    bool failing_ = false;
    std::string said_; ///< the last failure
    std::uint64_t mended_ = 0;
    std::uint64_t failures_ = 0;
};

} // namespace twinhelm::agent
