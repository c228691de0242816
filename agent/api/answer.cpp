#include "agent/api/answer.h"

#include "common/wire/json.h"

namespace twinhelm::api
{

namespace
{

std::string_view phrase(int status)
{
    switch (status) {
    case 200: return "OK";
    case 400: return "Bad Request";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 413: return "Content Too Large";
    case 431: return "Request Header Fields Too Large";
    case 503: return "Service Unavailable";
    case 504: return "Gateway Timeout";
    default: return "Unknown";
    }
}

constexpr std::string_view commonHeaders = "Server: twinhelmd/" TWINHELM_VERSION "\r\nCache-Control: no-store\r\n";

} // namespace

Answer jsonAnswer(std::string body)
{
    Answer out;
    out.body = std::move(body);
    return out;
}

Answer refusal(int status, Reason reason, const Error &error)
{
    Answer out;
    out.status = status;
    out.body = wire::toJson(wire::Refusal{error.code, error.what, error.mend});
    out.refused = reason;
    return out;
}

std::string toHttp(const Answer &answer, bool keepAlive)
{
    std::string out = "HTTP/1.1 " + std::to_string(answer.status) + ' ';
    out += phrase(answer.status);
    out += "\r\n";
    out += commonHeaders;
    out += "Content-Type: " + answer.contentType + "\r\nContent-Length: " + std::to_string(answer.body.size()) + "\r\n";
    if (!answer.allow.empty())
        out += "Allow: " + answer.allow + "\r\n";
    out += keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    out += answer.body;
    return out;
}

std::string eventStreamHead()
{
    std::string out = "HTTP/1.1 200 OK\r\n";
    out += commonHeaders;
    out += "Content-Type: text/event-stream\r\nConnection: close\r\n\r\n";
    return out;
}

} // namespace twinhelm::api
