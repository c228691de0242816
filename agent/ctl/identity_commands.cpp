#include "agent/ctl/identity_commands.h"

#include <iterator>

#include "agent/ctl/exit_code.h"
#include "agent/ctl/views.h"
#include "agent/store/identity.h"

namespace twinhelm::ctl
{

namespace
{

int complain(const Error &error, const Streams &io)
{
    return io.complain(error, error.code == "A0469" ? exit_code::unreadable : exit_code::refused);
}

int print(const store::CertificateFacts &facts, WallMillis now, bool json, const Streams &io)
{
    if (json)
        io.out << certificateJson(facts) << '\n';
    else
        io.out << certificateText(facts, now);
    return exit_code::ok;
}

} // namespace

int identityRequest(const std::filesystem::path &stateDir, const std::string &name,
                    const std::vector<std::string> &alternatives, const Streams &io)
{
    const auto request = store::requestIdentity(stateDir / "tls", name, alternatives);
    if (!request)
        return complain(request.error(), io);
    io.out << *request;
    return exit_code::ok;
}

int identityInstall(const std::filesystem::path &stateDir, WallMillis now, bool json, const Streams &io)
{
    const std::string pem{std::istreambuf_iterator<char>(io.in), std::istreambuf_iterator<char>()};
    const auto facts = store::installIdentity(stateDir / "tls", pem, now);
    if (!facts)
        return complain(facts.error(), io);
    return print(*facts, now, json, io);
}

int identityShow(const std::filesystem::path &stateDir, WallMillis now, bool json, const Streams &io)
{
    const auto identity = store::loadIdentity(stateDir / "tls");
    if (!identity)
        return complain(identity.error(), io);
    return print(identity->facts, now, json, io);
}

} // namespace twinhelm::ctl
