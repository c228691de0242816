#include "gui/core/live/sse_parser.h"

#include <algorithm>

namespace twinhelm::desk
{

std::vector<SseMessage> SseParser::feed(const QByteArray &bytes)
{
    std::vector<SseMessage> out;
    for (const char byte : bytes) {
        if (overflowed_)
            break;
        if (skipLineFeed_) {
            skipLineFeed_ = false;
            if (byte == '\n')
                continue;
        }
        if (byte == '\n' || byte == '\r') {
            skipLineFeed_ = byte == '\r';
            takeLine(line_, out);
            line_.clear();
            continue;
        }
        line_ += byte;
        overflowed_ = line_.size() + data_.size() > limit_;
    }
    return out;
}

void SseParser::takeLine(const QByteArray &line, std::vector<SseMessage> &out)
{
    QByteArray rest = line;
    if (atStart_ && rest.startsWith("\xEF\xBB\xBF"))
        rest.remove(0, 3);
    atStart_ = false;
    if (rest.isEmpty()) {
        dispatch(out);
        return;
    }
    const auto colon = rest.indexOf(':');
    if (colon == 0)
        return; // a comment: the agent's heartbeat
    if (colon < 0) {
        takeField(rest, {});
        return;
    }
    auto value = rest.mid(colon + 1);
    if (value.startsWith(' '))
        value.remove(0, 1);
    takeField(rest.left(colon), value);
}

void SseParser::takeField(const QByteArray &field, const QByteArray &value)
{
    if (field == "event") {
        event_ = value;
    } else if (field == "data") {
        if (hasData_)
            data_ += '\n';
        data_ += value;
        hasData_ = true;
    } else if (field == "id") {
        if (!value.contains('\0'))
            lastEventId_ = value;
    } else if (field == "retry") {
        const bool digits =
            !value.isEmpty() && std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
        bool fits = false;
        const int number = value.toInt(&fits);
        if (digits && fits)
            retryMs_ = number;
    }
}

void SseParser::dispatch(std::vector<SseMessage> &out)
{
    if (hasData_) {
        SseMessage message;
        if (!event_.isEmpty())
            message.event = event_;
        message.data = data_;
        message.lastEventId = lastEventId_;
        out.push_back(std::move(message));
    }
    event_.clear();
    data_.clear();
    hasData_ = false;
}

} // namespace twinhelm::desk
