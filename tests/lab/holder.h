#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>

namespace twinhelm::lab
{

enum class Isolation;

/// The process that holds a node's namespaces and does nothing else.
struct Holder {
    pid_t guardian = -1; ///< our child; waits for the holder, so that somebody collects its end
    pid_t pid = -1;
    int lifeline = -1; ///< writing end of a pipe; the holder ends when it is closed, also by our death
};

/// Makes namespaces, files and the holder. `folder` is where the new root is put together.
/// Errors: std::runtime_error with one line for a person.
Holder startHolder(const std::string &name, Isolation isolation, const std::filesystem::path &folder);

/// Puts together the files a host sees and makes them the root of the calling process' mount namespace,
/// which must be its own already. Errors: std::system_error.
void enterOwnFiles(const std::filesystem::path &root, bool ownRun);

} // namespace twinhelm::lab
