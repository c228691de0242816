#pragma once

#include <functional>
#include <optional>

#include <QList>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTimer>

#include "common/base/result.h"
#include "gui/core/live/agent_address.h"
#include "gui/core/live/node_feed.h"
#include "gui/core/live/sse_parser.h"

namespace twinhelm::desk
{

/// What proves who we are to an agent, and who the agent must be signed by.
struct AgentCredentials {
    QSslCertificate certificate;
    QSslKey key;
    QList<QSslCertificate> authorities; ///< the site CA; system CAs are never trusted
};

/// The conversation with one agent: asks for the state once a second and after each event, keeps the event stream
/// open, resumes it with Last-Event-ID, reconnects with back-off. See docs/api.md.
///
/// TLS 1.3 only, client certificate, site CA only, and the agent's certificate must carry the node's name.
/// Errors: live().error in words; never an exception. Threading: the GUI thread, nothing blocks.
class AgentClient : public NodeFeed
{
    Q_OBJECT

public:
    /// The answer to a command: nothing, or why not.
    using CommandDone = std::function<void(const Result<void> &)>;
    using ReloadDone = std::function<void(const Result<wire::CheckReport> &)>;

    AgentClient(AgentAddress address, Clock clock, QObject *parent = nullptr);
    ~AgentClient() override;

    [[nodiscard]] QString node() const override { return address_.node; }
    [[nodiscard]] const NodeLive &live() const override { return live_; }
    [[nodiscard]] const AgentAddress &address() const { return address_; }

    /// Without credentials the node stays unreachable and says why ("not enrolled yet").
    void setCredentials(const std::optional<AgentCredentials> &credentials);
    /// Events up to this id are already known (history); set before start().
    void setLastEventId(quint64 id) { lastEventId_ = id; }
    void start();
    void stop();

    void handover(const QString &instance, CommandDone done);
    void release(const QString &instance, CommandDone done);
    void reload(ReloadDone done);

    /// Time until the next attempt after `failures` failures in a row, in milliseconds: 250 doubling to 5000.
    [[nodiscard]] static int backOffMs(int failures);

private:
    [[nodiscard]] QNetworkRequest request(const QString &path) const;
    void pollState();
    void onStateReply(QNetworkReply &reply);
    void takeState(const QByteArray &body);
    void openStream();
    void onStreamBytes();
    void onStreamEnd();
    void takeMessage(const SseMessage &message);
    void noteFailure(const QString &error);
    void checkSilence();
    void command(const QString &path, std::function<void(const Result<QByteArray> &)> done);
    void dropConnections();

    AgentAddress address_;
    Clock clock_;
    NodeLive live_;
    std::optional<QSslConfiguration> tls_;
    QNetworkAccessManager network_;
    QPointer<QNetworkReply> stateReply_;
    QPointer<QNetworkReply> stream_;
    SseParser parser_;
    QTimer poll_;
    QTimer streamRetry_;
    QTimer silence_;
    quint64 lastEventId_ = 0;
    int pollFailures_ = 0;
    int streamFailures_ = 0;
    bool streamWanted_ = false;
    bool running_ = false;
    bool pollAgain_ = false;
};

} // namespace twinhelm::desk
