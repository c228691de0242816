#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "tests/lab/process.h"

namespace twinhelm::lab
{

/// A User-Mode-Linux kernel that runs one script on this machine's files, which it cannot change. The script finds its
/// folder in FOLDER and our programs in BIN, and ends the kernel itself ("echo o >/proc/sysrq-trigger").
class UmlKernel
{
public:
    /// Empty: there is one; else what is missing.
    [[nodiscard]] static std::string missing();

    /// Waits for its end, for `patience` at most; true: it came to it. Its console is in FOLDER/console.log. Ends with
    /// this process, too.
    [[nodiscard]] static bool run(const std::filesystem::path &folder, const std::filesystem::path &script,
                                  const std::map<std::string, std::string> &environment, Millis patience,
                                  const std::string &memory = "384M");
};

} // namespace twinhelm::lab
