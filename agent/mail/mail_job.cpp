#include "agent/mail/mail_job.h"

#include <algorithm>

#include <boost/json.hpp>

namespace twinhelm::agent
{

namespace json = boost::json;

namespace
{

std::string text(const json::object &object, const char *name)
{
    const auto *value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

unsigned number(const json::object &object, const char *name)
{
    const auto *value = object.if_contains(name);
    return value != nullptr && value->is_int64() && value->get_int64() > 0 && value->get_int64() <= 0xffffffffLL
               ? static_cast<unsigned>(value->get_int64())
               : 0;
}

json::value parsed(std::string_view line)
{
    boost::system::error_code error;
    return json::parse(line, error); // null when it is none
}

/// Header lines are ASCII and one line each, whatever the configuration says.
std::string headerText(std::string text)
{
    std::ranges::replace_if(
        text, [](char one) { return static_cast<unsigned char>(one) < 0x20 || one == 0x7f; }, ' ');
    return text;
}

} // namespace

std::string encodeJob(const MailJob &job)
{
    json::array recipients;
    for (const auto &one : job.recipients)
        recipients.emplace_back(one);
    const json::object out{
        {"server", job.server}, {"port", job.port}, {"helo", job.heloName},
        {"from", job.from},     {"to", recipients}, {"subject", job.subject},
        {"body", job.body},     {"date", job.date}, {"timeout_ms", static_cast<std::int64_t>(job.timeoutMs)}};
    return json::serialize(out) + '\n';
}

Result<MailJob> decodeJob(std::string_view line)
{
    const auto value = parsed(line);
    if (!value.is_object())
        return fail("A0186", "that is not a mail", "restart twinhelmd");
    const auto &object = value.get_object();
    MailJob out;
    out.server = text(object, "server");
    out.port = static_cast<std::uint16_t>(number(object, "port"));
    out.heloName = text(object, "helo");
    out.from = text(object, "from");
    if (const auto *recipients = object.if_contains("to"); recipients != nullptr && recipients->is_array()) {
        for (const auto &one : recipients->get_array()) {
            if (one.is_string())
                out.recipients.emplace_back(one.get_string());
        }
    }
    out.subject = text(object, "subject");
    out.body = text(object, "body");
    out.date = text(object, "date");
    out.timeoutMs = number(object, "timeout_ms");
    return out;
}

std::string encodeOutcome(const MailOutcome &outcome)
{
    return json::serialize(
               json::object{{"sent", outcome.sent}, {"permanent", outcome.permanent}, {"why", outcome.why}}) +
           '\n';
}

MailOutcome decodeOutcome(std::string_view line)
{
    const auto value = parsed(line);
    if (!value.is_object())
        return {false, false, "the mail process ended without a word"};
    const auto &object = value.get_object();
    const auto isTrue = [&](const char *name) {
        const auto *one = object.if_contains(name);
        return one != nullptr && one->is_bool() && one->get_bool();
    };
    return {isTrue("sent"), isTrue("permanent"), text(object, "why")};
}

std::string messageText(const MailJob &job)
{
    std::string to;
    for (const auto &one : job.recipients)
        to += (to.empty() ? "" : ", ") + headerText(one);
    std::string out = "Date: " + headerText(job.date) + "\r\nFrom: " + headerText(job.from) +
                      "\r\nSubject: " + headerText(job.subject) + "\r\nX-Mailer: Twinhelm\r\nTo: " + to + "\r\n\r\n";
    std::string line;
    const auto end = [&] {
        out += (line.starts_with('.') ? "." : "") + line + "\r\n";
        line.clear();
    };
    for (const char one : job.body) {
        if (one == '\n')
            end();
        else if (one != '\r')
            line += one;
    }
    end();
    return out + ".\r\n";
}

} // namespace twinhelm::agent
