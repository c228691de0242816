#pragma once

#include <QCoreApplication>

/// Codes of what can go wrong in a deploy beside the transport (gui/core/ssh/ssh_error.h).
namespace twinhelm::desk::error
{

inline constexpr char badPlan[] = "D0201";
inline constexpr char notValid[] = "D0202";       ///< the engine's own check refuses the file
inline constexpr char checkFailed[] = "D0203";    ///< the check could not be made
inline constexpr char swapFailed[] = "D0204";     ///< backing up or renaming
inline constexpr char reloadRefused[] = "D0205";  ///< the engine keeps its old configuration
inline constexpr char engineSilent[] = "D0206";   ///< the engine does not answer, or does not run
inline constexpr char notInForce[] = "D0207";     ///< it answers, with another configuration
inline constexpr char instanceFaulty[] = "D0208"; ///< an instance is in FAULT that was not before
inline constexpr char nothingToFetch[] = "D0210";

} // namespace twinhelm::desk::error

namespace twinhelm::desk
{

/// Translation context of the deploy's free functions.
struct Deploy {
    Q_DECLARE_TR_FUNCTIONS(twinhelm::desk::Deploy)
};

} // namespace twinhelm::desk
