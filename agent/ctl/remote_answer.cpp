#include "agent/ctl/remote_answer.h"

#include "agent/ctl/exit_code.h"
#include "common/wire/json.h"

namespace twinhelm::ctl
{

Error errorOf(const HttpAnswer &answer)
{
    if (const auto refusal = wire::parseRefusal(answer.body); refusal && !refusal->what.empty())
        return {refusal->code, refusal->what, refusal->mend};
    return {"A0491", "The agent answered with HTTP status " + std::to_string(answer.status) + '.',
            "Use twinhelmctl and twinhelmd of the same version."};
}

int exitCodeOf(const Error &error)
{
    return error.code == "A0490" || error.code == "A0491" ? exit_code::unreachable : exit_code::refused;
}

Result<std::string> bodyOf(Result<HttpAnswer> answer)
{
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->status != 200)
        return tl::unexpected(errorOf(*answer));
    return std::move(answer->body);
}

std::string percentEncoded(const std::string &text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
        if (plain)
            out += c;
        else
            ((out += '%') += digits[byte >> 4U]) += digits[byte & 0xfU];
    }
    return out;
}

} // namespace twinhelm::ctl
