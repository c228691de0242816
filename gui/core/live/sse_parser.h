#pragma once

#include <optional>
#include <vector>

#include <QByteArray>

namespace twinhelm::desk
{

/// One server-sent event (WHATWG HTML, section 9.2.6).
struct SseMessage {
    QByteArray event = QByteArrayLiteral("message");
    QByteArray data;
    QByteArray lastEventId; ///< the stream's id when the message was dispatched

    friend bool operator==(const SseMessage &, const SseMessage &) = default;
};

/// Turns the bytes of a text/event-stream, cut anywhere, into messages. Pure; one per connection.
/// A stream whose one line or event exceeds `limit` bytes is broken: overflowed() is true and nothing more comes out.
class SseParser
{
public:
    explicit SseParser(qsizetype limit = 1024 * 1024) : limit_(limit) {}

    [[nodiscard]] std::vector<SseMessage> feed(const QByteArray &bytes);
    [[nodiscard]] const QByteArray &lastEventId() const { return lastEventId_; }
    /// The server's wish for the reconnection time, in milliseconds.
    [[nodiscard]] std::optional<int> retryMs() const { return retryMs_; }
    [[nodiscard]] bool overflowed() const { return overflowed_; }

private:
    void takeLine(const QByteArray &line, std::vector<SseMessage> &out);
    void takeField(const QByteArray &field, const QByteArray &value);
    void dispatch(std::vector<SseMessage> &out);

    qsizetype limit_;
    QByteArray line_;
    QByteArray event_;
    QByteArray data_;
    QByteArray lastEventId_;
    std::optional<int> retryMs_;
    bool hasData_ = false;
    bool skipLineFeed_ = false;
    bool atStart_ = true;
    bool overflowed_ = false;
};

} // namespace twinhelm::desk
