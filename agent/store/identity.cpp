#include "agent/store/identity.h"

#include <algorithm>
#include <optional>
#include <system_error>

#include <openssl/x509v3.h>

#include "agent/store/atomic_file.h"
#include "agent/store/journal_segments.h"

namespace twinhelm::store
{

namespace
{

constexpr auto keyFile = "node.key";
constexpr auto certificateFile = "node.crt";
constexpr auto authoritiesFile = "ca.crt";
constexpr auto enrol = "Enrol the node from the desk, or with `twinhelmctl identity csr` and `identity install`.";

Result<void> makeFolder(const std::filesystem::path &folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (!error)
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    if (error)
        return fail("A0469", "The folder " + folder.string() + " cannot be made: " + error.message() + '.',
                    "Run this as root or as twinhelmd's user, and check --state-dir.");
    return {};
}

std::optional<std::string> readFile(const std::filesystem::path &path)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error))
        return std::nullopt;
    return readWhole(path);
}

Result<PrivateKey> loadKey(const std::filesystem::path &folder)
{
    const auto pem = readFile(folder / keyFile);
    if (!pem)
        return fail("A0468", "This node has no key yet (" + (folder / keyFile).string() + ").", enrol);
    return keyFromPem(*pem);
}

Result<PrivateKey> loadOrMakeKey(const std::filesystem::path &folder)
{
    std::error_code error;
    if (std::filesystem::exists(folder / keyFile, error))
        return loadKey(folder);
    auto key = makeKey();
    if (!key)
        return key;
    if (auto ready = makeFolder(folder); !ready)
        return tl::unexpected(ready.error());
    if (auto written = writeAtomically(folder / keyFile, keyToPem(**key), 0600); !written)
        return tl::unexpected(written.error());
    return key;
}

struct Bundle {
    Certificate node;
    std::vector<Certificate> authorities;
};

/// Which of the certificates is the node's is told by the key alone.
Result<Bundle> sortBundle(std::vector<Certificate> all, const EVP_PKEY &key)
{
    const auto own = std::find_if(all.begin(), all.end(), [&](const auto &one) { return fits(*one, key); });
    if (own == all.end())
        return fail("A0465", "None of the " + std::to_string(all.size()) + " certificates fits this node's key.",
                    "Sign the request that `twinhelmctl identity csr` prints on this very node.");
    Bundle out;
    out.node = std::move(*own);
    all.erase(own);
    for (auto &one : all) {
        if (X509_check_ca(one.get()) == 0)
            return fail("A0466",
                        "The certificate of " + factsOf(*one).commonName + " is neither this node's nor a CA's.",
                        "Give the node's certificate and the site CA's, nothing else.");
        out.authorities.push_back(std::move(one));
    }
    if (out.authorities.empty())
        return fail("A0467", "The site CA's certificate is missing.",
                    "Append ca.crt to the node's certificate: `cat node.crt ca.crt | twinhelmctl identity install`.");
    return out;
}

} // namespace

Result<std::string> requestIdentity(const std::filesystem::path &folder, const std::string &name,
                                    const std::vector<std::string> &alternatives)
{
    const auto key = loadOrMakeKey(folder);
    if (!key)
        return tl::unexpected(key.error());
    return makeRequest(**key, name, alternatives);
}

Result<CertificateFacts> installIdentity(const std::filesystem::path &folder, std::string_view pem, WallMillis now)
{
    const auto key = loadKey(folder);
    if (!key)
        return tl::unexpected(key.error());
    auto all = certificatesFromPem(pem);
    if (!all)
        return tl::unexpected(all.error());
    const auto bundle = sortBundle(std::move(*all), **key);
    if (!bundle)
        return tl::unexpected(bundle.error());
    if (auto good = verifyServer(*bundle->node, bundle->authorities, now); !good)
        return tl::unexpected(good.error());
    std::string authorities;
    for (const auto &one : bundle->authorities)
        authorities += certificateToPem(*one);
    // The CA first: a reader between the two writes still finds a certificate that fits its key.
    for (const auto &[name, text] :
         {std::pair(authoritiesFile, authorities), std::pair(certificateFile, certificateToPem(*bundle->node))}) {
        if (auto written = writeAtomically(folder / name, text, 0644); !written)
            return tl::unexpected(written.error());
    }
    return factsOf(*bundle->node);
}

Result<Identity> loadIdentity(const std::filesystem::path &folder)
{
    const auto key = loadKey(folder);
    if (!key)
        return tl::unexpected(key.error());
    const auto certificate = readFile(folder / certificateFile);
    const auto authorities = readFile(folder / authoritiesFile);
    if (!certificate || !authorities)
        return fail("A0468", "This node has a key but no certificate yet (" + folder.string() + ").", enrol);
    auto own = certificatesFromPem(*certificate);
    if (!own)
        return tl::unexpected(own.error());
    if (const auto trusted = certificatesFromPem(*authorities); !trusted)
        return tl::unexpected(trusted.error());
    if (!fits(*own->front(), **key))
        return fail("A0465", "The certificate in " + folder.string() + " does not fit its key.", enrol);
    return Identity{keyToPem(**key), *certificate, *authorities, factsOf(*own->front())};
}

} // namespace twinhelm::store
