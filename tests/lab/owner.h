#pragma once

#include <filesystem>

namespace twinhelm::lab
{

/// A new folder below the temporary folder: thlab-PID-STARTTIME-N, of this process.
std::filesystem::path makeLabFolder();

/// Removes what labs of dead owners have left: ends the processes they recorded (by number and start time), then
/// removes their folders. Returns how many folders went.
std::size_t sweepDeadLabs();

/// Remembers a process in the lab's folder, for a later sweep.
void recordProcess(const std::filesystem::path &labFolder, int pid);

} // namespace twinhelm::lab
