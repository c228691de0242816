#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "agent/linux/file_descriptor.h"
#include "common/base/result.h"

namespace twinhelm::agent
{

/// What else than addresses we have put into the kernel: routes and rules (as the request that removes them, in hex),
/// virtual links, and the settings of interfaces as they were before. Kept as AddressLedger is, with one difference:
/// what a predecessor has left stays in it until somebody removes it.
class ObjectLedger
{
public:
    enum class Kind : char { Route = 'r', Rule = 'p', Link = 'l', Setting = 's', Firewall = 'f' };
    using Entries = std::map<std::string, std::string>; ///< key (no blanks) -> value

    /// What a file of lines ("+ r KEY VALUE", "- r KEY") leaves behind; broken lines are skipped. Pure.
    [[nodiscard]] static std::map<Kind, Entries> read(std::string_view text);
    /// Reads the file and goes on with it. A0370 when it cannot be written.
    [[nodiscard]] static Result<ObjectLedger> open(const std::string &path);

    [[nodiscard]] const Entries &entries(Kind kind) { return entries_[kind]; }
    /// All of them with one write.
    void add(Kind kind, const Entries &added);
    void remove(Kind kind, const std::vector<std::string> &keys);

private:
    explicit ObjectLedger(std::string path) : path_(std::move(path)) {}
    [[nodiscard]] Result<void> rewrite();
    void append(const std::string &lines);

    std::string path_;
    FileDescriptor fd_;
    std::size_t size_ = 0;
    std::map<Kind, Entries> entries_;
};

} // namespace twinhelm::agent
