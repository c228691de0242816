#pragma once

#include <memory>

#include <libssh/libssh.h>

#include <QString>

/// libssh's values as C++ values that free themselves.
namespace twinhelm::desk
{

struct FreeSshText {
    void operator()(char *text) const { ssh_string_free_char(text); }
};
using SshText = std::unique_ptr<char, FreeSshText>;

struct FreeSshKey {
    void operator()(ssh_key key) const { ssh_key_free(key); }
};
using SshKey = std::unique_ptr<ssh_key_struct, FreeSshKey>;

/// A text option of the session; empty when it is not set.
inline QString sshOption(ssh_session session, ssh_options_e which)
{
    char *value = nullptr;
    ssh_options_get(session, which, &value);
    const SshText text(value);
    return QString::fromLocal8Bit(text.get());
}

} // namespace twinhelm::desk
