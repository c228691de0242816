#pragma once

#include <QCoreApplication>
#include <QString>

#include "common/base/result.h"

/// Codes of everything that can go wrong between the desk and a node's shell, and the way to make such an error.
namespace twinhelm::desk::error
{

inline constexpr char cancelled[] = "D0100";
inline constexpr char timedOut[] = "D0101";
inline constexpr char notReached[] = "D0102";     ///< no TCP connection: name, route, firewall, port
inline constexpr char notSsh[] = "D0103";         ///< something answers, but the SSH handshake fails
inline constexpr char hostKeyRefused[] = "D0104"; ///< unknown key, and the person said no
inline constexpr char hostKeyChanged[] = "D0105";
inline constexpr char knownHosts[] = "D0106"; ///< the known_hosts file cannot be read or written
inline constexpr char notLoggedIn[] = "D0107";
inline constexpr char connectionLost[] = "D0108";
inline constexpr char noSuchFile[] = "D0109";
inline constexpr char fileFailed[] = "D0110";
inline constexpr char jumpFailed[] = "D0111";
inline constexpr char badTarget[] = "D0112";

/// Errors of the desk are written with tr(), so they come as QString.
tl::unexpected<Error> make(const char *code, const QString &what, const QString &mend = {});

} // namespace twinhelm::desk::error

namespace twinhelm::desk
{

/// Translation context of the SSH code's free functions.
struct Ssh {
    Q_DECLARE_TR_FUNCTIONS(twinhelm::desk::Ssh)
};

} // namespace twinhelm::desk
