#pragma once

#include <QCoreApplication>

/// Codes of what can go wrong with the site's certificates.
namespace twinhelm::desk::error
{

inline constexpr char caIncomplete[] = "D0301"; ///< the CA's folder holds one of its two files
inline constexpr char caExposed[] = "D0302";    ///< others can read the CA's key
inline constexpr char caBroken[] = "D0303";     ///< the files cannot be read, or do not belong together
inline constexpr char caNotWritten[] = "D0304";
inline constexpr char requestBroken[] = "D0305";  ///< no signing request, or its signature does not hold
inline constexpr char requestForeign[] = "D0306"; ///< it asks for a name that is not the node's
inline constexpr char signingFailed[] = "D0307";
inline constexpr char nodeMadeNoRequest[] = "D0310";
inline constexpr char nodeTookNoIdentity[] = "D0311";

} // namespace twinhelm::desk::error

namespace twinhelm::desk
{

/// Translation context of the free functions that deal with certificates.
struct Trust {
    Q_DECLARE_TR_FUNCTIONS(twinhelm::desk::Trust)
};

} // namespace twinhelm::desk
