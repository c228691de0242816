#pragma once

#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "agent/linux/file_descriptor.h"
#include "common/base/result.h"
#include "common/vrrp/settings.h"

namespace twinhelm::agent
{

/// An address of ours on an interface.
struct HeldAddress {
    std::string interface;
    vrrp::VirtualAddress address; ///< what the kernel needs to find it again: prefix and peer
    std::string instance;

    friend bool operator==(const HeldAddress &, const HeldAddress &) = default;
};

/// Which addresses we have put on interfaces, kept in the runtime folder so that a successor of a killed process
/// finds them. A file of lines, only ever appended to ("add eth0 10.0.0.3/24 VI_1", "del ..."), written before the
/// kernel is asked: no window in which an address is there and unknown. Begun anew at each start.
class AddressLedger
{
public:
    /// What a file of lines leaves behind; broken lines (a write cut short) are skipped. Pure.
    [[nodiscard]] static std::vector<HeldAddress> leftovers(std::string_view text);
    /// Reads what the predecessor left behind. No file: nothing.
    [[nodiscard]] static std::vector<HeldAddress> readLeftovers(const std::string &path);
    /// Begins a new, empty file. A0370 when it cannot be written.
    [[nodiscard]] static Result<AddressLedger> begin(const std::string &path);

    void added(const std::vector<HeldAddress> &addresses);
    void removed(const std::vector<HeldAddress> &addresses);

private:
    explicit AddressLedger(std::string path) : path_(std::move(path)) {}
    [[nodiscard]] Result<void> rewrite();
    void append(std::string_view verb, const std::vector<HeldAddress> &addresses);

    std::string path_;
    FileDescriptor fd_;
    std::size_t size_ = 0;
    using Key = std::tuple<std::string, Prefix, std::optional<Prefix>>; ///< interface, address, peer
    static Key keyOf(const HeldAddress &held) { return {held.interface, held.address.prefix, held.address.peer}; }

    std::set<Key> held_;
};

} // namespace twinhelm::agent
