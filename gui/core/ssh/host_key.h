#pragma once

#include <libssh/libssh.h>

#include "common/base/result.h"

namespace twinhelm::desk
{

class Questions;

/// Compares the key the server has just proved with known_hosts. Unknown: the person is asked, and "yes" is written
/// down. Changed, or known under another key type only: refused, always, with the command that forgets the old key.
Result<void> verifyHostKey(ssh_session session, Questions &questions);

} // namespace twinhelm::desk
