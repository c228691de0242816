#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "agent/store/certificate.h"
#include "common/base/result.h"
#include "common/base/time.h"

/// Who this node is: `node.key`, `node.crt` and `ca.crt` in a folder (state-dir/tls). The key is made here and never
/// leaves. Files are written whole or not at all (write, fsync, rename), the key with mode 0600.
/// Threading: none; the enrolling command writes, the api process reads. Errors: A0460..A0469.
namespace twinhelm::store
{

struct Identity {
    std::string keyPem;
    std::string certificatePem;
    std::string authoritiesPem; ///< who may vouch for the desk's certificates
    CertificateFacts facts;     ///< of the node's certificate
};

/// A signing request in PEM for the node's key, which is made when it is missing.
[[nodiscard]] Result<std::string> requestIdentity(const std::filesystem::path &folder, const std::string &name,
                                                  const std::vector<std::string> &alternatives);

/// Takes the node's certificate and the site CA's in any order, checks that they fit the key and each other and
/// are valid at `now`, and puts them in force. On any error what was installed before stays. A0465..A0467.
[[nodiscard]] Result<CertificateFacts> installIdentity(const std::filesystem::path &folder, std::string_view pem,
                                                       WallMillis now);

/// A0468: not enrolled yet, a file is missing (`mend` says how to enrol). Else as for installing; an expired
/// certificate is loaded all the same, since the desk is the one to refuse it.
[[nodiscard]] Result<Identity> loadIdentity(const std::filesystem::path &folder);

} // namespace twinhelm::store
