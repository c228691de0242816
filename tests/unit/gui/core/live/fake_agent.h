#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>

#include <QHash>
#include <QPointer>
#include <QSslConfiguration>
#include <QSslServer>
#include <QSslSocket>

#include "common/wire/json.h"
#include "tests/unit/gui/core/live/test_pki.h"

namespace twinhelm::desk::fakes
{

/// An agent on loopback that speaks real TLS 1.3 and as much HTTP as the desk uses.
class FakeAgent
{
public:
    struct Answer {
        int status = 200;
        QByteArray body;
    };

    FakeAgent(const Identity &identity, const QSslCertificate &authority)
    {
        auto tls = QSslConfiguration::defaultConfiguration();
        tls.setProtocol(QSsl::TlsV1_3OrLater);
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        tls.setCaCertificates({authority});
        tls.setLocalCertificate(identity.certificate);
        tls.setPrivateKey(identity.key);
        server_.setSslConfiguration(tls);
        QObject::connect(&server_, &QTcpServer::pendingConnectionAvailable, &server_, [this] {
            while (auto *socket = server_.nextPendingConnection())
                adopt(socket);
        });
        server_.listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] int port() const { return server_.serverPort(); }

    wire::NodeState state;
    std::map<QByteArray, Answer> posts; ///< path -> answer
    QList<QByteArray> posted;           ///< paths, as they came
    std::optional<QByteArray> rawState; ///< instead of `state`
    bool mute = false;                  ///< takes requests and answers none
    int statesAsked = 0;
    QList<QByteArray> resumedFrom; ///< Last-Event-ID of each stream, or its path when it has none

    /// Sends an event to the open stream, as the agent writes it.
    void send(const wire::Event &event)
    {
        if (stream_)
            stream_->write("event: " + QByteArray::fromStdString(event.kind) +
                           "\nid: " + QByteArray::number(quint64(event.id)) +
                           "\ndata: " + QByteArray::fromStdString(wire::toJson(event)) + "\n\n");
    }
    void sendRaw(const QByteArray &bytes)
    {
        if (stream_)
            stream_->write(bytes);
    }
    [[nodiscard]] bool hasStream() const { return stream_ && stream_->isOpen(); }
    void cutStream()
    {
        if (stream_)
            stream_->disconnectFromHost();
        stream_.clear();
    }

private:
    void adopt(QTcpSocket *socket)
    {
        QObject::connect(socket, &QTcpSocket::readyRead, &server_, [this, socket] {
            auto &buffer = buffers_[socket];
            buffer += socket->readAll();
            const auto end = buffer.indexOf("\r\n\r\n");
            if (end < 0)
                return;
            const auto head = buffer.left(end);
            const auto length = header(head, "content-length").toInt();
            if (buffer.size() < end + 4 + length)
                return;
            buffer.remove(0, end + 4 + length);
            answer(socket, head);
        });
        QObject::connect(socket, &QTcpSocket::disconnected, &server_, [this, socket] {
            buffers_.remove(socket);
            socket->deleteLater();
        });
    }

    static QByteArray header(const QByteArray &head, const QByteArray &name)
    {
        for (const auto &line : head.split('\n')) {
            const auto colon = line.indexOf(':');
            if (colon > 0 && line.left(colon).trimmed().toLower() == name)
                return line.mid(colon + 1).trimmed();
        }
        return {};
    }

    void answer(QTcpSocket *socket, const QByteArray &head)
    {
        if (mute)
            return;
        const auto words = head.left(head.indexOf('\r')).split(' ');
        const auto &path = words.at(1);
        if (words.at(0) == "POST") {
            posted << path;
            reply(socket, posts.contains(path) ? posts[path] : Answer{404, "{}"});
        } else if (path == "/v1/state") {
            ++statesAsked;
            reply(socket, Answer{200, rawState.value_or(QByteArray::fromStdString(wire::toJson(state)))});
        } else if (path.startsWith("/v1/events")) {
            const auto resumed = header(head, "last-event-id");
            resumedFrom << (resumed.isEmpty() ? path : resumed);
            stream_ = socket;
            socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n: hello\n\n");
        } else {
            reply(socket, Answer{404, "{}"});
        }
    }

    static void reply(QTcpSocket *socket, const Answer &answer)
    {
        socket->write("HTTP/1.1 " + QByteArray::number(answer.status) +
                      " X\r\nContent-Type: application/json\r\nContent-Length: " +
                      QByteArray::number(answer.body.size()) + "\r\n\r\n" + answer.body);
    }

    QSslServer server_;
    QHash<QTcpSocket *, QByteArray> buffers_;
    QPointer<QTcpSocket> stream_;
};

} // namespace twinhelm::desk::fakes
